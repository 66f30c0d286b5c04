import { type Day, dayFromNumber } from '../values/day.ts'
import { firstDayNumber, type Month, monthIndex, monthIndexOfDay, monthIndexOfDayNumber } from '../values/month.ts'
import { type DatedFacts, datedFacts } from './dated-facts.ts'
import { type FundingFacts, fundingFactsBehind } from './funding/funding-facts.ts'
import type { History } from './history.ts'
import { numbered } from './numbered.ts'
import { type Parameters, parameters as parametersInForce } from './parameters.ts'
import { memberActs } from './stagnation/member-acts.ts'
import { type RunningInitiative, runningInitiatives } from './stagnation/running-initiatives.ts'
import { type TieWindows, tieWindows } from './stagnation/tie-windows.ts'
import { evaluate } from './timeline.ts'

export interface StagnationFacts {
  /** Initiatives started in the window, and in the base it is compared with. */
  readonly renewal: { readonly initiativeIds: readonly string[]; readonly baseInitiativeIds: readonly string[] }
  /** The initiatives of the last start day. */
  readonly gap: { readonly initiativeIds: readonly string[]; readonly lastStartOn: Day | null }
  readonly novelty: {
    readonly initiativeIds: readonly string[]
    readonly newPairs: readonly (readonly [string, string])[]
    readonly repeatedPairs: readonly (readonly [string, string])[]
    readonly newOrganisationIds: readonly string[]
  }
  /** Partners in running initiatives, and the initiatives that run. */
  readonly participation: { readonly organisationIds: readonly string[]; readonly initiativeIds: readonly string[] }
  /** Running initiatives planned beyond the horizon, and those that end before it. */
  readonly pipeline: { readonly initiativeIds: readonly string[]; readonly endingInitiativeIds: readonly string[] }
  readonly dormancy: { readonly organisationIds: readonly string[] }
}

export interface FactsBehind {
  readonly month: Month
  readonly stagnation: StagnationFacts
  readonly funding: FundingFacts
}

/**
 * The facts behind every family and sub-level of one month's reading, by id, so that a page can link them. Asked for one month at a
 * time; sees what the reading sees. Lists are sorted by id.
 */
export function factsBehind(history: History, month: Month, parameters: Parameters = parametersInForce): FactsBehind {
  const facts = datedFacts(history)
  const now = monthIndex(month)
  const lines = parameters.stagnation
  const organisations = numbered()
  const members = memberActs(lines.quietDays, organisations, (number) => running.isActive(number))
  const running = runningInitiatives(lines.quietDays, organisations, members.review)
  const ties = tieWindows(lines)
  for (let one = (facts.firstMonth ?? now) + 1; one <= now; one += 1) {
    const monthFacts = facts.at(one - 1)
    ties.moveTo(one, monthFacts)
    members.moveTo(one, monthFacts)
    running.moveTo(one, monthFacts)
  }
  const runningNow = running.list()
  const horizon = evaluate(history, month, parameters).stagnation.families.pipeline.horizonMonths
  const windowFrom = now - lines.windowMonths
  return {
    month,
    stagnation: {
      renewal: {
        initiativeIds: startedIn(facts, windowFrom, now),
        baseInitiativeIds: startedIn(facts, windowFrom - lines.baseMonths, windowFrom),
      },
      gap: lastStarts(history, now),
      novelty: noveltyFacts(facts, ties, windowFrom, now),
      participation: participationFacts(runningNow),
      pipeline: pipelineFacts(runningNow, now, horizon),
      dormancy: { organisationIds: history.memberships === null ? [] : members.dormantIds() },
    },
    funding: fundingFactsBehind(facts, now, parameters.funding),
  }
}

/** Who takes part in what runs. */
export function participationFacts(running: readonly RunningInitiative[]): StagnationFacts['participation'] {
  return {
    organisationIds: [...new Set(running.flatMap((one) => one.organisationIds))].sort(),
    initiativeIds: running.map((one) => one.id),
  }
}

/** What runs at the first day of the month with index `now`, by whether it is planned to end within the horizon; none is without one. */
export function pipelineFacts(
  running: readonly RunningInitiative[],
  now: number,
  horizon: number | null,
): StagnationFacts['pipeline'] {
  const endsBefore = ({ plannedEndOn }: RunningInitiative) =>
    horizon !== null && plannedEndOn !== null && monthIndexOfDayNumber(plannedEndOn) < now + horizon
  return {
    initiativeIds: running.filter((one) => !endsBefore(one)).map((one) => one.id),
    endingInitiativeIds: running.filter(endsBefore).map((one) => one.id),
  }
}

function startedIn(facts: DatedFacts, from: number, to: number): string[] {
  const ids: string[] = []
  for (let month = from; month < to; month += 1) ids.push(...facts.at(month).starts.map((one) => one.id))
  return ids.sort()
}

function lastStarts(history: History, now: number): StagnationFacts['gap'] {
  const today = dayFromNumber(firstDayNumber(now))
  const started = history.initiatives.filter((one) => one.startedOn !== null && one.startedOn < today)
  const last = started.reduce<Day | null>(
    (latest, { startedOn }) => (latest === null || (startedOn ?? '') > latest ? startedOn : latest),
    null,
  )
  const ids = started.filter((one) => one.startedOn === last).map((one) => one.id)
  return { initiativeIds: [...new Set(ids)].sort(), lastStartOn: last }
}

function noveltyFacts(facts: DatedFacts, ties: TieWindows, from: number, to: number): StagnationFacts['novelty'] {
  const pairs = ties.pairs()
  const started = new Set(startedIn(facts, from, to))
  const partners = new Map<string, Set<string>>()
  for (const one of facts.history.participations) {
    if (!started.has(one.initiativeId)) continue
    if (one.from !== null && monthIndexOfDay(one.from) >= to) continue
    partners.set(one.initiativeId, (partners.get(one.initiativeId) ?? new Set()).add(one.organisationId))
  }
  return {
    initiativeIds: [...partners]
      .filter(([, members]) => members.size > 1)
      .map(([id]) => id)
      .sort(),
    newPairs: pairs.filter((pair) => pair.isNew).map((pair) => pair.organisationIds),
    repeatedPairs: pairs.filter((pair) => !pair.isNew).map((pair) => pair.organisationIds),
    newOrganisationIds: ties.newPartnerIds(),
  }
}
