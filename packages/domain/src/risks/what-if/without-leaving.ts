import type { Day } from '../../values/day.ts'
import type { History, ParticipationFact, PledgeFact } from '../history.ts'
import type { Gone } from './who-leaves.ts'

/**
 * The same history in which those who go are gone from `day` on: memberships, participations and offers of spaces end that day; their
 * pledges bring nothing more; bookings by them, in their spaces or at their hosts do not take place; who acts for nobody else stops
 * coordinating. An initiative that nobody is left
 * in ends that day, one that would begin without anybody does not begin. What lies before `day` stays as it is. Source: docs/adr/0085.
 */
export function withoutLeaving(history: History, day: Day, gone: Gone): History {
  const { organisationIds, spaceIds } = gone
  if (organisationIds.size === 0 && spaceIds.size === 0) return history
  const isGone = (id: string | null) => id !== null && organisationIds.has(id)
  const abandoned = initiativesLeftAlone(history, day, isGone)
  const neverBegins = (id: string | null) => id !== null && abandoned.get(id) === 'never-begins'
  const endsNow = (id: string | null) => id !== null && abandoned.has(id)
  const pledges = new Map((history.pledges ?? []).map((one) => [one.id, one]))
  const isStopped = (pledgeId: string) => isGone(pledges.get(pledgeId)?.organisationId ?? null)

  return {
    ...history,
    memberships: history.memberships && endSpans(history.memberships, day, (one) => isGone(one.organisationId)),
    initiatives: history.initiatives
      .filter((one) => !neverBegins(one.id))
      .map((one) => (endsNow(one.id) ? { ...one, endedOn: day, endState: 'abandoned' } : one)),
    participations: endSpans(
      history.participations.filter((one) => !neverBegins(one.initiativeId)),
      day,
      (one) => isGone(one.organisationId),
    ),
    bookings:
      history.bookings &&
      history.bookings.filter(
        (one) =>
          one.startsOn < day ||
          !(isGone(one.organisationId) || isGone(one.hostId) || spaceIds.has(one.spaceId) || endsNow(one.initiativeId)),
      ),
    pledges:
      history.pledges &&
      history.pledges.flatMap((one) => (isGone(one.organisationId) ? stoppedAt(one, day, history) : [one])),
    instalments:
      history.instalments && history.instalments.filter((one) => one.dueOn < day || !isStopped(one.pledgeId)),
    receipts: history.receipts && history.receipts.filter((one) => one.receivedOn < day || !isStopped(one.pledgeId)),
    ...(history.spaces ? { spaces: endSpans(history.spaces, day, (one) => spaceIds.has(one.id)) } : {}),
    ...withoutTheirPeople(history, day, isGone, neverBegins),
  }
}

/** Persons stop acting for those who go; who acts for nobody that stays stops coordinating, who never acted for anybody goes on. */
function withoutTheirPeople(
  history: History,
  day: Day,
  isGone: (id: string | null) => boolean,
  neverBegins: (initiativeId: string | null) => boolean,
): Partial<Pick<History, 'representations' | 'coordinations'>> {
  const { representations, coordinations } = history
  const [leaving, staying] = [new Set<string>(), new Set<string>()]
  for (const one of representations ?? []) {
    if ((one.from !== null && one.from > day) || (one.to !== null && one.to <= day)) continue
    ;(isGone(one.organisationId) ? leaving : staying).add(one.personId)
  }
  const stops = (personId: string) => leaving.has(personId) && !staying.has(personId)
  return {
    ...(representations
      ? { representations: endSpans(representations, day, (one) => isGone(one.organisationId)) }
      : {}),
    ...(coordinations
      ? {
          coordinations: endSpans(
            coordinations.filter((one) => !neverBegins(one.initiativeId)),
            day,
            (one) => stops(one.personId),
          ),
        }
      : {}),
  }
}

/** The day from which a pledge is known, as the engine reads it; null where nothing dates it. */
export function knownDayOf(pledge: PledgeFact, firstDueOn: Day | null): Day | null {
  return pledge.confirmedOn ?? pledge.from ?? firstDueOn ?? pledge.to
}

function stoppedAt(pledge: PledgeFact, day: Day, history: History): PledgeFact[] {
  const dues = (history.instalments ?? []).filter((one) => one.pledgeId === pledge.id).map((one) => one.dueOn)
  const knownOn = knownDayOf(pledge, dues.sort()[0] ?? null)
  return knownOn !== null && knownOn >= day ? [] : [pledge]
}

/** Spans of those concerned end on `day` at the latest (half-open); those that would begin later do not begin. */
function endSpans<Span extends { readonly from: Day | null; readonly to: Day | null }>(
  spans: readonly Span[],
  day: Day,
  isConcerned: (span: Span) => boolean,
): Span[] {
  return spans.flatMap((one) => {
    if (!isConcerned(one) || (one.to !== null && one.to <= day)) return [one]
    return one.from !== null && one.from >= day ? [] : [{ ...one, to: day }]
  })
}

function initiativesLeftAlone(
  history: History,
  day: Day,
  isGone: (id: string) => boolean,
): ReadonlyMap<string, 'ends' | 'never-begins'> {
  const ahead = new Set(history.initiatives.filter((one) => (one.startedOn ?? '') >= day).map((one) => one.id))
  const kept = new Set<string>()
  const lost = new Set<string>()
  for (const one of history.participations) {
    if (!isOpen(one, day)) continue
    if (!isGone(one.organisationId)) kept.add(one.initiativeId)
    // Who would have joined later leaves nobody alone.
    else if (one.from === null || one.from < day || ahead.has(one.initiativeId)) lost.add(one.initiativeId)
  }
  const alone = new Map<string, 'ends' | 'never-begins'>()
  for (const { id, startedOn, endedOn } of history.initiatives) {
    if (!lost.has(id) || kept.has(id) || startedOn === null || (endedOn !== null && endedOn <= day)) continue
    alone.set(id, startedOn >= day ? 'never-begins' : 'ends')
  }
  return alone
}

function isOpen(one: ParticipationFact, day: Day): boolean {
  return one.to === null || one.to > day
}
