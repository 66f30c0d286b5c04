import { firstDayNumber, monthIndexOfDayNumber } from '../../values/month.ts'
import type { DatedFacts, MonthFacts } from '../dated-facts.ts'
import { type MonthSums, monthSums } from '../month-sums.ts'
import { copiedLists, count, type Numbered, numbered } from '../numbered.ts'

/** What an initiative does, by its number. */
const [UNKNOWN, STANDS, RUNS, ENDED] = [0, 1, 2, 3] as const
type Course = typeof UNKNOWN | typeof STANDS | typeof RUNS | typeof ENDED

const NEVER = -Infinity

/** What runs at the first day of a month, kept up by what changes and not by asking every initiative every month. */
export interface RunningInitiatives {
  /** Takes the facts of the month before and moves to the first day of `month`. */
  readonly moveTo: (month: number, facts: MonthFacts) => void
  readonly partnersActive: () => number
  /** By the number of the organisation. */
  readonly isActive: (organisation: number) => boolean
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
  readonly courses: readonly Course[]
  /** Infinity where none is planned. */
  readonly plannedEnds: readonly number[]
  readonly lastActs: readonly number[]
  /** Partners by number, once for each participation; lists are replaced, never changed. */
  readonly partners: readonly (readonly number[])[]
  readonly runningOf: readonly number[]
  readonly active: number
  readonly running: number
  readonly plannedEnding: MonthSums
  readonly toCheck: ReadonlyMap<number, readonly number[]>
}

/**
 * Running at a day: started before it and not ended; past its planned end an initiative without a recorded end runs until its last
 * act + quietDays. Partners are active while an initiative they take part in runs. onActive tells of partners, by their number among
 * `organisations`, that turn active or not, onRunning of initiatives that begin or stop running. Source: docs/indicators.md §3.
 */
export function runningInitiatives(
  quietDays: number,
  organisations: Numbered,
  onActive: ((organisation: number) => void) | null,
  onRunning: ((initiativeId: string, isRunning: boolean) => void) | null = null,
  from: RunningState = nothingRuns(numbered()),
): RunningInitiatives {
  const { ids } = from
  const courses = from.courses.slice()
  const plannedEnds = from.plannedEnds.slice()
  const lastActs = from.lastActs.slice()
  const partners = from.partners.slice()
  const runningOf = from.runningOf.slice()
  /** Running initiatives by the month of their planned end. */
  const plannedEnding = from.plannedEnding.copy()
  const toCheck = copiedLists(from.toCheck)
  let { active, running } = from

  const known = (id: string): number | undefined => {
    const number = ids.known(id)
    return number === undefined || (courses[number] ?? UNKNOWN) === UNKNOWN ? undefined : number
  }
  const start = (number: number, plannedEndOn: number | null) => {
    while (courses.length <= number) {
      courses.push(UNKNOWN)
      plannedEnds.push(Infinity)
      lastActs.push(NEVER)
      partners.push([])
    }
    courses[number] = STANDS
    plannedEnds[number] = plannedEndOn ?? Infinity
    lastActs[number] = NEVER
    partners[number] = []
  }
  const countPartner = (organisation: number, by: 1 | -1) => {
    if (count(runningOf, organisation, by) !== (by === 1 ? 1 : 0)) return
    active += by
    onActive?.(organisation)
  }
  const setRunning = (number: number, isRunning: boolean) => {
    const course = courses[number] as Course
    if ((course === RUNS) === isRunning) return
    courses[number] = isRunning ? RUNS : STANDS
    onRunning?.(ids.nameOf(number), isRunning)
    const by = isRunning ? 1 : -1
    for (const organisation of distinct(partners[number] as readonly number[])) countPartner(organisation, by)
    const plannedEndOn = plannedEnds[number] as number
    if (plannedEndOn === Infinity) return
    running += by
    plannedEnding.add(monthIndexOfDayNumber(plannedEndOn), by)
  }
  /** Past its planned end an initiative runs until its last act grows old; without one until its end is recorded. */
  const runsUntil = (number: number) =>
    Math.max(plannedEnds[number] as number, (lastActs[number] as number) + quietDays)
  const review = (number: number, today: number) => {
    if (courses[number] === ENDED) return
    const until = runsUntil(number)
    const isRunning = until >= today
    setRunning(number, isRunning)
    if (!isRunning || until === Infinity) return
    const month = monthIndexOfDayNumber(until) + 1
    const others = toCheck.get(month)
    if (others === undefined) toCheck.set(month, [number])
    else others.push(number)
  }
  const join = (number: number, organisationId: string) => {
    const organisation = organisations.numberOf(organisationId)
    const present = partners[number] as readonly number[]
    partners[number] = [...present, organisation]
    if (courses[number] === RUNS && !present.includes(organisation)) countPartner(organisation, 1)
  }
  const leave = (number: number, organisationId: string) => {
    const organisation = organisations.numberOf(organisationId)
    const present = partners[number] as readonly number[]
    const position = present.indexOf(organisation)
    if (position < 0) return
    const left = present.toSpliced(position, 1)
    partners[number] = left
    if (courses[number] === RUNS && !left.includes(organisation)) countPartner(organisation, -1)
  }

  return {
    moveTo(month, facts) {
      const today = firstDayNumber(month)
      const touched = new Set<number>(toCheck.get(month))
      toCheck.delete(month)
      for (const { id, plannedEndOn } of facts.starts) {
        const number = ids.numberOf(id)
        start(number, plannedEndOn)
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
        if (number === undefined || (lastActs[number] as number) >= on) continue
        lastActs[number] = on
        // What runs is looked at again when it would stop: nothing is to be done for it now.
        if (courses[number] === STANDS) touched.add(number)
      }
      for (const id of facts.ends) {
        const number = known(id)
        if (number === undefined) continue
        setRunning(number, false)
        courses[number] = ENDED
      }
      for (const number of touched) review(number, today)
    },
    partnersActive: () => active,
    isActive: (organisation) => (runningOf[organisation] ?? 0) > 0,
    running: () => running,
    runningBeyond: (month, most) =>
      Array.from({ length: most + 1 }, (_, horizon) => plannedEnding.from(month + horizon)),
    list: () =>
      courses
        .flatMap((course, number) => (course === RUNS ? [number] : []))
        .map((number) => ({
          id: ids.nameOf(number),
          plannedEndOn: plannedEnds[number] === Infinity ? null : (plannedEnds[number] as number),
          organisationIds: distinct(partners[number] as readonly number[])
            .map(organisations.nameOf)
            .sort(),
        }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    state: () => ({
      ids,
      courses,
      plannedEnds,
      lastActs,
      partners,
      runningOf,
      active,
      running,
      plannedEnding,
      toCheck,
    }),
  }
}

/** What runs at the first day of the month with this index, by id. */
export function runningOn(facts: DatedFacts, month: number, quietDays: number): RunningInitiative[] {
  const running = runningInitiatives(quietDays, numbered(), null)
  for (let one = (facts.firstMonth ?? month) + 1; one <= month; one += 1) running.moveTo(one, facts.at(one - 1))
  return running.list()
}

function distinct(numbers: readonly number[]): readonly number[] {
  return numbers.length < 2 ? numbers : [...new Set(numbers)]
}

/** Before the first start; initiatives get their numbers in the given table. */
export function nothingRuns(ids: Numbered): RunningState {
  return {
    ids,
    courses: [],
    plannedEnds: [],
    lastActs: [],
    partners: [],
    runningOf: [],
    active: 0,
    running: 0,
    plannedEnding: monthSums(),
    toCheck: new Map(),
  }
}
