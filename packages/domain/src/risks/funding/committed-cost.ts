import type { MonthFacts } from '../dated-facts.ts'
import { type MonthSums, monthSums } from '../month-sums.ts'
import type { FundingParameters } from '../parameters.ts'

/** Cost and reserves as known at the reading, whole minor units. */
export interface CommittedCost {
  readonly moveTo: (month: number, facts: MonthFacts) => void
  /** Cost of the `months` months from `now` on: what is already planned, else the monthly mean of the last year. */
  readonly ahead: (now: number, months: number) => number[]
  /** Sum of costs due in the last `months` months, and how many of these lie in the history of costs. */
  readonly recent: (now: number, months: number) => { readonly costMinor: number; readonly months: number }
  readonly isKnown: () => boolean
  /** Reserves of the latest day that states any; null before that. */
  readonly reservesMinor: () => number | null
  readonly state: () => CostState
}

/** What is planned is all there is from one part in so many of what the last year cost: set by judgement, docs/adr/0126. */
const BUDGET_PARTS = 2

interface Stream {
  readonly due: MonthSums
  readonly planned: MonthSums
  lastPlanned: number
}

interface CostState {
  readonly streams: readonly Stream[]
  readonly firstMonth: number | null
  readonly reserves: { readonly on: number; readonly amountMinor: number } | null
}

const NO_COST: CostState = { streams: [newStream(), newStream()], firstMonth: null, reserves: null }

/**
 * Two streams, of initiatives and of the community itself, each with its monthly mean over the last 12 months, rounded up to whole minor
 * units. What is planned is taken for all there is as far as it goes on as the last year did: it comes to half of the mean, is never
 * further behind that half than the last year's own costs were, and pauses no longer than they did. Every other month costs the mean at
 * least, and more where more is planned; so a single bill known early does away with no more months than the last year paused. Source:
 * docs/indicators.md §4B, docs/adr/0126.
 */
export function committedCost(lines: FundingParameters, from: CostState = NO_COST): CommittedCost {
  const streams = from.streams.map(({ due, planned, lastPlanned }) => ({
    due: due.copy(),
    planned: planned.copy(),
    lastPlanned,
  }))
  let { firstMonth, reserves } = from

  const monthsBack = (now: number, months: number) => (firstMonth === null ? 0 : Math.min(months, now - firstMonth))
  const sumDue = (stream: Stream, start: number, to: number) => {
    let sum = 0
    for (let month = start; month < to; month += 1) sum += stream.due.at(month)
    return sum
  }

  return {
    moveTo(month, facts) {
      for (const { isOfInitiative, amountMinor } of facts.costs) {
        firstMonth ??= month - 1
        ;(streams[isOfInitiative ? 0 : 1] as Stream).due.add(month - 1, amountMinor)
      }
      for (const { isOfInitiative, month: dueMonth, amountMinor } of facts.costsAhead) {
        const stream = streams[isOfInitiative ? 0 : 1] as Stream
        stream.planned.add(dueMonth, amountMinor)
        stream.lastPlanned = Math.max(stream.lastPlanned, dueMonth)
      }
      for (const { on, amountMinor } of facts.reserves) {
        if (reserves === null || on > reserves.on) reserves = { on, amountMinor }
        else if (on === reserves.on) reserves = { on, amountMinor: reserves.amountMinor + amountMinor }
      }
    },
    ahead(now, months) {
      const back = monthsBack(now, lines.runway.runRateMonths)
      const costsOf = streams.map((stream) => {
        const past = Array.from({ length: back }, (_, index) => stream.due.at(now - back + index))
        const mean = back === 0 ? 0 : Math.ceil(past.reduce((sum, one) => sum + one, 0) / back)
        const end = endOfPlan(stream, now, past, mean, lines.runway.furthestMonths)
        return (month: number) => (month < end ? stream.planned.at(month) : Math.max(stream.planned.at(month), mean))
      })
      return Array.from({ length: months }, (_, index) => costsOf.reduce((sum, costIn) => sum + costIn(now + index), 0))
    },
    recent(now, months) {
      const back = monthsBack(now, months)
      return { costMinor: streams.reduce((sum, stream) => sum + sumDue(stream, now - back, now), 0), months: back }
    },
    isKnown: () => firstMonth !== null,
    reservesMinor: () => reserves?.amountMinor ?? null,
    state: () => ({ streams, firstMonth, reserves }),
  }
}

/**
 * The month before which a stream costs what is planned: as far as its plan goes on as the months before did, `past`, and has come to so
 * much of their mean; `now` where it does not.
 */
function endOfPlan(
  { planned, lastPlanned }: Stream,
  now: number,
  past: readonly number[],
  mean: number,
  furthest: number,
): number {
  const usual = courseOf(past, mean)
  const last = Math.min(lastPlanned, now + furthest - 1)
  let end = now
  let course = begun
  for (let month = now; month <= last; month += 1) {
    course = after(course, planned.at(month), mean)
    if (course.pause > usual.pause || course.behind > usual.behind) break
    if (course.behind <= 0) end = month + 1
  }
  return end
}

/** How a plan, or a past, stands after some months: months in a row without a cost, and how far it is behind its part of the mean. */
interface Course {
  readonly pause: number
  readonly behind: number
}

const begun: Course = { pause: 0, behind: 0 }

function after({ pause, behind }: Course, amount: number, mean: number): Course {
  return { pause: amount > 0 ? 0 : pause + 1, behind: behind + mean - BUDGET_PARTS * amount }
}

/** The longest pause and the furthest behind of some months. */
function courseOf(months: readonly number[], mean: number): Course {
  let course = begun
  let worst = begun
  for (const amount of months) {
    course = after(course, amount, mean)
    worst = { pause: Math.max(worst.pause, course.pause), behind: Math.max(worst.behind, course.behind) }
  }
  return worst
}

function newStream(): Stream {
  return { due: monthSums(), planned: monthSums(), lastPlanned: -Infinity }
}
