import type { MonthFacts } from '../dated-facts.ts'
import { crewKey } from './crews.ts'
import { type SlidingSums, slidingSums } from './sliding-sums.ts'

/** What ties and partners of the window are new, and which came back. */
export interface TieHistory {
  readonly absorb: (month: number, facts: MonthFacts) => void
  readonly slideTo: (month: number) => void
  readonly pairInstances: () => number
  readonly repeats: () => number
  readonly partners: () => number
  readonly newPartners: () => number
  /** Partners ever, and those of them with exactly one initiative ever. */
  readonly ever: () => number
  readonly withOneInitiative: () => number
}

const INSTANCES = 'instances'
const REPEATS = 'repeats'

/**
 * Counts a pair instance each time two partners come to be in an initiative together (on the day the second joins; who takes up a further
 * role was there before); it is a repeat
 * where the pair was seen on an earlier day. Partners are new while their first joining lies in the window. Initiatives with more
 * partners than `mostPartners` give no pairs. Source: Guimera et al. 2005; docs/indicators.md §4A.
 */
export function tieHistory(windowMonths: number, mostPartners: number | null): TieHistory {
  const firstSeen = new Map<string, number>()
  /** Who is in each initiative, with how many participations. */
  const members = new Map<string, Map<string, number>>()
  const firstJoined = new Map<string, number>()
  const counted = new Set<string>()
  const initiativesOf = new Map<string, number>()
  const pairs: SlidingSums = slidingSums(windowMonths)
  const joined = slidingSums(windowMonths)
  const first = slidingSums(windowMonths)
  let withOne = 0

  /** Pairs that came together, and who came into an initiative. */
  const arrivalsIn = (facts: MonthFacts) => {
    const instances: { pair: string; on: number }[] = []
    const came: string[] = []
    const byInitiative = new Map<string, Map<string, number>>()
    const more: [known: Map<string, number>, organisationId: string][] = []
    for (const { initiativeId, organisationId, on } of facts.joins) {
      const known = members.get(initiativeId) ?? new Map<string, number>()
      members.set(initiativeId, known)
      more.push([known, organisationId])
      if (known.has(organisationId)) continue
      const others = byInitiative.get(initiativeId) ?? new Map<string, number>()
      byInitiative.set(initiativeId, others)
      others.set(organisationId, Math.min(others.get(organisationId) ?? on, on))
    }
    for (const [initiativeId, newcomers] of byInitiative) {
      const known = members.get(initiativeId) ?? new Map<string, number>()
      const isTooLarge = mostPartners !== null && known.size + newcomers.size > mostPartners
      const arrived = [...newcomers]
      arrived.forEach(([name, on], index) => {
        came.push(name)
        countInitiative(initiativeId, name)
        if (isTooLarge) return
        for (const other of known.keys()) instances.push({ pair: pairKey(name, other), on })
        for (const [other, otherOn] of arrived.slice(index + 1))
          instances.push({ pair: pairKey(name, other), on: Math.max(on, otherOn) })
      })
    }
    for (const [known, name] of more) known.set(name, (known.get(name) ?? 0) + 1)
    return { instances, came }
  }
  const countInitiative = (initiativeId: string, name: string) => {
    const key = crewKey(initiativeId, name)
    if (counted.has(key)) return
    counted.add(key)
    const before = initiativesOf.get(name) ?? 0
    initiativesOf.set(name, before + 1)
    if (before === 0) withOne += 1
    if (before === 1) withOne -= 1
  }

  return {
    absorb(month, facts) {
      const { instances, came } = arrivalsIn(facts)
      for (const { initiativeId, organisationId } of facts.leaves) {
        const known = members.get(initiativeId)
        const left = (known?.get(organisationId) ?? 0) - 1
        if (left > 0) known?.set(organisationId, left)
        else known?.delete(organisationId)
      }
      for (const id of facts.ends) members.delete(id)
      for (const { pair, on } of instances) firstSeen.set(pair, Math.min(firstSeen.get(pair) ?? on, on))
      for (const { pair, on } of instances) {
        pairs.add(INSTANCES, 1)
        if ((firstSeen.get(pair) ?? on) < on) pairs.add(REPEATS, 1)
      }
      for (const organisationId of came) {
        joined.add(organisationId, 1)
        if ((firstJoined.get(organisationId) ?? month) < month) continue
        firstJoined.set(organisationId, month)
        first.add(organisationId, 1)
      }
    },
    slideTo(month) {
      for (const one of [pairs, joined, first]) one.slideTo(month)
    },
    pairInstances: () => pairs.of(INSTANCES),
    repeats: () => pairs.of(REPEATS),
    partners: () => joined.entries().length,
    newPartners: () => first.entries().length,
    ever: () => initiativesOf.size,
    withOneInitiative: () => withOne,
  }
}

function pairKey(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a])
}
