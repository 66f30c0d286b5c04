import { type Month, monthFromIndex } from '../../values/month.ts'
import type { DatedFacts, DatedPledge } from '../dated-facts.ts'
import type { History } from '../history.ts'
import type { Edge } from '../network/graph.ts'
import { engine, parameters } from '../parameters.ts'
import type { ThresholdVersion } from '../thresholds.ts'
import { networkAfter, tiesWithin } from './cut-off.ts'
import { type CourseOfFlags, type Departure, factsAfter } from './horizon.ts'
import { initiativesBelow } from './initiatives-below.ts'
import { lossesOf } from './losses.ts'
import { courseOver, type PledgeAhead, pledgeAhead, scheduled } from './money-ahead.ts'
import { type Adding, FURTHEST_MONTHS, type Leaving, type Question, type WayToGoOn } from './question.ts'
import { levelsRaised, raisedFlags } from './raised-flags.ts'
import { comparedSigns, type CourseOfSigns, signFactsAfter, signsFrom, type SignsAnswer } from './signs-ahead.ts'
import { spacesLost } from './spaces-lost.ts'
import { type Standing, standingOn } from './standing.ts'
import type { StressAnswer } from './stress-answer.ts'
import { type Weight, weighing } from './weight.ts'
import type { Gone } from './who-leaves.ts'
import { withAdditions } from './with-additions.ts'
import { withoutLeaving } from './without-leaving.ts'

/** A history folded up to a month, ready to be asked many questions. */
export interface WhatIf {
  readonly month: Month
  readonly history: History
  readonly ask: (leaving: Leaving, adding: Adding, horizonMonths: number) => StressAnswer
  /** The same question over any horizon up to `furthestMonths`: months are read when a horizon first reaches them, and once. */
  readonly about: (leaving: Leaving, adding: Adding, furthestMonths: number) => (horizonMonths: number) => StressAnswer
  /** What a departure costs without reading any flag: cheap enough to look at everybody. */
  readonly weigh: (leaving: Leaving, horizonMonths: number) => Weight
  /** The other signs over any horizon. They take long (the past is read once a question); a reading pauses after each month. */
  readonly signs: (leaving: Leaving, adding: Adding) => (horizonMonths: number) => Generator<undefined, SignsAnswer>
  /** Steps of level by which the two flags would peak higher over the horizon because of who goes. */
  readonly levelsRaisedBy: (leaving: Leaving, adding: Adding, horizonMonths: number) => number
}

/**
 * What would happen from the first day of `month` on if some left, or others came. The past stays as it was; the engine itself reads
 * the months ahead, once as they would go on and once without those who go, each by the lines in force in it. Pure: the history given
 * is not changed. horizonMonths 1..36; month not after recordedUntil. Throws RangeError outside these. Source: docs/adr/0085, 0086.
 */
export function stressTest(
  history: History,
  month: Month,
  question: Question,
  thresholds: readonly ThresholdVersion[] = [],
): StressAnswer {
  const { leaving, adding, horizonMonths, ...ahead } = question
  return openWhatIf(history, month, ahead, thresholds).ask(leaving, adding, horizonMonths)
}

/** Folds the past once; each question then reads the months it asks about. Without thresholds the product's own lines judge. */
export function openWhatIf(
  history: History,
  month: Month,
  ahead: Pick<Question, 'goesOn' | 'recordedUntil'>,
  thresholds: readonly ThresholdVersion[] = [],
): WhatIf {
  const standing = standingOn(history, month, ahead, thresholds)
  const { goesOn } = ahead
  return {
    month,
    history,
    ask: (leaving, adding, horizonMonths) =>
      questionOn(standing, leaving, adding, horizonMonths, goesOn)(horizonMonths),
    about: (leaving, adding, furthestMonths) => questionOn(standing, leaving, adding, furthestMonths, goesOn),
    weigh: weighing(standing),
    signs: (leaving, adding) => signsOn(standing, leaving, adding),
    levelsRaisedBy(leaving, adding, horizonMonths) {
      const end = standing.now + horizonMonths
      const { course } = departureOf(standing, standing.records.whoLeaves(leaving), adding)
      return levelsRaised(raisedFlags(standing.baseline.through(end), course.through(end)))
    },
  }
}

function questionOn(
  standing: Standing,
  leaving: Leaving,
  adding: Adding,
  furthestMonths: number,
  goesOn: WayToGoOn,
): (horizonMonths: number) => StressAnswer {
  refuseImpossible(furthestMonths, FURTHEST_MONTHS)
  const { history, now, firstDay, baseline, spans, records, money } = standing
  const [inForce] = spans
  const gone = records.whoLeaves(leaving)
  const { course, supposed } = departureOf(standing, gone, adding)
  const own = records.recordsOf(gone)
  const lines = parameters.funding
  const moneyWith = scheduled(money, lines, () => false)
  const moneyWithout = scheduled(money, lines, (pledge) => isOf(gone, pledge), supposed)
  const network = networkAfter(standing.graph, standing.bridges, gone.organisationIds, supposedTies(adding, standing))
  return (horizonMonths) => {
    refuseImpossible(horizonMonths, furthestMonths)
    const end = now + horizonMonths
    const flags = { with: baseline.through(end), without: course.through(end) }
    return {
      engine,
      parametersVersion: inForce?.version ?? parameters.version,
      thresholds: spans,
      month: monthFromIndex(now),
      horizonMonths,
      goesOn,
      currency: history.currency,
      gone: {
        organisationIds: [...gone.organisationIds].sort(),
        alongIds: [...gone.alongIds].sort(),
        spaceIds: [...gone.spaceIds].sort(),
      },
      losses: lossesOf(own, gone, now, end),
      money: {
        with: courseOver(money, moneyWith, horizonMonths, lines),
        without: courseOver(money, moneyWithout, horizonMonths, lines),
        reservesMinor: money.reservesMinor,
        pledges: money.pledges.length,
      },
      initiatives: {
        running: standing.runningIds.size,
        below: initiativesBelow(standing.index, standing.runningIds, gone, now, end, joiningBy(adding)),
      },
      spaces: spacesLost(own, gone, firstDay, end),
      network,
      flags,
      raised: raisedFlags(flags.with, flags.without),
    }
  }
}

/** The months ahead without those who go and with those who come, and the money that these bring. */
function departureOf(
  standing: Standing,
  gone: Gone,
  adding: Adding,
): { readonly course: CourseOfFlags; readonly supposed: readonly PledgeAhead[] } {
  const { now, past } = standing
  const departure = departureFrom(standing, gone, adding)
  return {
    course: departure === null ? standing.baseline : standing.readAhead(departure),
    supposed: departure === null ? [] : supposedPledges(departure.facts, now, past),
  }
}

/** Null where nothing that the two flags read changes. */
function departureFrom({ now, past, pledgesOf, monthsAfter }: Standing, gone: Gone, adding: Adding): Departure | null {
  const changed = monthsAfter.changedBy(gone, adding)
  const pledgesStopped = [...gone.organisationIds].flatMap((id) => pledgesOf.get(id) ?? [])
  return changed === null && pledgesStopped.length === 0 ? null : { month: now, facts: changed ?? past, pledgesStopped }
}

function signsOn(
  standing: Standing,
  leaving: Leaving,
  adding: Adding,
): (horizonMonths: number) => Generator<undefined, SignsAnswer> {
  const { now, past, spans, firstDay, carriedOn } = standing
  let courses: { readonly usual: CourseOfSigns; readonly changed: CourseOfSigns } | null = null
  const begin = () => {
    const gone = standing.records.whoLeaves(leaving)
    const history = withAdditions(withoutLeaving(carriedOn, firstDay, gone), monthFromIndex(now), adding)
    const { facts, baseline } = standing.signs()
    if (history === carriedOn) return { usual: baseline, changed: baseline }
    const changed = { ...factsAfter(past, departureFrom(standing, gone, adding)), history }
    return { usual: baseline, changed: signsFrom(changed, signFactsAfter(facts, changed, now), now, spans) }
  }
  return (horizonMonths) => {
    refuseImpossible(horizonMonths, FURTHEST_MONTHS)
    const { usual, changed } = (courses ??= begin())
    return comparedSigns(usual, changed, now + horizonMonths)
  }
}

function refuseImpossible(months: number, most: number): void {
  if (!Number.isInteger(months) || months < 1 || months > most)
    throw new RangeError(`a horizon of ${months} months is not possible`)
}

function isOf(gone: Gone, pledge: DatedPledge): boolean {
  return gone.organisationIds.has(pledge.fact.organisationId)
}

function supposedPledges(facts: DatedFacts, now: number, past: DatedFacts): PledgeAhead[] {
  return facts
    .at(now)
    .pledgesKnown.filter((one) => one.id.startsWith('supposed '))
    .map((one) => pledgeAhead(one, !past.privateOrganisations.has(one.fact.organisationId)))
}

function joiningBy(adding: Adding): ReadonlyMap<string, number> {
  const joining = new Map<string, number>()
  for (const { initiativeId } of adding.partners)
    if (initiativeId !== null) joining.set(initiativeId, (joining.get(initiativeId) ?? 0) + 1)
  return joining
}

/** Ties of those who join something that runs, to everybody in it and to each other, and of those who begin something together. */
function supposedTies({ initiatives, partners }: Adding, { crews }: Standing): Edge[] {
  const joined = [...new Set(partners.map((one) => one.initiativeId))].map((id) => {
    const crew = crews.get(id ?? '')
    if (crew === undefined) return []
    return [
      ...crew,
      ...partners.flatMap((one, position) => (one.initiativeId === id ? [`supposed partner ${position + 1}`] : [])),
    ]
  })
  const begun = initiatives.map((one) => one.organisationIds)
  return tiesWithin([...joined, ...begun], parameters.stagnation.novelty.mostPartnersForPairs)
}
