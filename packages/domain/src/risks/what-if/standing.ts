import { addMonths, type Month, monthIndex } from '../../values/month.ts'
import { datedFacts, type DatedFacts, type DatedPledge } from '../dated-facts.ts'
import type { History } from '../history.ts'
import type { Graph } from '../network/graph.ts'
import { articulationPoints } from '../network/graph-measures.ts'
import { parameters as usualParameters } from '../parameters.ts'
import { runningOn } from '../stagnation/running-initiatives.ts'
import type { ThresholdSpan, ThresholdVersion } from '../thresholds.ts'
import { thresholdSpans } from '../timeline-in-force.ts'
import { type SecondaryFacts, secondaryFacts } from '../secondary/secondary-facts.ts'
import { runningTies } from './cut-off.ts'
import { type CourseOfFlags, flagsFrom, type ReadAhead } from './horizon.ts'
import { type InitiativeIndex, initiativeIndex } from './initiatives-below.ts'
import { type MoneyAt, moneyAt } from './money-ahead.ts'
import { type MonthsAfter, monthsAfter } from './months-after.ts'
import { monthsAhead } from './months-ahead.ts'
import { FURTHEST_MONTHS, type Question } from './question.ts'
import { type RecordsOfLeavers, recordsOfLeavers } from './records-of-leavers.ts'
import { type CourseOfSigns, signsFrom } from './signs-ahead.ts'

/** How a community stands on the first day of a month, and what the months ahead bring: all that questions rest on. */
export interface Standing {
  readonly history: History
  readonly now: number
  readonly firstDay: string
  readonly past: DatedFacts
  readonly spans: readonly ThresholdSpan[]
  readonly monthsAfter: MonthsAfter
  readonly baseline: CourseOfFlags
  readonly readAhead: ReadAhead
  readonly carriedOn: History
  /** What only the other signs read, and their course as things stand; sorted when they are first asked for. */
  readonly signs: () => { readonly facts: SecondaryFacts; readonly baseline: CourseOfSigns }
  readonly money: MoneyAt
  readonly pledgesOf: ReadonlyMap<string, readonly DatedPledge[]>
  /** Partners of each initiative running on the day. */
  readonly crews: ReadonlyMap<string, readonly string[]>
  readonly runningIds: ReadonlySet<string>
  readonly index: InitiativeIndex
  readonly records: RecordsOfLeavers
  readonly graph: Graph
  readonly bridges: readonly string[]
}

/** Folds the past once. Throws RangeError for a month after what is recorded. */
export function standingOn(
  history: History,
  month: Month,
  { goesOn, recordedUntil }: Pick<Question, 'goesOn' | 'recordedUntil'>,
  versions: readonly ThresholdVersion[],
): Standing {
  if (month > recordedUntil) throw new RangeError(`${month} lies after what is recorded`)
  const now = monthIndex(month)
  const firstDay = `${month}-01`
  const carriedOn = monthsAhead(history, recordedUntil, addMonths(month, FURTHEST_MONTHS + 1), goesOn)
  const past = datedFacts(carriedOn)
  const spans = thresholdSpans(month, addMonths(month, FURTHEST_MONTHS), versions)
  const readAhead = flagsFrom(past, now, spans)
  let signs: ReturnType<Standing['signs']> | null = null
  const signsAsThingsStand = () => {
    const facts = secondaryFacts(past)
    return { facts, baseline: signsFrom(past, facts, now, spans) }
  }
  const running = runningOn(past, now, usualParameters.stagnation.quietDays)
  const graph = runningTies(running, usualParameters.stagnation.novelty.mostPartnersForPairs)
  return {
    history,
    now,
    firstDay,
    past,
    spans,
    monthsAfter: monthsAfter(carriedOn, now),
    baseline: readAhead(null),
    readAhead,
    carriedOn,
    signs: () => (signs ??= signsAsThingsStand()),
    money: moneyAt(past, now, usualParameters.funding),
    pledgesOf: knownPledges(past, now),
    crews: new Map(running.map((one) => [one.id, one.organisationIds])),
    runningIds: new Set(running.map((one) => one.id)),
    index: initiativeIndex(history, now),
    records: recordsOfLeavers(history, firstDay),
    graph,
    bridges: articulationPoints(graph),
  }
}

/** Pledges known before the month, so that stopping them is an event of the month. */
function knownPledges(facts: DatedFacts, now: number): Map<string, DatedPledge[]> {
  const known = new Map<string, DatedPledge[]>()
  for (let month = facts.firstMonth ?? now; month < now; month += 1)
    for (const pledge of facts.at(month).pledgesKnown) {
      const { organisationId } = pledge.fact
      const others = known.get(organisationId)
      if (others === undefined) known.set(organisationId, [pledge])
      else others.push(pledge)
    }
  return known
}
