import type { DatedFacts } from '../src/risks/dated-facts.ts'
import { type Month, monthFromIndex, monthIndex } from '../src/values/month.ts'

/** Months in which the town of these tests has facts, with some around them. */
export const RANGE = ['2023-06', '2025-06'] as const

/** All that lies in the months, without the order in which it was told; groups sorted. */
export function contentOf(facts: DatedFacts) {
  const months: Record<Month, Record<string, string[]>> = {}
  for (let month = monthIndex(RANGE[0]); month <= monthIndex(RANGE[1]); month += 1) {
    const lists = Object.entries(facts.at(month)).filter(([, list]) => (list as unknown[]).length > 0)
    months[monthFromIndex(month)] = Object.fromEntries(
      lists.map(([name, list]) => [name, (list as unknown[]).map((one) => JSON.stringify(one)).sort()]),
    )
  }
  const groups = [facts.publicFunders, facts.localPublicFunders, facts.privateOrganisations].map((group) =>
    [...group].sort(),
  )
  return { months, groups, firstMonth: facts.firstMonth }
}
