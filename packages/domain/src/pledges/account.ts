import type { Day } from '../values/day.ts'
import { sumExactly } from '../values/money.ts'
import { partsOf, type Measure, type Measured } from './measured.ts'

/** What one pledge promised, owes and brought in one measure; all in its smallest parts. */
export interface Account {
  /** What was pledged, or the sum of the instalments where that is more. */
  readonly promised: number
  /** Sum of the instalments; 0 where nobody said when it falls due. */
  readonly planned: number
  /** Null where the community keeps no receipts: nothing is known of what arrived. */
  readonly settled: Settled | null
  /** How the receipts settle the instalments, by due day; empty without receipts. */
  readonly allocations: readonly Allocation[]
}

/**
 * What is settled and what is open. promised + beyond = received + due + overdue + later + unplanned, as long as no more
 * was handed back than received.
 */
export interface Settled {
  /** Net of what was handed back. */
  readonly received: number
  /** Falls due today and has not arrived. */
  readonly due: number
  readonly overdue: number
  /** Day of the oldest instalment that is overdue. */
  readonly overdueSince: Day | null
  /** Instalments after today, as far as nothing has arrived for them yet. */
  readonly later: number
  /** Promised and not arrived, with no day said. */
  readonly unplanned: number
  /** Received beyond the promise. */
  readonly beyond: number
}

export interface Allocation {
  /** Place in the list of instalments given. */
  readonly index: number
  readonly dueOn: Day
  readonly parts: number
  readonly receivedParts: number
}

/** The account of a pledge in one measure; null where the pledge is not counted in it. Receipts are those seen by today. */
export function readAccount(
  measure: Measure,
  pledge: Measured,
  instalments: readonly (Measured & { readonly dueOn: Day })[],
  receipts: readonly Measured[] | null,
  today: Day,
): Account | null {
  const pledged = partsOf(pledge, measure)
  if (pledged === null) return null
  const plan = instalments.flatMap((instalment, index) => {
    const parts = partsOf(instalment, measure)
    return parts === null ? [] : [{ index, dueOn: instalment.dueOn, parts }]
  })
  const planned = sumExactly(plan.map((one) => one.parts))
  const promised = Math.max(pledged, planned)
  if (receipts === null) return { promised, planned, settled: null, allocations: [] }
  const received = sumExactly(receipts.flatMap((receipt) => partsOf(receipt, measure) ?? []))
  const { allocations, rest } = allocateOldestFirst(plan, Math.max(0, received))
  const openOf = (isOpen: (dueOn: Day) => boolean) =>
    sumExactly(allocations.map((one) => (isOpen(one.dueOn) ? one.parts - one.receivedParts : 0)))
  const overdueSince = allocations.find((one) => one.dueOn < today && one.receivedParts < one.parts)?.dueOn ?? null
  return {
    promised,
    planned,
    allocations,
    settled: {
      received,
      due: openOf((dueOn) => dueOn === today),
      overdue: openOf((dueOn) => dueOn < today),
      overdueSince,
      later: openOf((dueOn) => dueOn > today),
      unplanned: Math.max(0, promised - planned - rest),
      beyond: Math.max(0, rest - (promised - planned)),
    },
  }
}

/**
 * Settles instalments with what arrived, the oldest due day first; of equal days the first given. receivedParts ≥ 0.
 * What is left over when all are settled is the rest: settled parts and rest sum to what arrived.
 */
export function allocateOldestFirst<Planned extends { readonly dueOn: Day; readonly parts: number }>(
  instalments: readonly Planned[],
  receivedParts: number,
): { readonly allocations: readonly (Planned & { readonly receivedParts: number })[]; readonly rest: number } {
  let rest = receivedParts
  const byDay = [...instalments].sort((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)))
  const allocations = byDay.map((instalment) => {
    const taken = Math.min(rest, instalment.parts)
    rest -= taken
    return { ...instalment, receivedParts: taken }
  })
  return { allocations, rest }
}
