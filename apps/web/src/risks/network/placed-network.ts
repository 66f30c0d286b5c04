import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import type { History } from '@commonweal/domain/risks/history'
import { parameters } from '@commonweal/domain/risks/parameters'

export type PlacedGraph = UndirectedGraph<{ x: number; y: number }, { weight: number }>

/** Steps of the layout: enough to settle, fewer for the largest networks so that nobody waits for long. */
const MOST_STEPS = 600
const STEPS_TIMES_PARTNERS = 120_000

/**
 * Every partner and tie a history ever had, placed once, so that partners keep their place over the months. Partners begin on a
 * spiral in the order of sector and id and are pulled together by their ties: the same history gives the same picture.
 */
export function placedNetwork(history: History): PlacedGraph {
  const graph: PlacedGraph = new UndirectedGraph()
  const sectorOf = new Map(history.organisations.map(({ id, sector }) => [id, sector]))
  const crews = crewsOf(history)
  const names = [...new Set([...crews.values()].flat())]
  const ordered = names.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  ordered.forEach((name, index) => graph.addNode(name, spiral(index)))
  for (const crew of crews.values()) {
    const weight = crew.length > mostPartners ? 1 / (crew.length - 1) : 1
    crew.forEach((a, index) => {
      for (const b of crew.slice(index + 1))
        graph.updateEdgeWithKey(tieKey(a, b), a, b, (known) => ({ weight: (known.weight ?? 0) + weight }))
    })
  }
  if (graph.order > 1) {
    forceAtlas2.assign(graph, {
      iterations: Math.min(MOST_STEPS, Math.ceil(STEPS_TIMES_PARTNERS / graph.order)),
      getEdgeWeight: (_: string, tie: { weight: number }) => Math.log2(1 + tie.weight),
      settings: {
        ...forceAtlas2.inferSettings(graph),
        gravity: 1,
        scalingRatio: 10,
        strongGravityMode: false,
        slowDown: 5,
        barnesHutOptimize: graph.order > 400,
      },
    })
  }
  return graph

  function orderOf(name: string): string {
    return `${sectorOf.get(name) ?? ''} ${name}`
  }
}

/** The name of the tie of two partners. */
export function tieKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

const mostPartners = parameters.stagnation.novelty.mostPartnersForPairs ?? Infinity

/** Partners of each initiative that ever started, sorted. */
function crewsOf(history: History): Map<string, string[]> {
  const started = history.initiatives.filter(({ startedOn }) => startedOn !== null).map(({ id }) => id)
  const crews = new Map<string, Set<string>>(started.toSorted().map((id) => [id, new Set()]))
  for (const { initiativeId, organisationId } of history.participations) crews.get(initiativeId)?.add(organisationId)
  return new Map([...crews].map(([id, partners]) => [id, [...partners].sort()]))
}

/** Points of a sunflower: no two alike, none at the same place. */
function spiral(index: number): { x: number; y: number } {
  const angle = index * Math.PI * (3 - Math.sqrt(5))
  const radius = 10 * Math.sqrt(index + 0.5)
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
}
