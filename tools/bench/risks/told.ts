import type { History } from '../../../packages/domain/src/risks/history.ts'
import type { Facts } from '../../../packages/domain/src/risks/fact-groups.ts'
import { addMonths, type Month } from '../../../packages/domain/src/values/month.ts'

/** A history as a community that tells its facts as they happen would have it on the first day of a month. */
export function toldBefore(history: History, month: Month): History {
  const today = `${month}-01`
  const isPast = (day: string | null) => day !== null && day < today
  const started = new Set(history.initiatives.filter((one) => isPast(one.startedOn)).map((one) => one.id))
  const pledges = new Set(history.pledges?.filter((one) => isPast(one.confirmedOn)).map((one) => one.id))
  return {
    ...history,
    memberships: history.memberships && history.memberships.filter((one) => isPast(one.from)),
    initiatives: history.initiatives
      .filter((one) => started.has(one.id))
      .map((one) => (isPast(one.endedOn) ? one : { ...one, endedOn: null, endState: null })),
    participations: history.participations.filter(
      (one) => started.has(one.initiativeId) && (one.from === null || isPast(one.from)),
    ),
    bookings: history.bookings && history.bookings.filter((one) => isPast(one.startsOn)),
    pledges: history.pledges && history.pledges.filter((one) => pledges.has(one.id)),
    instalments: history.instalments && history.instalments.filter((one) => pledges.has(one.pledgeId)),
    receipts: history.receipts && history.receipts.filter((one) => isPast(one.receivedOn)),
    // A cost of an initiative is told with the initiative, as the engine takes it to be known from then on.
    costs:
      history.costs &&
      history.costs.filter((one) => isPast(one.dueOn) || (one.initiativeId !== null && started.has(one.initiativeId))),
    reserves: history.reserves && history.reserves.filter((one) => isPast(one.on)),
  }
}

/** What was told in a month and not before: new facts, and initiatives that ended in it. */
export function toldIn(history: History, month: Month): Facts {
  const [before, after] = [toldBefore(history, month), toldBefore(history, addMonths(month, 1))]
  const added = <Fact>(known: readonly Fact[] | null, then: readonly Fact[] | null): Fact[] => {
    const old = new Set(known)
    return (then ?? []).filter((fact) => !old.has(fact))
  }
  const ended = new Map(before.initiatives.map((one) => [one.id, one.endedOn]))
  return {
    memberships: added(before.memberships, after.memberships),
    initiatives: after.initiatives.filter((one) => !ended.has(one.id) || ended.get(one.id) !== one.endedOn),
    participations: added(before.participations, after.participations),
    bookings: added(before.bookings, after.bookings),
    pledges: added(before.pledges, after.pledges),
    instalments: added(before.instalments, after.instalments),
    receipts: added(before.receipts, after.receipts),
    costs: added(before.costs, after.costs),
    reserves: added(before.reserves, after.reserves),
  }
}
