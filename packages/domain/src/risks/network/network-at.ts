import { dayNumber } from '../../values/day.ts'
import { firstDayNumber, type Month, monthFromIndex, monthIndex } from '../../values/month.ts'
import { datedFacts } from '../dated-facts.ts'
import type { History } from '../history.ts'
import { numbered } from '../numbered.ts'
import { type Parameters, parameters as parametersInForce } from '../parameters.ts'
import { type RunningInitiative, runningInitiatives } from '../stagnation/running-initiatives.ts'
import { bridgePartners } from './bridge-partners.ts'
import { type Edge, graphOf } from './graph.ts'
import { components, maxCore } from './graph-measures.ts'

/** Two partners in at least one running initiative together. */
export interface NetworkTie {
  /** The two ends, the smaller id first. */
  readonly organisationIds: readonly [string, string]
  /** Running initiatives of both; one of more than 15 partners counts 1/(partners − 1). > 0. */
  readonly strength: number
  /** The two meet only in initiatives of more than 15 partners: such a tie holds no part together. */
  readonly isThin: boolean
  /** Sorted. */
  readonly initiativeIds: readonly string[]
}

export interface NetworkPartner {
  readonly organisationId: string
  /** Running initiatives it takes part in, ≥ 1. */
  readonly initiatives: number
  /** Partners it is tied to, thin ties left out. */
  readonly ties: number
  /** Sum of the strengths of all its ties. */
  readonly strength: number
  /** Which part of the network it stands in: 0 is the largest; parts hang together by ties that are not thin. */
  readonly part: number
  /** Others of its part that would no longer reach the largest rest of it, were it to leave; 0 for a partner that is no bridge. */
  readonly cutsOff: number
}

/** The ties that run on the first day of a month, seen from there. Lists are sorted by id. */
export interface Network {
  readonly month: Month
  /** False after the day the facts are complete to: what is listed is then what was known, not what was. */
  readonly isComplete: boolean
  readonly initiatives: number
  readonly partners: readonly NetworkPartner[]
  readonly ties: readonly NetworkTie[]
  /** Sizes of the parts, the largest first. */
  readonly parts: readonly number[]
  /** Largest k such that some partners are each tied to k others among them; null without partners. */
  readonly maxCore: number | null
}

/** Reads any month of one history; months are worked out once, in order. */
export interface NetworkReader {
  /** The first month that sees a fact; null without any. */
  readonly firstMonth: Month | null
  readonly at: (month: Month) => Network
}

/** The running-tie network of one month. Source: docs/indicators.md §3 (running, tie), §6 (bridges). */
export function networkAt(history: History, month: Month, parameters: Parameters = parametersInForce): Network {
  return networkReader(history, parameters).at(month)
}

/** The networks of one history; cost grows with facts plus months, not with their product. */
export function networkReader(history: History, parameters: Parameters = parametersInForce): NetworkReader {
  const facts = datedFacts(history)
  const first = facts.firstMonth === null ? null : facts.firstMonth + 1
  const running = runningInitiatives(parameters.stagnation.quietDays, numbered(), null)
  const read: (readonly RunningInitiative[])[] = []
  const runningIn = (month: number): readonly RunningInitiative[] => {
    if (first === null || month < first) return []
    for (let next = first + read.length; next <= month; next += 1) {
      running.moveTo(next, facts.at(next - 1))
      read.push(running.list())
    }
    return read[month - first] ?? []
  }
  const through = history.dataCompleteThrough
  return {
    firstMonth: first === null ? null : monthFromIndex(first),
    at(month) {
      const index = monthIndex(month)
      const isComplete = through === null || dayNumber(through) >= firstDayNumber(index) - 1
      return networkOf(month, isComplete, runningIn(index), parameters.stagnation.novelty.mostPartnersForPairs)
    },
  }
}

function networkOf(
  month: Month,
  isComplete: boolean,
  running: readonly RunningInitiative[],
  mostPartners: number | null,
): Network {
  const initiatives = new Map<string, number>()
  for (const { organisationIds } of running) {
    for (const id of organisationIds) initiatives.set(id, (initiatives.get(id) ?? 0) + 1)
  }
  const ties = tiesOf(running, mostPartners)
  const whole = ties.filter(({ isThin }) => !isThin).map(({ organisationIds }): Edge => organisationIds)
  const graph = graphOf(whole, [...initiatives.keys()])
  const parts = components(graph)
  const partOf = new Map(parts.flatMap((names, part) => names.map((name) => [name, part])))
  const cutsOff = new Map(bridgePartners(graph).map((bridge) => [bridge.name, bridge.cutsOff]))
  const strength = new Map<string, number>()
  for (const tie of ties) {
    for (const id of tie.organisationIds) strength.set(id, (strength.get(id) ?? 0) + tie.strength)
  }
  return {
    month,
    isComplete,
    initiatives: running.length,
    partners: [...graph].map(([organisationId, neighbours]) => ({
      organisationId,
      initiatives: initiatives.get(organisationId) ?? 0,
      ties: neighbours.size,
      strength: strength.get(organisationId) ?? 0,
      part: partOf.get(organisationId) ?? 0,
      cutsOff: cutsOff.get(organisationId) ?? 0,
    })),
    ties,
    parts: parts.map((names) => names.length),
    maxCore: maxCore(graph),
  }
}

interface GrowingTie {
  readonly organisationIds: readonly [string, string]
  readonly initiativeIds: string[]
  strength: number
  isThin: boolean
}

/** Initiatives come sorted by id, so that the sums of one pair are always added in the same order. */
function tiesOf(running: readonly RunningInitiative[], mostPartners: number | null): NetworkTie[] {
  const ties = new Map<string, Map<string, GrowingTie>>()
  for (const { id, organisationIds } of running) {
    const size = organisationIds.length
    const isLarge = mostPartners !== null && size > mostPartners
    organisationIds.forEach((a, index) => {
      for (const b of organisationIds.slice(index + 1)) {
        const ofA = ties.get(a) ?? new Map<string, GrowingTie>()
        const tie = ofA.get(b) ?? { organisationIds: [a, b], initiativeIds: [], strength: 0, isThin: true }
        tie.initiativeIds.push(id)
        tie.strength += isLarge ? 1 / (size - 1) : 1
        tie.isThin &&= isLarge
        ties.set(a, ofA.set(b, tie))
      }
    })
  }
  return [...ties]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, ofA]) => [...ofA].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tie]) => tie))
}
