import { demoTimezone, instantAt, laterDay, laterMonth, storyDay } from './demo-calendar.ts'
import { type HourPledge, hourPledges } from './demo-hour-pledges.ts'
import { type CashPledge, cashPledges } from './demo-pledges.ts'
import type { DemoFile, DemoRow } from './demo-rows.ts'

/** Everything before this day has happened. */
const AFTER_THE_STORY = storyDay(60, 1)

export function pledgeFile(): DemoFile {
  const cash = cashPledges.map((one): DemoRow => ({
    id: one.id,
    initiative_id: one.initiativeId ?? null,
    organisation_id: one.organisationId,
    kind: 'cash',
    route: one.route,
    relation: one.relation,
    amount_minor: one.euros * 100,
    currency: 'EUR',
    confirmed_on: isOpen(one) ? null : storyDay(one.confirmed, 1),
    from: storyDay(one.from, 1),
    to: laterDay(storyDay(one.to + 1, 1), -1),
    status: one.status ?? 'confirmed',
  }))
  const hours = hourPledges.map((one): DemoRow => ({
    id: one.id,
    organisation_id: one.organisationId,
    kind: one.kind,
    route: 'partner-co-funding',
    relation: 'co-owner',
    quantity: one.quantity,
    unit: one.unit,
    confirmed_on: storyDay(one.from, 1),
    from: storyDay(one.from, 1),
    to: laterDay(storyDay(one.to + 1, 1), -1),
    status: 'confirmed',
  }))
  const columns = [
    'id',
    'initiative_id',
    'organisation_id',
    'kind',
    'route',
    'relation',
    'amount_minor',
    'currency',
    'quantity',
    'unit',
    'confirmed_on',
    'from',
    'to',
    'status',
  ]
  return { columns, rows: [...cash, ...hours] }
}

export function instalmentFile(): DemoFile {
  const rows = [...cashPledges, ...hourPledges].flatMap((one) =>
    partsOf(one).map((part): DemoRow => ({
      pledge_id: one.id,
      due_on: part.dueOn,
      amount_minor: part.amountMinor,
      quantity: part.quantity,
    })),
  )
  return { columns: ['pledge_id', 'due_on', 'amount_minor', 'quantity'], rows }
}

export function receiptFile(): DemoFile {
  const rows = [...cashPledges.filter((one) => !isOpen(one)), ...hourPledges].flatMap((one) => {
    const isCash = 'euros' in one
    const arrived = partsOf(one).slice(0, isCash && one.unpaidParts ? -one.unpaidParts : undefined)
    return arrived
      .map((part): DemoRow => ({
        pledge_id: one.id,
        received_on: laterDay(part.dueOn, isCash ? (one.lateDays ?? 1) : 0),
        amount_minor: part.amountMinor,
        quantity: part.quantity === null ? null : Math.round(part.quantity * 0.9),
      }))
      .filter((row) => String(row['received_on']) < AFTER_THE_STORY)
  })
  return { columns: ['pledge_id', 'received_on', 'amount_minor', 'quantity'], rows }
}

const BUDGET_MONTHS = 6

/** The network's own costs, month by month; those of a half year are settled half a year ahead, so the next one is already committed. */
export function costFile(): DemoFile {
  const rows = Array.from({ length: 66 }, (_, offset): DemoRow[] => {
    const cost = (day: number, euros: number, label: string): DemoRow => ({
      initiative_id: null,
      due_on: storyDay(offset, day),
      amount_minor: euros * 100,
      currency: 'EUR',
      label,
      recorded_at: settledAt(offset),
    })
    return [
      cost(15, 5_200, 'Coordination office, salaries'),
      cost(5, offset < 40 ? 640 : 720, 'Workshop on Mill Lane, rent'),
      ...(offset % 3 === 2 ? [cost(20, 1_850, 'Materials and printing')] : []),
      ...(offset % 12 === 1 ? [cost(10, 1_260, 'Insurance')] : []),
    ]
  }).flat()
  return { columns: ['initiative_id', 'due_on', 'amount_minor', 'currency', 'label', 'recorded_at'], rows }
}

/** When the costs of a month were settled; what fell due before the first budget has no other day than its own. */
function settledAt(offset: number): string | null {
  const since = (Math.floor(offset / BUDGET_MONTHS) - 1) * BUDGET_MONTHS
  return since < 0 ? null : instantAt(storyDay(since, 1), '09:00', demoTimezone)
}

/** What lay in the bank on the last day of every half year. */
export function reserveFile(): DemoFile {
  const counted = [28, 33, 38, 44, 47, 52, 55, 50, 46, 48, 47]
  const rows = counted.map((thousand, index): DemoRow => ({
    on: index === 0 ? storyDay(0, 1) : laterDay(storyDay(index * 6, 1), -1),
    amount_minor: thousand * 100_000,
    currency: 'EUR',
  }))
  return { columns: ['on', 'amount_minor', 'currency'], rows }
}

function isOpen(one: CashPledge): boolean {
  return one.status === 'offered' || one.status === 'accepted' || one.status === 'withdrawn'
}

/** The parts of a promise, equal but for the last, which makes up the whole. */
function partsOf(one: CashPledge | HourPledge) {
  const count = one.due.length
  const whole = 'euros' in one ? one.euros * 100 : one.quantity
  const part = Math.floor(whole / count)
  return one.due.map((offset, index) => {
    const share = index === count - 1 ? whole - part * (count - 1) : part
    return {
      dueOn: laterMonth(storyDay(0, 10), offset),
      amountMinor: 'euros' in one ? share : null,
      quantity: 'euros' in one ? null : share,
    }
  })
}
