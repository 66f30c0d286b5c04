import fc from 'fast-check'
import type { History } from '../src/risks/history.ts'
import { addDays } from '../src/values/day.ts'

/** Every generated history lies in these six years. */
export const monthsOfStory = { from: '2019-01', to: '2024-12' }

const FIRST_DAY = '2019-01-05'
const organisationIds = ['school', 'library', 'council', 'bank', 'club', 'choir', 'clinic', 'youth', 'office']
const legalStatuses = ['civic', 'civic', 'public', 'private', 'civic', 'unknown', 'public', 'civic', 'public']

const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays(FIRST_DAY, days))
const organisation = fc.constantFrom(...organisationIds)
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 2 })
const later = (from: string | null, days: number | null) =>
  from === null || days === null ? null : addDays(from, days)

const initiatives = fc
  .array(
    fc.record({
      startedOn: day,
      planned: maybe(fc.integer({ min: 20, max: 700 })),
      ended: maybe(fc.integer({ min: 20, max: 900 })),
      partners: fc.uniqueArray(fc.record({ organisation, joined: maybe(fc.nat(200)), stayed: maybe(fc.nat(300)) }), {
        maxLength: 6,
        selector: (partner) => partner.organisation,
      }),
    }),
    { maxLength: 45 },
  )
  .map((drafts) => ({
    initiatives: drafts.map(({ startedOn, planned, ended }, index) => ({
      id: `i${index}`,
      kind: 'joint',
      startedOn,
      plannedEndOn: later(startedOn, planned),
      endedOn: later(startedOn, ended),
      endState: ended === null ? null : 'completed',
    })),
    participations: drafts.flatMap(({ startedOn, partners }, index) =>
      partners.map((partner) => {
        const from = later(startedOn, partner.joined)
        return {
          initiativeId: `i${index}`,
          organisationId: partner.organisation,
          role: 'contributor',
          from,
          to: later(from ?? startedOn, partner.stayed),
        }
      }),
    ),
  }))

const money = fc
  .array(
    fc.record({
      organisation,
      confirmedOn: day,
      amountMinor: fc.integer({ min: 100, max: 5_000_000 }),
      days: fc.integer({ min: 1, max: 900 }),
      parts: fc.integer({ min: 1, max: 8 }),
      paidParts: fc.nat(8),
      kind: fc.constantFrom('cash', 'cash', 'cash', 'in-kind'),
      status: fc.constantFrom('confirmed', 'confirmed', 'written-off', 'offered'),
    }),
    { maxLength: 16 },
  )
  .map((drafts) => ({
    pledges: drafts.map((draft, index) => ({
      id: `p${index}`,
      initiativeId: null,
      organisationId: draft.organisation,
      kind: draft.kind,
      route: 'partner-co-funding',
      amountMinor: draft.amountMinor,
      currency: 'EUR',
      quantity: null,
      unit: null,
      confirmedOn: draft.confirmedOn,
      from: draft.confirmedOn,
      to: addDays(draft.confirmedOn, draft.days),
      status: draft.status,
    })),
    instalments: drafts.flatMap((draft, index) =>
      parts(draft).map((dueOn) => ({
        pledgeId: `p${index}`,
        dueOn,
        amountMinor: Math.ceil(draft.amountMinor / draft.parts),
        quantity: null,
      })),
    ),
    receipts: drafts.flatMap((draft, index) =>
      parts(draft)
        .slice(0, draft.paidParts)
        .map((receivedOn) => ({
          pledgeId: `p${index}`,
          receivedOn,
          amountMinor: Math.ceil(draft.amountMinor / draft.parts),
          quantity: null,
        })),
    ),
  }))

function parts(draft: { confirmedOn: string; days: number; parts: number }): string[] {
  return Array.from({ length: draft.parts }, (_, index) =>
    addDays(draft.confirmedOn, Math.floor((draft.days * (index + 1)) / draft.parts)),
  )
}

const bookings = fc
  .array(fc.record({ organisation, host: organisation, on: day, initiative: maybe(fc.nat(20)) }), { maxLength: 15 })
  .map((drafts) =>
    drafts.map((draft, index) => ({
      id: `b${index}`,
      spaceId: `space of ${draft.host}`,
      initiativeId: draft.initiative === null ? null : `i${draft.initiative}`,
      organisationId: draft.organisation,
      hostId: draft.host,
      startsOn: draft.on,
      endsOn: draft.on,
      hours: 2,
      status: 'confirmed',
    })),
  )

/** Histories of up to 45 initiatives, 16 pledges and 15 bookings, with any of the sources unknown. */
export const arbitraryHistory: fc.Arbitrary<History> = fc
  .record({
    work: initiatives,
    money,
    bookings: maybe(bookings),
    joined: maybe(fc.array(fc.tuple(organisation, day), { maxLength: 9 })),
    // The last says how many days before they fall due costs are known.
    costs: maybe(
      fc.array(fc.tuple(day, fc.integer({ min: 1, max: 500_000 }), fc.constantFrom(null, 0, 40, 400)), {
        maxLength: 30,
      }),
    ),
    reserves: maybe(fc.array(fc.tuple(day, fc.integer({ min: 0, max: 5_000_000 })), { maxLength: 5 })),
    keepsReceipts: fc.boolean(),
  })
  .map((draft) => ({
    currency: 'EUR',
    dataCompleteThrough: null,
    organisations: organisationIds.map((id, index) => ({
      id,
      sector: id === 'council' ? 'local-government' : 'other',
      legalStatus: legalStatuses[index] ?? 'unknown',
      parentId: id === 'office' ? 'council' : null,
    })),
    memberships:
      draft.joined?.map(([organisationId, from]) => ({ organisationId, state: 'active', from, to: null })) ?? null,
    ...draft.work,
    bookings: draft.bookings,
    pledges: draft.money.pledges,
    instalments: draft.money.instalments,
    receipts: draft.keepsReceipts ? draft.money.receipts : null,
    costs:
      draft.costs?.map(([dueOn, amountMinor, daysAhead]) => ({
        initiativeId: null,
        dueOn,
        amountMinor,
        currency: 'EUR',
        knownOn: daysAhead === null ? null : addDays(dueOn, -daysAhead),
      })) ?? null,
    reserves: draft.reserves?.map(([on, amountMinor]) => ({ on, amountMinor, currency: 'EUR' })) ?? null,
  }))

/** The same history with every list in another order. */
export function shuffled(history: History, numbers: Iterator<number>): History {
  const entries = Object.entries(history).map(([name, value]: [string, unknown]) => {
    if (!Array.isArray(value)) return [name, value]
    const keyed = (value as unknown[]).map((fact) => ({ fact, key: Number(numbers.next().value) }))
    return [name, keyed.sort((a, b) => a.key - b.key).map(({ fact }) => fact)]
  })
  return Object.fromEntries(entries) as History
}

/** The same history with every id replaced by another that sorts the other way round. */
export function relabelled(history: History): History {
  const opposite = (id: string) =>
    [...id].map((letter) => String.fromCodePoint(0x2000 - (letter.codePointAt(0) ?? 0))).join('')
  const idNames = /^(id|.*Id)$/
  return JSON.parse(
    JSON.stringify(history, (key, value: unknown) =>
      idNames.test(key) && typeof value === 'string' ? opposite(value) : value,
    ),
  ) as History
}
