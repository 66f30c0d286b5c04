import type { ParticipationFact } from './history.ts'

/** Whether two participations in an initiative say the same. */
export function isSameSpan(a: ParticipationFact, b: ParticipationFact): boolean {
  return a.organisationId === b.organisationId && a.from === b.from && a.to === b.to
}

/** Participations by their initiative and organisation, as far as they were told. */
export type ToldSpans = Map<string, ParticipationFact[]>

/** Whether a participation is told for the first time; it is then among those told. */
export function isToldFirst(one: ParticipationFact, told: ToldSpans): boolean {
  // Few share both, however many take part in one initiative; that two ids can be read as another two is told apart below.
  const both = one.initiativeId + one.organisationId
  const others = told.get(both)
  if (others === undefined) {
    told.set(both, [one])
    return true
  }
  if (others.some((other) => other.initiativeId === one.initiativeId && isSameSpan(other, one))) return false
  others.push(one)
  return true
}
