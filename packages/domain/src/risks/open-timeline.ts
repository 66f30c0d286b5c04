import { type Month, monthIndex } from '../values/month.ts'
import type { History } from './history.ts'
import type { Change } from './fact-groups.ts'
import { type KnownFacts, knownFacts } from './known-facts.ts'
import { engine, type Parameters, parameters as parametersInForce } from './parameters.ts'
import { blankReading, type Folds, foldsOf, type MonthReading, type Timeline } from './timeline.ts'

/** A timeline that goes on: it reads further months, and learns facts of any month, at the cost of what they touch. */
export interface OpenTimeline {
  /** The readings of the months from..to, both included: bit-equal to `timeline(history(), from, to)`. */
  readonly read: (from: Month, to: Month) => Timeline
  /** Learns facts. Months they touch are read again when next asked for; the others keep their readings. */
  readonly learn: (change: Change) => void
  /** All that is known so far. */
  readonly history: () => History
}

/** Of so many months every second one can be gone back to; further back one month a year. Source: docs/adr/0075. */
const RECENT_MONTHS = 12
const RECENTLY_ONE_IN = 2
const ONE_MONTH_IN = 12

/**
 * Opens a timeline. Where the fold stood is kept for every second of the last 12 months and for one month a year before them; a fact of an
 * earlier month is read from the nearest of these on. A change of what is kept at all, or of an organisation that pledges name, begins
 * again. Source: docs/indicators.md §7 rule 8 and §9.
 */
export function openTimeline(opened: History, parameters: Parameters = parametersInForce): OpenTimeline {
  let facts = knownFacts(opened)
  let firstReading = firstReadingOf(facts)
  let folds = foldsOf(facts.dated, parameters)
  /** Where the folds stood after a month; never moved, only copied. */
  let stands = new Map<number, Folds>()
  /** Readings from firstReading on. */
  let readings: MonthReading[] = []

  const begin = () => {
    firstReading = firstReadingOf(facts)
    folds = foldsOf(facts.dated, parameters)
    stands = new Map()
    readings = []
  }
  const advanceTo = (to: number) => {
    for (let month = firstReading + readings.length; month <= to; month += 1) {
      readings.push(folds.next(month))
      const isRecent = month > to - RECENT_MONTHS && month % RECENTLY_ONE_IN === 0
      if (isRecent || month % ONE_MONTH_IN === 0) stands.set(month, folds.copy())
      const old = month - RECENT_MONTHS
      if (old % ONE_MONTH_IN !== 0) stands.delete(old)
    }
  }
  /** Forgets the readings that see facts of this month, and goes back to where the folds stood before them. */
  const goBackTo = (month: number) => {
    if (firstReading + readings.length - 1 <= month) return
    for (const one of stands.keys()) if (one > month) stands.delete(one)
    const nearest = Math.max(...stands.keys(), -Infinity)
    const stand = stands.get(nearest)
    folds = stand?.copy() ?? foldsOf(facts.dated, parameters)
    readings = readings.slice(0, stand === undefined ? 0 : nearest - firstReading + 1)
  }

  return {
    read(from, to) {
      const [first, last] = [monthIndex(from), monthIndex(to)]
      advanceTo(last)
      const months = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
        const month = first + index
        return readings[month - firstReading] ?? blankReading(facts.dated.history, month, parameters)
      })
      return { engine, parametersVersion: parameters.version, months }
    },
    learn(change) {
      const touched = facts.learn(change)
      if (touched === null) return
      if (touched === 'everything') {
        facts = knownFacts(facts.history())
        begin()
      } else if (firstReadingOf(facts) !== firstReading) begin()
      else goBackTo(touched)
    },
    history: () => facts.history(),
  }
}

function firstReadingOf({ dated }: KnownFacts): number {
  return dated.firstMonth === null ? Infinity : dated.firstMonth + 1
}
