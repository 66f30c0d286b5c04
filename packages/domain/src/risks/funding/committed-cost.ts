import type { MonthFacts } from '../dated-facts.ts'
import type { FundingParameters } from '../parameters.ts'

/** Cost and reserves as known at the reading, whole minor units. */
export interface CommittedCost {
  readonly moveTo: (month: number, facts: MonthFacts) => void
  /** Cost of a month to come: what is already planned for it, else the monthly mean of the last year. */
  readonly costIn: (month: number, now: number) => number
  /** Sum of costs due in the last `months` months, and how many of these lie in the history of costs. */
  readonly recent: (now: number, months: number) => { readonly costMinor: number; readonly months: number }
  readonly isKnown: () => boolean
  /** Reserves of the latest day that states any; null before that. */
  readonly reservesMinor: () => number | null
}

interface Stream {
  readonly due: Map<number, number>
  readonly planned: Map<number, number>
  lastPlanned: number
}

/**
 * Two streams, costs of initiatives and general costs. Within a stream a planned month counts as planned; beyond the last planned
 * month the stream goes on at its monthly mean over the last 12 months, rounded up to whole minor units. Source: docs/indicators.md §4B.
 */
export function committedCost(lines: FundingParameters): CommittedCost {
  const streams: Stream[] = [newStream(), newStream()]
  let firstMonth: number | null = null
  let reserves: { on: number; amountMinor: number } | null = null

  const monthsBack = (now: number, months: number) => (firstMonth === null ? 0 : Math.min(months, now - firstMonth))
  const sumDue = (stream: Stream, from: number, to: number) => {
    let sum = 0
    for (let month = from; month < to; month += 1) sum += stream.due.get(month) ?? 0
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
    costIn(month, now) {
      const back = monthsBack(now, lines.runway.runRateMonths)
      return streams.reduce((sum, stream) => {
        if (month <= stream.lastPlanned) return sum + (stream.planned.get(month) ?? 0)
        return sum + (back === 0 ? 0 : Math.ceil(sumDue(stream, now - back, now) / back))
      }, 0)
    },
    recent(now, months) {
      const back = monthsBack(now, months)
      return { costMinor: streams.reduce((sum, stream) => sum + sumDue(stream, now - back, now), 0), months: back }
    },
    isKnown: () => firstMonth !== null,
    reservesMinor: () => reserves?.amountMinor ?? null,
  }
}

function newStream(): Stream {
  return { due: new Map(), planned: new Map(), lastPlanned: -Infinity }
}

function add(sums: Map<number, number>, month: number, by: number): void {
  sums.set(month, (sums.get(month) ?? 0) + by)
}
