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
 * Two streams, each with its monthly mean over the last 12 months, rounded up to whole minor units. Costs of initiatives count as
 * planned as far ahead as what is planned comes to half of that mean or more: a project has months without a bill. General costs count
 * as planned for as many months in a row as anything is planned for, if that comes to half of the mean or more. Every other month costs
 * the mean at least, so that a single bill known early makes no money last longer. Source: docs/indicators.md §4B, docs/adr/0126.
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
      const means = streams.map((stream) => (back === 0 ? 0 : Math.ceil(sumDue(stream, now - back, now) / back)))
      const [ofInitiatives, general] = streams as [Stream, Stream]
      const [initiativeMean, generalMean] = means as [number, number]
      const planEnds = endOfPlan(ofInitiatives, now, initiativeMean, lines.runway.furthestMonths)
      const budgetEnds = endOfBudget(general, now, generalMean)
      const costIn = ({ planned }: Stream, month: number, end: number, mean: number) =>
        month < end ? planned.at(month) : Math.max(planned.at(month), mean)
      return Array.from(
        { length: months },
        (_, index) =>
          costIn(ofInitiatives, now + index, planEnds, initiativeMean) +
          costIn(general, now + index, budgetEnds, generalMean),
      )
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

/** The month before which general costs count as planned; `now` where nothing is planned or too little to be the whole of it. */
function endOfBudget({ planned }: Stream, now: number, mean: number): number {
  let end = now
  let sum = 0
  for (let amount = planned.at(end); amount > 0; amount = planned.at(end)) {
    sum += amount
    end += 1
  }
  return BUDGET_PARTS * sum >= mean * (end - now) ? end : now
}

/** The month before which costs of initiatives count as planned: as far as they are so much of the mean, months without a bill among them. */
function endOfPlan({ planned, lastPlanned }: Stream, now: number, mean: number, furthest: number): number {
  let end = now
  let sum = 0
  for (let month = now; month <= lastPlanned && month < now + furthest; month += 1) {
    sum += planned.at(month)
    if (BUDGET_PARTS * sum >= mean * (month + 1 - now)) end = month + 1
  }
  return end
}

function newStream(): Stream {
  return { due: monthSums(), planned: monthSums(), lastPlanned: -Infinity }
}
