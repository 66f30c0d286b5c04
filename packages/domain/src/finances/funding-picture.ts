import { measuredOf, measures, type Measure, type Measured } from '../pledges/measured.ts'
import { isEditable, type PledgeKind, type PledgeRoute } from '../pledges/pledge.ts'
import {
  pledgeStanding,
  type InstalmentStatement,
  type PledgeStatement,
  type ReceiptStatement,
} from '../pledges/pledge-standing.ts'
import type { Day } from '../values/day.ts'
import { sumExactly, sumWhereExact } from '../values/money.ts'
import { daysBetween } from '../values/month.ts'
import { pictureCosts, type CostLine, type PictureCost } from './committed-costs.ts'

export interface PicturePledge extends PledgeStatement {
  readonly id: string
  readonly organisationId: string
  /** Null: pledged to the community. */
  readonly initiativeId: string | null
  readonly kind: PledgeKind
  readonly route: PledgeRoute
  readonly currency: string | null
  readonly unit: string | null
}

/** How a figure is computed; the screen has one sentence for each. All but `offered` and `received-besides` count confirmed pledges. */
export const pledgeFormulas = [
  'promised',
  'received',
  'due',
  'overdue',
  'overdue-1-30',
  'overdue-31-90',
  'overdue-over-90',
  'later',
  'unplanned',
  'beyond',
  'offered',
  'received-besides',
] as const
export type PledgeFormula = (typeof pledgeFormulas)[number]

/** A figure in one measure, with the pledges behind it. Both measures null: not known, because receipts are not
 * kept or the sum is beyond exact numbers. */
export interface PledgeFigure extends Measured {
  readonly formula: PledgeFormula
  readonly pledgeIds: readonly string[]
}

/** What one route, organisation or initiative carries of a line, and its share of the whole line (0..1; null of nothing). */
export interface Share<Key> {
  readonly key: Key
  readonly promised: PledgeFigure
  readonly received: PledgeFigure
  readonly promisedShareRatio: number | null
  readonly receivedShareRatio: number | null
}

/** Everything of one kind in one currency or unit. Lines are never added up. */
export interface FundingLine {
  readonly kind: PledgeKind
  readonly currency: string | null
  readonly unit: string | null
  readonly figures: readonly PledgeFigure[]
  readonly byRoute: readonly Share<PledgeRoute>[]
  readonly byOrganisation: readonly Share<string>[]
  readonly byInitiative: readonly Share<string | null>[]
}

export interface FundingPicture {
  readonly lines: readonly FundingLine[]
  readonly costs: readonly CostLine[]
}

/** What one pledge adds to a line: parts by formula; null where receipts are not kept. */
interface Entry {
  readonly pledge: PicturePledge
  readonly parts: Readonly<Record<PledgeFormula, number | null>>
}

/**
 * The money and the other help of an initiative or a community at the end of a day: one line for each kind in each
 * currency or unit, never mixed. receipts null: not kept, and then only what is promised and offered is known. For every
 * line promised + beyond = received + due + overdue + later + unplanned, unless more was handed back than received.
 * Source: docs/adr/0046.
 */
export function fundingPicture(
  pledges: readonly PicturePledge[],
  instalments: readonly (InstalmentStatement & { readonly pledgeId: string })[],
  receipts: readonly (ReceiptStatement & { readonly pledgeId: string })[] | null,
  costs: readonly PictureCost[],
  today: Day,
): FundingPicture {
  const planOf = Map.groupBy(instalments, (one) => one.pledgeId)
  const receiptsOf = receipts && Map.groupBy(receipts, (one) => one.pledgeId)
  const lines = new Map<string, { kind: PledgeKind; measure: Measure; name: string; entries: Entry[] }>()
  for (const pledge of pledges) {
    const plan = planOf.get(pledge.id) ?? []
    const arrived = receiptsOf && (receiptsOf.get(pledge.id) ?? [])
    for (const { measure, parts } of entriesOf(pledge, plan, arrived, today)) {
      const name = (measure === 'amount' ? pledge.currency : pledge.unit) ?? ''
      const key = JSON.stringify([pledge.kind, measure, name])
      const line = lines.get(key) ?? { kind: pledge.kind, measure, name, entries: [] }
      lines.set(key, line)
      line.entries.push({ pledge, parts })
    }
  }
  return {
    lines: [...lines.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { kind, measure, name, entries }]) => ({
        kind,
        currency: measure === 'amount' ? name : null,
        unit: measure === 'quantity' ? name : null,
        figures: pledgeFormulas.map((formula) => figure(formula, measure, entries)),
        byRoute: shares(entries, measure, (pledge) => pledge.route),
        byOrganisation: shares(entries, measure, (pledge) => pledge.organisationId),
        byInitiative: shares(entries, measure, (pledge) => pledge.initiativeId),
      })),
    costs: pictureCosts(costs, today),
  }
}

function entriesOf(
  pledge: PicturePledge,
  plan: readonly InstalmentStatement[],
  receipts: readonly ReceiptStatement[] | null,
  today: Day,
): { measure: Measure; parts: Entry['parts'] }[] {
  const { accounts } = pledgeStanding(pledge, plan, receipts, today)
  const isPromised = pledge.status === 'confirmed'
  return measures.flatMap((measure) => {
    const account = accounts[measure]
    if (account === undefined) return []
    const { promised, settled, allocations } = account
    const ifPromised = (value: number | undefined) => (isPromised ? (value ?? null) : settled && 0)
    const overdueFrom = (fromDays: number, toDays: number) =>
      settled &&
      sumExactly(
        allocations.map(({ dueOn, parts, receivedParts }) => {
          const age = daysBetween(dueOn, today)
          return age >= fromDays && age <= toDays ? parts - receivedParts : 0
        }),
      )
    const parts: Entry['parts'] = {
      promised: isPromised ? promised : 0,
      received: ifPromised(settled?.received),
      due: ifPromised(settled?.due),
      overdue: ifPromised(settled?.overdue),
      'overdue-1-30': isPromised ? overdueFrom(1, 30) : settled && 0,
      'overdue-31-90': isPromised ? overdueFrom(31, 90) : settled && 0,
      'overdue-over-90': isPromised ? overdueFrom(91, Number.POSITIVE_INFINITY) : settled && 0,
      later: ifPromised(settled?.later),
      unplanned: ifPromised(settled?.unplanned),
      beyond: ifPromised(settled?.beyond),
      offered: isEditable(pledge.status) ? promised : 0,
      'received-besides': isPromised ? settled && 0 : (settled?.received ?? null),
    }
    return [{ measure, parts }]
  })
}

function figure(formula: PledgeFormula, measure: Measure, entries: readonly Entry[]): PledgeFigure {
  const known = entries.flatMap((entry) => entry.parts[formula] ?? [])
  const sum = known.length < entries.length ? null : sumWhereExact(known)
  if (sum === null) return { formula, amountMinor: null, quantity: null, pledgeIds: [] }
  const behind = entries.filter((entry) => entry.parts[formula] !== 0)
  return { formula, ...measuredOf(measure, sum), pledgeIds: behind.map((entry) => entry.pledge.id) }
}

/** Largest promise first. Pledges that were only offered carry nothing yet. */
function shares<Key>(entries: readonly Entry[], measure: Measure, keyOf: (pledge: PicturePledge) => Key): Share<Key>[] {
  const carrying = entries.filter(({ pledge }) => pledge.status === 'confirmed')
  const partsIn = (group: readonly Entry[], formula: PledgeFormula) =>
    group.some((entry) => entry.parts[formula] === null)
      ? null
      : sumWhereExact(group.map((entry) => entry.parts[formula] ?? 0))
  const whole = { promised: partsIn(carrying, 'promised'), received: partsIn(carrying, 'received') }
  return [...Map.groupBy(carrying, (entry) => keyOf(entry.pledge))]
    .map(([key, group]) => ({ key, group, promised: partsIn(group, 'promised') ?? 0 }))
    .sort((a, b) => b.promised - a.promised || (String(a.key) < String(b.key) ? -1 : 1))
    .map(({ key, group }) => ({
      key,
      promised: figure('promised', measure, group),
      received: figure('received', measure, group),
      promisedShareRatio: ratio(partsIn(group, 'promised'), whole.promised),
      receivedShareRatio: ratio(partsIn(group, 'received'), whole.received),
    }))
}

/** A share of a whole; null where one of them is not known, or where there is no whole to share. */
function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 || part < 0 ? null : part / whole
}
