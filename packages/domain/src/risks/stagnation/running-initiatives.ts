import { firstDayNumber, monthIndexOfDayNumber } from '../../values/month.ts'
import type { MonthFacts } from '../dated-facts.ts'
import { copiedLists, count, type Numbered, numbered } from '../numbered.ts'

/** One initiative; replaced, never changed, so that copies of the fold may share it. */
interface Initiative {
  readonly plannedEndOn: number | null
  /** Partners by number, once for each participation. */
  readonly partners: readonly number[]
  readonly isEnded: boolean
  readonly isRunning: boolean
  readonly lastActOn: number | null
}

/** What runs at the first day of a month, kept up by what changes and not by asking every initiative every month. */
export interface RunningInitiatives {
  /** Takes the facts of the month before and moves to the first day of `month`. */
  readonly moveTo: (month: number, facts: MonthFacts) => void
  readonly partnersActive: () => number
  readonly isActive: (organisationId: string) => boolean
  /** Running initiatives whose planned end is known. */
  readonly running: () => number
  /** Of these, by horizon 0..most, those whose planned end lies at least so many months after the first day of `month`. */
  readonly runningBeyond: (month: number, most: number) => number[]
  /** Running initiatives by id, each with its planned end and the partners in it. */
  readonly list: () => RunningInitiative[]
  readonly state: () => RunningState
}

export interface RunningInitiative {
  readonly id: string
  readonly plannedEndOn: number | null
  readonly organisationIds: readonly string[]
}

interface RunningState {
  readonly ids: Numbered
  readonly organisations: Numbered
  readonly initiatives: readonly (Initiative | undefined)[]
  readonly runningOf: readonly number[]
  readonly active: number
  readonly running: number
  readonly plannedEndMonths: ReadonlyMap<number, number>
  readonly toCheck: ReadonlyMap<number, readonly number[]>
}

/**
 * Running at a day: started before it and not ended; past its planned end an initiative without a recorded end runs until its last
 * act + quietDays. Partners are active while an initiative they take part in runs. onActive tells of partners that turn active or not,
 * onRunning of initiatives that begin or stop running. Source: docs/indicators.md §3.
 */
export function runningInitiatives(
  quietDays: number,
  onActive: (organisationId: string) => void,
  onRunning: ((initiativeId: string, isRunning: boolean) => void) | null = null,
  from: RunningState = nothingRuns(),
): RunningInitiatives {
  const { ids, organisations } = from
  const initiatives = from.initiatives.slice()
  const runningOf = from.runningOf.slice()
  const plannedEndMonths = new Map(from.plannedEndMonths)
  const toCheck = copiedLists(from.toCheck)
  let { active, running } = from

  const known = (id: string): number | undefined => {
    const number = ids.known(id)
    return number === undefined || initiatives[number] === undefined ? undefined : number
  }
  const change = (number: number, to: Partial<Initiative>) => {
    initiatives[number] = { ...(initiatives[number] as Initiative), ...to }
  }
  const countPartner = (organisation: number, by: 1 | -1) => {
    if (count(runningOf, organisation, by) !== (by === 1 ? 1 : 0)) return
    active += by
    onActive(organisations.nameOf(organisation))
  }
  const setRunning = (number: number, isRunning: boolean) => {
    const initiative = initiatives[number] as Initiative
    if (initiative.isRunning === isRunning) return
    change(number, { isRunning })
    onRunning?.(ids.nameOf(number), isRunning)
    const by = isRunning ? 1 : -1
    for (const organisation of new Set(initiative.partners)) countPartner(organisation, by)
    if (initiative.plannedEndOn === null) return
    running += by
    const month = monthIndexOfDayNumber(initiative.plannedEndOn)
    const next = (plannedEndMonths.get(month) ?? 0) + by
    if (next === 0) plannedEndMonths.delete(month)
    else plannedEndMonths.set(month, next)
  }
  const review = (number: number, today: number) => {
    const initiative = initiatives[number] as Initiative
    const until = runsUntil(initiative, quietDays)
    const isRunning = !initiative.isEnded && until >= today
    setRunning(number, isRunning)
    if (!isRunning || until === Infinity) return
    const month = monthIndexOfDayNumber(until) + 1
    const others = toCheck.get(month)
    if (others === undefined) toCheck.set(month, [number])
    else others.push(number)
  }
  const join = (number: number, organisationId: string) => {
    const organisation = organisations.numberOf(organisationId)
    const { partners, isRunning } = initiatives[number] as Initiative
    change(number, { partners: [...partners, organisation] })
    if (isRunning && !partners.includes(organisation)) countPartner(organisation, 1)
  }
  const leave = (number: number, organisationId: string) => {
    const organisation = organisations.numberOf(organisationId)
    const { partners, isRunning } = initiatives[number] as Initiative
    const position = partners.indexOf(organisation)
    const left = partners.filter((_, index) => index !== position)
    change(number, { partners: left })
    if (isRunning && position >= 0 && !left.includes(organisation)) countPartner(organisation, -1)
  }

  return {
    moveTo(month, facts) {
      const today = firstDayNumber(month)
      const touched = new Set<number>(toCheck.get(month))
      toCheck.delete(month)
      for (const { id, plannedEndOn } of facts.starts) {
        const number = ids.numberOf(id)
        while (initiatives.length <= number) initiatives.push(undefined)
        initiatives[number] = { plannedEndOn, partners: [], isEnded: false, isRunning: false, lastActOn: null }
        touched.add(number)
      }
      for (const { initiativeId, organisationId } of facts.joins) {
        const number = known(initiativeId)
        if (number !== undefined) join(number, organisationId)
      }
      for (const { initiativeId, organisationId } of facts.leaves) {
        const number = known(initiativeId)
        if (number !== undefined) leave(number, organisationId)
      }
      for (const { initiativeId, on } of facts.initiativeActs) {
        const number = known(initiativeId)
        if (number === undefined) continue
        const { lastActOn } = initiatives[number] as Initiative
        if (lastActOn !== null && lastActOn >= on) continue
        change(number, { lastActOn: on })
        touched.add(number)
      }
      for (const id of facts.ends) {
        const number = known(id)
        if (number === undefined) continue
        change(number, { isEnded: true })
        touched.add(number)
      }
      for (const number of touched) review(number, today)
    },
    partnersActive: () => active,
    isActive(organisationId) {
      const organisation = organisations.known(organisationId)
      return organisation !== undefined && (runningOf[organisation] ?? 0) > 0
    },
    running: () => running,
    runningBeyond(month, most) {
      const beyond = Array.from({ length: most + 1 }, () => 0)
      for (const [endMonth, ending] of plannedEndMonths) {
        const furthest = Math.min(most, endMonth - month)
        if (furthest >= 0) beyond[furthest] = (beyond[furthest] as number) + ending
      }
      for (let horizon = most - 1; horizon >= 0; horizon -= 1)
        beyond[horizon] = (beyond[horizon] as number) + (beyond[horizon + 1] as number)
      return beyond
    },
    list: () =>
      initiatives
        .flatMap((one, number) => (one?.isRunning ? [{ ...one, id: ids.nameOf(number) }] : []))
        .map(({ id, plannedEndOn, partners }) => ({
          id,
          plannedEndOn,
          organisationIds: [...new Set(partners)].map(organisations.nameOf).sort(),
        }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    state: () => ({ ids, organisations, initiatives, runningOf, active, running, plannedEndMonths, toCheck }),
  }
}

function nothingRuns(): RunningState {
  return {
    ids: numbered(),
    organisations: numbered(),
    initiatives: [],
    runningOf: [],
    active: 0,
    running: 0,
    plannedEndMonths: new Map(),
    toCheck: new Map(),
  }
}

function runsUntil({ plannedEndOn, lastActOn }: Initiative, quietDays: number): number {
  if (plannedEndOn === null) return Infinity
  return Math.max(plannedEndOn, lastActOn === null ? -Infinity : lastActOn + quietDays)
}
