import type { Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import type { History } from './history.ts'
import { knownDayOf } from './what-if/without-leaving.ts'

/**
 * The facts of which a reading of the month may know: those that had happened before its first day, with what was promised and planned
 * by then. The month reads the same from it as from the whole; the months after read as if nothing more had happened. The history
 * given is not changed. Source: docs/adr/0012, docs/adr/0128.
 */
export function historyBefore(history: History, month: Month): History {
  const today: Day = `${month}-01`
  const isBefore = (day: Day | null) => day === null || day < today
  const begun = <Span extends { readonly from: Day | null; readonly to: Day | null }>(spans: readonly Span[]) =>
    spans.filter(({ from }) => isBefore(from)).map((one) => (isBefore(one.to) ? one : { ...one, to: null }))
  const startOf = new Map(history.initiatives.map(({ id, startedOn }) => [id, startedOn]))
  const firstDueOf = new Map<string, Day>()
  for (const { pledgeId, dueOn } of history.instalments ?? []) {
    const first = firstDueOf.get(pledgeId)
    if (first === undefined || dueOn < first) firstDueOf.set(pledgeId, dueOn)
  }
  return {
    ...history,
    memberships: history.memberships && begun(history.memberships),
    initiatives: history.initiatives
      .filter(({ startedOn }) => isBefore(startedOn))
      .map((one) => (isBefore(one.endedOn) ? one : { ...one, endedOn: null, endState: null })),
    participations: begun(history.participations),
    bookings: history.bookings?.filter(({ startsOn }) => isBefore(startsOn)) ?? null,
    pledges: history.pledges?.filter((one) => isBefore(knownDayOf(one, firstDueOf.get(one.id) ?? null))) ?? null,
    receipts: history.receipts?.filter(({ receivedOn }) => isBefore(receivedOn)) ?? null,
    costs:
      history.costs?.filter(
        ({ initiativeId, dueOn, knownOn }) =>
          isBefore(dueOn) || isBefore(knownOn ?? (initiativeId === null ? null : startOf.get(initiativeId)) ?? dueOn),
      ) ?? null,
    reserves: history.reserves?.filter(({ on }) => isBefore(on)) ?? null,
    // The end and the hours of a coordination are known from its beginning: docs/adr/0071.
    ...(history.coordinations ? { coordinations: history.coordinations.filter(({ from }) => isBefore(from)) } : {}),
    ...(history.representations ? { representations: begun(history.representations) } : {}),
    ...(history.spaces ? { spaces: begun(history.spaces) } : {}),
  }
}
