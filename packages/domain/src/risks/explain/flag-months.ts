import { addMonths, type Month, monthFromIndex, monthIndex } from '../../values/month.ts'
import type { DatedFacts } from '../dated-facts.ts'
import type { FlagReading } from '../flag-reading.ts'
import type { Parameters } from '../parameters.ts'
import { incompleteAt, type Reason } from '../reason.ts'
import { parametersInForce, type ThresholdVersion } from '../thresholds.ts'
import { thresholdSpans } from '../timeline-in-force.ts'

interface Fold<Reading> {
  readonly next: (month: number, unreadable: Reason | null) => Reading
  readonly pass: (month: number, unreadable: Reason | null) => unknown
}

/**
 * One flag's readings of the months up to `month`, each by the lines in force in it, from the month after the first fact on, so that
 * every change of level is seen: the same as in a timeline, and the other flag is not read. Empty where the first fact lies ahead.
 */
export function flagMonths<Reading extends FlagReading>(
  facts: DatedFacts,
  month: Month,
  versions: readonly ThresholdVersion[],
  foldOf: (facts: DatedFacts, parameters: Parameters) => Fold<Reading>,
): Reading[] {
  const now = monthIndex(month)
  if (facts.firstMonth === null) return []
  const first = facts.firstMonth + 1
  const spans = thresholdSpans(monthFromIndex(first), month, versions)
  return spans.flatMap(({ from, version, values }, index) => {
    const fold = foldOf(facts, parametersInForce(values, version))
    const next = spans[index + 1]
    const to = next === undefined ? now : monthIndex(addMonths(next.from, -1))
    const readings: Reading[] = []
    for (let one = first; one <= to; one += 1) {
      const unreadable = incompleteAt(facts.history.dataCompleteThrough, one)
      if (one < monthIndex(from)) fold.pass(one, unreadable)
      else readings.push(fold.next(one, unreadable))
    }
    return readings
  })
}
