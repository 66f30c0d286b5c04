import { datedFacts } from '../risks/dated-facts.ts'
import type { History } from '../risks/history.ts'
import { parameters } from '../risks/parameters.ts'
import { type Day, dayFromNumber, dayNumber } from '../values/day.ts'
import { monthIndexOfDay } from '../values/month.ts'
import type { Heard } from './engagement.ts'

/**
 * What was heard of each active member at the end of a day, by organisation: its last act, told by the very facts the engine reads, and
 * whether an initiative it takes part in runs. Sees everything up to and including the day. Source: docs/adr/0065.
 */
export function heardOf(history: History, today: Day): Map<string, Heard> {
  const { ofOrganisation, ofInitiative } = lastActs(history, today)
  const running = new Set(
    history.initiatives
      .filter(({ id, startedOn, endedOn, plannedEndOn }) => {
        if (startedOn === null || startedOn > today || (endedOn !== null && endedOn <= today)) return false
        const acted = ofInitiative.get(id)
        return (
          plannedEndOn === null ||
          plannedEndOn >= today ||
          (acted !== undefined && acted + parameters.stagnation.quietDays >= dayNumber(today))
        )
      })
      .map(({ id }) => id),
  )
  const carried = new Set(
    history.participations
      .filter(({ initiativeId, from, to }) => running.has(initiativeId) && covers(from, to, today))
      .map(({ organisationId }) => organisationId),
  )
  const heard = new Map<string, Heard>()
  for (const { organisationId, state, from, to } of history.memberships ?? []) {
    if (state !== 'active' || !covers(from, to, today)) continue
    const acted = ofOrganisation.get(organisationId)
    heard.set(organisationId, {
      lastActOn: acted === undefined ? null : dayFromNumber(acted),
      memberSince: from,
      isInRunning: carried.has(organisationId),
    })
  }
  return heard
}

/** From inclusive, to exclusive; an unknown end is open. */
function covers(from: Day | null, to: Day | null, day: Day): boolean {
  return (from === null || from <= day) && (to === null || to > day)
}

/** The last day, as a number, on which each organisation and each initiative acted. */
function lastActs(history: History, today: Day) {
  const facts = datedFacts(history)
  const now = dayNumber(today)
  const ofOrganisation = new Map<string, number>()
  const ofInitiative = new Map<string, number>()
  const note = (acts: Map<string, number>, id: string, on: number) => {
    if (on <= now && on > (acts.get(id) ?? -Infinity)) acts.set(id, on)
  }
  const last = monthIndexOfDay(today)
  for (let month = facts.firstMonth ?? last + 1; month <= last; month += 1) {
    const { organisationActs, initiativeActs } = facts.at(month)
    for (const { organisationId, on } of organisationActs) note(ofOrganisation, organisationId, on)
    for (const { initiativeId, on } of initiativeActs) note(ofInitiative, initiativeId, on)
  }
  return { ofOrganisation, ofInitiative }
}
