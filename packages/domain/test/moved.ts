import type { DatedFacts, MonthFacts } from '../src/risks/dated-facts.ts'
import { type Month, monthIndex } from '../src/values/month.ts'

/** Moves a fold through all months from..to, so that it stands at the first day of the last. */
export function moved<Fold extends { moveTo: (month: number, facts: MonthFacts) => void }>(
  fold: Fold,
  facts: DatedFacts,
  to: Month,
  from: Month = '2020-01',
): Fold {
  for (let month = monthIndex(from); month <= monthIndex(to); month += 1) fold.moveTo(month, facts.at(month - 1))
  return fold
}
