import type { History, InitiativeFact } from '../../../packages/domain/src/risks/history.ts'
import { parameters } from '../../../packages/domain/src/risks/parameters.ts'
import { dayNumber } from '../../../packages/domain/src/values/day.ts'
import { firstDayNumber, monthIndexOfDay } from '../../../packages/domain/src/values/month.ts'

const lines = parameters.stagnation

/** Initiatives that run on a day, by what had happened before it. */
export function runningAt(history: History, started: readonly InitiativeFact[], today: number): InitiativeFact[] {
  const lastAct = new Map<string, number>()
  const act = (id: string | null, on: number) => {
    if (id !== null && on < today) lastAct.set(id, Math.max(lastAct.get(id) ?? on, on))
  }
  const startOf = new Map(started.map((one) => [one.id, one.startedOn as string]))
  for (const { initiativeId, from, to } of history.participations) {
    const start = startOf.get(initiativeId)
    if (start !== undefined && from !== null && from > start && (to === null || to >= from))
      act(initiativeId, dayNumber(from))
  }
  for (const one of history.bookings ?? [])
    if (one.status === 'confirmed' || one.status === 'attended') act(one.initiativeId, dayNumber(one.startsOn))
  const pledges = new Map((history.pledges ?? []).map((one) => [one.id, one]))
  for (const one of pledges.values()) {
    const isPromised = one.status === 'confirmed' || one.status === 'written-off'
    if (isPromised && one.confirmedOn !== null) act(one.initiativeId, dayNumber(one.confirmedOn))
  }
  for (const one of history.receipts ?? [])
    act(pledges.get(one.pledgeId)?.initiativeId ?? null, dayNumber(one.receivedOn))
  return started.filter(({ id, startedOn, plannedEndOn, endedOn }) => {
    if (endedOn !== null && dayNumber(later(endedOn, startedOn as string)) < today) return false
    if (plannedEndOn === null) return true
    // What happened in months before it started is no act of it.
    const acted = lastAct.get(id) ?? -Infinity
    const counts = acted >= firstDayNumber(monthIndexOfDay(startedOn as string))
    return Math.max(dayNumber(plannedEndOn), counts ? acted + lines.quietDays : -Infinity) >= today
  })
}

/** Partners by initiative, of those that had started before a day and had not left by it. */
export function presentPartners(
  history: History,
  started: readonly InitiativeFact[],
  today: number,
): Map<string, Set<string>> {
  const startOf = new Map(started.map((one) => [one.id, one.startedOn as string]))
  const present = new Map<string, Set<string>>()
  for (const { initiativeId, organisationId, from, to } of history.participations) {
    const start = startOf.get(initiativeId)
    if (start === undefined) continue
    const on = later(from ?? start, start)
    if (dayNumber(on) >= today || (to !== null && (to < on || dayNumber(to) < today))) continue
    present.set(initiativeId, (present.get(initiativeId) ?? new Set()).add(organisationId))
  }
  return present
}

/** The later of two days. */
export function later(a: string, b: string): string {
  return a > b ? a : b
}
