import type { MonthFacts } from '../dated-facts.ts'
import type { FundingParameters } from '../parameters.ts'

/** Cost and reserves as known at the reading, whole minor units. */
export interface CommittedCost {
  readonly moveTo: (month: number, facts: MonthFacts) => void
  /** Cost of the `months` months from `now` on: what is already planned for each, else the monthly mean of the last year. */
  readonly ahead: (now: number, months: number) => number[]
  /** Sum of costs due in the last `months` months, and how many of these lie in the history of costs. */
  readonly recent: (now: number, months: number) => { readonly costMinor: number; readonly months: number }
  readonly isKnown: () => boolean
  /** Reserves of the latest day that states any; null before that. */
  readonly reservesMinor: () => number | null
  readonly state: () => CostState
}

interface Stream {
  readonly due: Map<number, number>
  readonly planned: Map<number, number>
  lastPlanned: number
}

interface CostState {
  readonly streams: readonly Stream[]
  readonly firstMonth: number | null
  readonly reserves: { readonly on: number; readonly amountMinor: number } | null
}

const NO_COST: CostState = { streams: [newStream(), newStream()], firstMonth: null, reserves: null }

/**
 * Two streams, costs of initiatives and general costs. Within a stream a planned month counts as planned; beyond the last planned
 * month the stream goes on at its monthly mean over the last 12 months, rounded up to whole minor units. Source: docs/indicators.md §4B.
 */
export function committedCost(lines: FundingParameters, from: CostState = NO_COST): CommittedCost {
  const streams = from.streams.map(({ due, planned, lastPlanned }) => ({
    due: new Map(due),
    planned: new Map(planned),
    lastPlanned,
  }))
  let { firstMonth, reserves } = from

  const monthsBack = (now: number, months: number) => (firstMonth === null ? 0 : Math.min(months, now - firstMonth))
  const sumDue = (stream: Stream, start: number, to: number) => {
    let sum = 0
    for (let month = start; month < to; month += 1) sum += stream.due.get(month) ?? 0
    return sum
  }

  return {
    moveTo(month, facts) {
      for (const { isOfInitiative, amountMinor } of facts.costs) {
        firstMonth ??= month - 1
        add((streams[isOfInitiative ? 0 : 1] as Stream).due, month - 1, amountMinor)
      }
      for (const { isOfInitiative, month: dueMonth, amountMinor } of facts.costsAhead) {
        const stream = streams[isOfInitiative ? 0 : 1] as Stream
        add(stream.planned, dueMonth, amountMinor)
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
      return Array.from({ length: months }, (_, index) =>
        streams.reduce((sum, stream, which) => {
          if (now + index > stream.lastPlanned) return sum + (means[which] as number)
          return sum + (stream.planned.get(now + index) ?? 0)
        }, 0),
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

function newStream(): Stream {
  return { due: new Map(), planned: new Map(), lastPlanned: -Infinity }
}

function add(sums: Map<number, number>, month: number, by: number): void {
  sums.set(month, (sums.get(month) ?? 0) + by)
}
