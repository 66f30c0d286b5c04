import { addMonths, type Month, monthFromIndex, monthIndex } from '../../values/month.ts'
import { datedFacts, type DatedFacts, type DatedPledge } from '../dated-facts.ts'
import { type FlagLevel, flagLevels } from '../flag-level.ts'
import type { History } from '../history.ts'
import { articulationPoints } from '../network/graph-measures.ts'
import type { Edge, Graph } from '../network/graph.ts'
import { engine, type Parameters, parameters as parametersInForce } from '../parameters.ts'
import { runningInitiatives } from '../stagnation/running-initiatives.ts'
import { type NetworkAfter, networkAfter, runningTies } from './cut-off.ts'
import { datedFuture, type FlagsAhead, flagsFrom, type ReadAhead, touchingFrom } from './horizon.ts'
import { type InitiativeBelow, type InitiativeIndex, initiativeIndex, initiativesBelow } from './initiatives-below.ts'
import { type Losses, lossesOf } from './losses.ts'
import { type MoneyAt, moneyAt, type MoneyCourse, moneyCourse, type PledgeAhead, pledgeAhead } from './money-ahead.ts'
import { monthsAhead } from './months-ahead.ts'
import { type Adding, FURTHEST_MONTHS, type Leaving, type Question, type WayToGoOn } from './question.ts'
import { type SpaceLost, spacesLost } from './spaces-lost.ts'
import { type Gone, whoLeaves } from './who-leaves.ts'
import { withAdditions } from './with-additions.ts'
import { withoutLeaving } from './without-leaving.ts'

export interface RaisedFlag {
  readonly flag: 'stagnation' | 'funding'
  /** The first month in which the flag stands higher than it would have stood, with both levels. */
  readonly month: Month
  readonly with: FlagLevel
  readonly without: FlagLevel
  /** The highest level of the horizon without those who go, and with them. */
  readonly peakWith: FlagLevel
  readonly peakWithout: FlagLevel
}

export interface StressAnswer {
  readonly engine: string
  readonly parametersVersion: string
  readonly month: Month
  readonly horizonMonths: number
  readonly goesOn: WayToGoOn
  readonly currency: string
  readonly gone: {
    readonly organisationIds: readonly string[]
    readonly alongIds: readonly string[]
    readonly spaceIds: readonly string[]
  }
  readonly losses: Losses
  readonly money: {
    readonly with: MoneyCourse
    readonly without: MoneyCourse
    readonly reservesMinor: number | null
    /** Confirmed pledges in the community's currency that the courses rest on. */
    readonly pledges: number
  }
  readonly initiatives: { readonly running: number; readonly below: readonly InitiativeBelow[] }
  readonly spaces: readonly SpaceLost[]
  readonly network: NetworkAfter
  /** From the month of the question on; the first month is the same in both, because it only sees the past. */
  readonly flags: { readonly with: readonly FlagsAhead[]; readonly without: readonly FlagsAhead[] }
  readonly raised: readonly RaisedFlag[]
}

/** A history folded up to a month, ready to be asked many questions. */
export interface WhatIf {
  readonly month: Month
  readonly history: History
  readonly ask: (leaving: Leaving, adding: Adding, horizonMonths: number) => StressAnswer
  /** The same question over any horizon up to `furthestMonths`: the engine reads the months once, a horizon costs little. */
  readonly about: (leaving: Leaving, adding: Adding, furthestMonths: number) => (horizonMonths: number) => StressAnswer
  /** What a departure costs without reading any flag: cheap enough to look at everybody. */
  readonly weigh: (leaving: Leaving, horizonMonths: number) => Weight
}

export interface Weight {
  readonly gone: Gone
  readonly lostMinor: number
  /** Part of the confirmed income of the horizon that is lost, 0..1; null where none is scheduled. */
  readonly lostShare: number | null
  readonly initiativesBelow: number
  readonly cutOff: number
}

/**
 * What would happen from the first day of `month` on if some left, or others came. The past stays as it was; the engine itself reads
 * the months ahead, once as they would go on and once without those who go. Pure: the history given is not changed.
 * horizonMonths 1..36; month not after recordedUntil. Throws RangeError outside these. Source: docs/adr/0085, 0086.
 */
export function stressTest(
  history: History,
  month: Month,
  question: Question,
  parameters: Parameters = parametersInForce,
): StressAnswer {
  const { leaving, adding, horizonMonths, ...ahead } = question
  return openWhatIf(history, month, ahead, parameters).ask(leaving, adding, horizonMonths)
}

/** Folds the past and the months ahead once; each question then replays the horizon alone. */
export function openWhatIf(
  history: History,
  month: Month,
  ahead: Pick<Question, 'goesOn' | 'recordedUntil'>,
  parameters: Parameters = parametersInForce,
): WhatIf {
  const { goesOn, recordedUntil } = ahead
  if (month > recordedUntil) throw new RangeError(`${month} lies after what is recorded`)
  const now = monthIndex(month)
  const firstDay = `${month}-01`
  const end = addMonths(month, FURTHEST_MONTHS + 1)
  const carriedOn = monthsAhead(history, recordedUntil, end, goesOn)
  const past = datedFacts(carriedOn)
  const small = touchingFrom(carriedOn, firstDay)
  const readAhead = flagsFrom(past, now, parameters)
  const baseline = readAhead(null, now + FURTHEST_MONTHS)
  const money = moneyAt(past, now, parameters.funding)
  const known = knownPledges(past, now)
  const running = runningOn(past, now, parameters)
  const runningIds = new Set(running.map((one) => one.id))
  const index = initiativeIndex(history, now)
  const graph = runningTies(running, parameters.stagnation.novelty.mostPartnersForPairs)
  const bridges = articulationPoints(graph)
  const state: State = {
    history,
    parameters,
    now,
    firstDay,
    past,
    small,
    baseline,
    readAhead,
    money,
    known,
    runningIds,
    index,
    graph,
    bridges,
    carriedOn,
  }
  return {
    month,
    history,
    ask: (leaving, adding, horizonMonths) => questionOn(state, leaving, adding, horizonMonths, goesOn)(horizonMonths),
    about: (leaving, adding, furthestMonths) => questionOn(state, leaving, adding, furthestMonths, goesOn),
    weigh: (leaving, horizonMonths) => weightOf(state, leaving, horizonMonths),
  }
}

interface State {
  readonly history: History
  readonly carriedOn: History
  readonly parameters: Parameters
  readonly now: number
  readonly firstDay: string
  readonly past: DatedFacts
  readonly small: History
  readonly baseline: readonly FlagsAhead[]
  readonly readAhead: ReadAhead
  readonly money: MoneyAt
  readonly known: readonly DatedPledge[]
  readonly runningIds: ReadonlySet<string>
  readonly index: InitiativeIndex
  readonly graph: Graph
  readonly bridges: readonly string[]
}

function questionOn(
  state: State,
  leaving: Leaving,
  adding: Adding,
  furthestMonths: number,
  goesOn: WayToGoOn,
): (horizonMonths: number) => StressAnswer {
  refuseImpossible(furthestMonths, FURTHEST_MONTHS)
  const { history, parameters, now, firstDay, past, small, baseline } = state
  const month = monthFromIndex(now)
  const gone = whoLeaves(history, leaving)
  const isGone = (pledge: DatedPledge) => gone.organisationIds.has(pledge.fact.organisationId)
  const changed = withAdditions(withoutLeaving(small, firstDay, gone), month, adding)
  const pledgesStopped = state.known.filter(isGone)
  const facts = datedFuture(changed, firstDay)
  const isUntouched = changed === small && pledgesStopped.length === 0
  const without = isUntouched ? baseline : state.readAhead({ month: now, facts, pledgesStopped }, now + furthestMonths)
  const supposed = supposedPledges(facts, now, past)
  const lines = parameters.funding
  return (horizonMonths) => {
    refuseImpossible(horizonMonths, furthestMonths)
    const end = now + horizonMonths
    const flags = { with: baseline.slice(0, horizonMonths + 1), without: without.slice(0, horizonMonths + 1) }
    return {
      engine,
      parametersVersion: parameters.version,
      month,
      horizonMonths,
      goesOn,
      currency: history.currency,
      gone: {
        organisationIds: [...gone.organisationIds].sort(),
        alongIds: [...gone.alongIds].sort(),
        spaceIds: [...gone.spaceIds].sort(),
      },
      losses: lossesOf(history, gone, now, end),
      money: {
        with: moneyCourse(state.money, horizonMonths, lines, () => false),
        without: moneyCourse(state.money, horizonMonths, lines, isGone, supposed),
        reservesMinor: state.money.reservesMinor,
        pledges: state.money.pledges.length,
      },
      initiatives: {
        running: state.runningIds.size,
        below: initiativesBelow(state.index, state.runningIds, gone, now, end, joiningBy(adding)),
      },
      spaces: spacesLost(history, gone, now, end, firstDay),
      network: networkAfter(state.graph, state.bridges, gone.organisationIds, supposedTies(adding, state)),
      flags,
      raised: raisedFlags(flags.with, flags.without),
    }
  }
}

function refuseImpossible(months: number, most: number): void {
  if (!Number.isInteger(months) || months < 1 || months > most)
    throw new RangeError(`a horizon of ${months} months is not possible`)
}

function weightOf(state: State, leaving: Leaving, horizonMonths: number): Weight {
  const { history, now } = state
  const end = now + horizonMonths
  const gone = whoLeaves(history, leaving)
  let all = 0
  let lostMinor = 0
  for (const { pledge, due } of state.money.pledges)
    for (const [month, amount] of due) {
      if (month < now || month >= end) continue
      all += amount
      if (gone.organisationIds.has(pledge.fact.organisationId)) lostMinor += amount
    }
  return {
    gone,
    lostMinor,
    lostShare: all > 0 ? lostMinor / all : null,
    initiativesBelow: initiativesBelow(state.index, state.runningIds, gone, now, end).length,
    cutOff: networkAfter(state.graph, state.bridges, gone.organisationIds).cutOffIds.length,
  }
}

function raisedFlags(withThem: readonly FlagsAhead[], without: readonly FlagsAhead[]): RaisedFlag[] {
  const rank = (level: FlagLevel) => flagLevels.indexOf(level)
  return (['stagnation', 'funding'] as const).flatMap((flag) => {
    const at = without.findIndex((one, index) => {
      const other = withThem[index]
      return other !== undefined && rank(one[flag].level) > rank(other[flag].level)
    })
    const [before, after] = [withThem[at], without[at]]
    if (before === undefined || after === undefined) return []
    const peak = (months: readonly FlagsAhead[]) =>
      flagLevels[Math.max(...months.map((one) => rank(one[flag].level)))] ?? 'none'
    return [
      {
        flag,
        month: after.month,
        with: before[flag].level,
        without: after[flag].level,
        peakWith: peak(withThem),
        peakWithout: peak(without),
      },
    ]
  })
}

/** Pledges known before the month, so that stopping them is an event of the month. */
function knownPledges(facts: DatedFacts, now: number): DatedPledge[] {
  const known: DatedPledge[] = []
  for (let month = facts.firstMonth ?? now; month < now; month += 1) known.push(...facts.at(month).pledgesKnown)
  return known
}

function runningOn(facts: DatedFacts, now: number, parameters: Parameters) {
  const running = runningInitiatives(parameters.stagnation.quietDays, () => undefined)
  for (let month = (facts.firstMonth ?? now) + 1; month <= now; month += 1) running.moveTo(month, facts.at(month - 1))
  return running.list()
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

function supposedTies(adding: Adding, state: State): Edge[] {
  const ties = adding.initiatives.flatMap(({ organisationIds }) =>
    organisationIds.flatMap((one, index) => organisationIds.slice(index + 1).map((other): Edge => [one, other])),
  )
  const first = state.firstDay
  const joined = adding.partners.flatMap(({ initiativeId }, index) =>
    (state.index.parts.get(initiativeId ?? '') ?? [])
      .filter((one) => (one.from ?? '') <= first && (one.to === null || one.to > first))
      .map((one): Edge => [`supposed partner ${index + 1}`, one.organisationId]),
  )
  return [...ties, ...joined]
}
