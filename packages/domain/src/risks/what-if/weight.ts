import { components } from '../network/graph-measures.ts'
import { cutOffFrom } from './cut-off.ts'
import { initiativesBelow } from './initiatives-below.ts'
import type { Leaving } from './question.ts'
import type { Standing } from './standing.ts'
import type { Gone } from './who-leaves.ts'

/** What a departure costs before any flag is read. */
export interface Weight {
  readonly gone: Gone
  readonly lostMinor: number
  /** Part of the confirmed income of the horizon that is lost, 0..1; null where none is scheduled. */
  readonly lostShare: number | null
  readonly initiativesBelow: number
  readonly cutOff: number
}

/** Weighs departures on one standing: what is the same for all of them is looked up once. */
export function weighing(standing: Standing): (leaving: Leaving, horizonMonths: number) => Weight {
  const { now, money, graph, records } = standing
  const parts = components(graph)
  const dues = new Map<string, { readonly month: number; readonly amountMinor: number }[]>()
  for (const { pledge, due } of money.pledges) {
    const { organisationId } = pledge.fact
    const own = dues.get(organisationId) ?? []
    dues.set(organisationId, own)
    for (const [month, amountMinor] of due) own.push({ month, amountMinor })
  }
  const sumOf = (organisationIds: Iterable<string>, end: number) => {
    let sum = 0
    for (const id of organisationIds)
      for (const { month, amountMinor } of dues.get(id) ?? []) if (month >= now && month < end) sum += amountMinor
    return sum
  }
  const wholes = new Map<number, number>()

  return (leaving, horizonMonths) => {
    const end = now + horizonMonths
    const all = wholes.get(end) ?? sumOf(dues.keys(), end)
    wholes.set(end, all)
    const gone = records.whoLeaves(leaving)
    const lostMinor = sumOf(gone.organisationIds, end)
    return {
      gone,
      lostMinor,
      lostShare: all > 0 ? lostMinor / all : null,
      initiativesBelow: initiativesBelow(standing.index, standing.runningIds, gone, now, end).length,
      cutOff: cutOffFrom(parts, components(graph, gone.organisationIds), gone.organisationIds).length,
    }
  }
}
