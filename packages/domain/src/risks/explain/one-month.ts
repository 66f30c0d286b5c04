import { type Month, monthIndex } from '../../values/month.ts'
import { datedFacts } from '../dated-facts.ts'
import {
  type FundingReader,
  fundingReader,
  fundingScore,
  type FundingSublevels,
  levelsOf,
} from '../funding/funding-reader.ts'
import type { History } from '../history.ts'
import type { Parameters } from '../parameters.ts'
import { incompleteAt } from '../reason.ts'
import {
  pointsOf,
  type StagnationFamilies,
  type StagnationReader,
  stagnationReader,
  stagnationScore,
} from '../stagnation/stagnation-reader.ts'

/** One flag's reading of one month without the memory of the flag: the same score and readings as in a timeline. */
export interface OneMonth<Readings> {
  readonly score: number | null
  /** Points or levels by reading; null where one is not readable. */
  readonly grades: Readonly<Record<string, number | null>>
  readonly readings: Readings
}

export type StagnationMonth = OneMonth<StagnationFamilies>
export type FundingMonth = OneMonth<FundingSublevels>

/** The five families of one month. Absorbs every month, and reads only the last. */
export function stagnationOf(history: History, month: Month, parameters: Parameters): StagnationMonth {
  const facts = datedFacts({ ...history, costs: null, reserves: null })
  const now = monthIndex(month)
  const reader = stagnationReader(facts, parameters)
  for (let one = (facts.firstMonth ?? now) + 1; one <= now; one += 1) reader.moveTo(one, now)
  return stagnationIn(reader, now, history, parameters)
}

/** The families where a reader stands, at the first day of the month with this index. */
export function stagnationIn(
  reader: StagnationReader,
  now: number,
  { dataCompleteThrough }: History,
  parameters: Parameters,
): StagnationMonth {
  const readings = reader.read()
  if (incompleteAt(dataCompleteThrough, now) !== null)
    return { score: null, grades: allNull(pointsOf(readings)), readings }
  return { score: stagnationScore(readings, parameters.stagnation), grades: pointsOf(readings), readings }
}

/** The seven sub-levels of one month. */
export function fundingOf(history: History, month: Month, parameters: Parameters): FundingMonth {
  const facts = datedFacts({ ...history, participations: [], memberships: null, bookings: null })
  const now = monthIndex(month)
  const reader = fundingReader(facts, parameters)
  for (let one = (facts.firstMonth ?? now) + 1; one <= now; one += 1) reader.moveTo(one)
  return fundingIn(reader, now, history, parameters)
}

/** The sub-levels where a reader stands, at the first day of the month with this index. */
export function fundingIn(
  reader: FundingReader,
  now: number,
  { dataCompleteThrough }: History,
  parameters: Parameters,
): FundingMonth {
  const readings = reader.read(now)
  if (incompleteAt(dataCompleteThrough, now) !== null)
    return { score: null, grades: allNull(levelsOf(readings)), readings }
  const score = fundingScore(readings, reader.historyMonths(now), parameters.funding)
  return { score, grades: levelsOf(readings), readings }
}

function allNull(grades: Readonly<Record<string, number | null>>): Record<string, null> {
  return Object.fromEntries(Object.keys(grades).map((name) => [name, null]))
}
