import { firstDayNumber, monthIndexOfDayNumber } from '../../values/month.ts'
import type { MonthFacts } from '../dated-facts.ts'

interface RunningState {
  readonly plannedEndOn: number | null
  readonly partners: Map<string, number>
  isEnded: boolean
  isRunning: boolean
  lastActOn: number | null
}

/** What runs at the first day of a month, kept up by what changes and not by asking every initiative every month. */
export interface RunningInitiatives {
  /** Takes the facts of the month before and moves to the first day of `month`. */
  readonly moveTo: (month: number, facts: MonthFacts) => void
  readonly partnersActive: () => number
  readonly isActive: (organisationId: string) => boolean
  /** Running initiatives whose planned end is known. */
  readonly running: () => number
  /** Of these, those whose planned end lies at least `horizon` months after the first day of `month`. */
  readonly runningBeyond: (month: number, horizon: number) => number
  /** Running initiatives by id, each with its planned end and the partners in it. */
  readonly list: () => RunningInitiative[]
}

export interface RunningInitiative {
  readonly id: string
  readonly plannedEndOn: number | null
  readonly organisationIds: readonly string[]
}

/**
 * Running at a day: started before it and not ended; past its planned end an initiative without a recorded end runs until its last
 * act + quietDays. Partners are active while an initiative they take part in runs. onActive tells of partners that turn active or not,
 * onRunning of initiatives that begin or stop running.
 * Source: docs/indicators.md §3.
 */
export function runningInitiatives(
  quietDays: number,
  onActive: (organisationId: string) => void,
  onRunning?: (initiativeId: string, isRunning: boolean) => void,
): RunningInitiatives {
  const states = new Map<string, RunningState>()
  const runningOf = new Map<string, number>()
  const plannedEndMonths = new Map<number, number>()
  const toCheck = new Map<number, string[]>()

  const add = (counts: Map<string | number, number>, key: string | number, by: number): number => {
    const next = (counts.get(key) ?? 0) + by
    if (next === 0) counts.delete(key)
    else counts.set(key, next)
    return next
  }
  const countPartner = (organisationId: string, by: 1 | -1) => {
    const next = add(runningOf as Map<string | number, number>, organisationId, by)
    if (next === 0 || (by === 1 && next === 1)) onActive(organisationId)
  }
  const setRunning = (id: string, state: RunningState, isRunning: boolean) => {
    if (state.isRunning === isRunning) return
    state.isRunning = isRunning
    onRunning?.(id, isRunning)
    const by = isRunning ? 1 : -1
    for (const organisationId of state.partners.keys()) countPartner(organisationId, by)
    if (state.plannedEndOn !== null) {
      add(plannedEndMonths as Map<string | number, number>, monthIndexOfDayNumber(state.plannedEndOn), by)
    }
  }
  const runsUntil = (state: RunningState): number => {
    if (state.plannedEndOn === null) return Infinity
    return Math.max(state.plannedEndOn, state.lastActOn === null ? -Infinity : state.lastActOn + quietDays)
  }
  const review = (id: string, state: RunningState, today: number) => {
    const until = runsUntil(state)
    setRunning(id, state, !state.isEnded && until >= today)
    if (!state.isRunning || until === Infinity) return
    const month = monthIndexOfDayNumber(until) + 1
    const others = toCheck.get(month)
    if (others === undefined) toCheck.set(month, [id])
    else others.push(id)
  }

  return {
    moveTo(month, facts) {
      const today = firstDayNumber(month)
      const touched = new Set<string>(toCheck.get(month))
      toCheck.delete(month)
      for (const { id, plannedEndOn } of facts.starts) {
        states.set(id, { plannedEndOn, partners: new Map(), isEnded: false, isRunning: false, lastActOn: null })
        touched.add(id)
      }
      for (const { initiativeId, organisationId } of facts.joins) {
        const state = states.get(initiativeId)
        if (state === undefined) continue
        if (add(state.partners as Map<string | number, number>, organisationId, 1) === 1 && state.isRunning)
          countPartner(organisationId, 1)
      }
      for (const { initiativeId, organisationId } of facts.leaves) {
        const state = states.get(initiativeId)
        if (state === undefined) continue
        if (add(state.partners as Map<string | number, number>, organisationId, -1) === 0 && state.isRunning)
          countPartner(organisationId, -1)
      }
      for (const { initiativeId, on } of facts.initiativeActs) {
        const state = states.get(initiativeId)
        if (state === undefined) continue
        state.lastActOn = Math.max(state.lastActOn ?? on, on)
        touched.add(initiativeId)
      }
      for (const id of facts.ends) {
        const state = states.get(id)
        if (state === undefined) continue
        state.isEnded = true
        touched.add(id)
      }
      for (const id of touched) review(id, states.get(id) as RunningState, today)
    },
    partnersActive: () => runningOf.size,
    isActive: (organisationId) => runningOf.has(organisationId),
    running: () => [...plannedEndMonths.values()].reduce((sum, count) => sum + count, 0),
    runningBeyond(month, horizon) {
      let beyond = 0
      for (const [endMonth, count] of plannedEndMonths) if (endMonth >= month + horizon) beyond += count
      return beyond
    },
    list: () =>
      [...states]
        .filter(([, state]) => state.isRunning)
        .map(([id, { plannedEndOn, partners }]) => ({ id, plannedEndOn, organisationIds: [...partners.keys()].sort() }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}
