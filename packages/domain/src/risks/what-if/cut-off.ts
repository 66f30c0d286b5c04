import { articulationPoints, components } from '../network/graph-measures.ts'
import { graphOf, type Edge, type Graph } from '../network/graph.ts'
import type { RunningInitiative } from '../stagnation/running-initiatives.ts'

export interface NetworkAfter {
  /** Partners in running initiatives, connected parts and the partners in the largest of them, before and after. */
  readonly before: NetworkSize
  readonly after: NetworkSize
  /** Partners who stay, were in the largest part and are not any more. */
  readonly cutOffIds: readonly string[]
  /** Of those who go, the ones whose going alone cuts others apart. */
  readonly bridgeIds: readonly string[]
  /** Of those who stay, the ones who become such a bridge. */
  readonly newBridgeIds: readonly string[]
}

export interface NetworkSize {
  readonly partners: number
  readonly parts: number
  readonly largest: number
}

/** Ties of the initiatives running on a day; larger ones than `mostPartners` tie nobody. Source: docs/indicators.md §3. */
export function runningTies(running: readonly RunningInitiative[], mostPartners: number | null): Graph {
  const crews = running.map((one) => one.organisationIds)
  return graphOf(tiesWithin(crews, mostPartners), crews.flat())
}

/** Everybody of a crew with everybody else of it; larger crews than `mostPartners` tie nobody. */
export function tiesWithin(crews: readonly (readonly string[])[], mostPartners: number | null): Edge[] {
  return crews
    .filter((crew) => mostPartners === null || crew.length <= mostPartners)
    .flatMap((crew) => crew.flatMap((one, index) => crew.slice(index + 1).map((other): Edge => [one, other])))
}

/**
 * The graph of running ties before and after those who go; `more` are supposed ties among those who stay or come. Parts of one
 * partner count as parts.
 */
export function networkAfter(
  graph: Graph,
  bridges: readonly string[],
  goneIds: ReadonlySet<string>,
  more: readonly Edge[] = [],
): NetworkAfter {
  const parts = components(graph)
  const supposed = more.filter((tie) => !tie.some((id) => goneIds.has(id)))
  const rest = supposed.length === 0 ? restOf(graph, goneIds) : withTies(restOf(graph, goneIds), supposed)
  const partsAfter = components(rest)
  const wasBridge = new Set(bridges)
  return {
    before: sizeOf(parts),
    after: sizeOf(partsAfter),
    cutOffIds: cutOffFrom(parts, partsAfter, goneIds),
    bridgeIds: bridges.filter((id) => goneIds.has(id)),
    newBridgeIds: articulationPoints(rest).filter((id) => !wasBridge.has(id)),
  }
}

/** Those who stay, were in the largest part and are not any more; parts before and after are sorted and come the largest first. */
export function cutOffFrom(
  parts: readonly string[][],
  partsAfter: readonly string[][],
  goneIds: ReadonlySet<string>,
): string[] {
  const largestBefore = new Set(parts[0] ?? [])
  // Of equally large parts the one that keeps more of the former largest part is taken as its heir.
  const heir = heirOf(partsAfter, largestBefore)
  return [...largestBefore].filter((id) => !goneIds.has(id) && !heir.has(id))
}

function heirOf(parts: readonly string[][], former: ReadonlySet<string>): ReadonlySet<string> {
  const most = parts[0]?.length ?? 0
  const kept = (part: readonly string[]) => part.filter((id) => former.has(id)).length
  const candidates = parts.filter((part) => part.length === most)
  return new Set(candidates.reduce<string[]>((best, part) => (kept(part) > kept(best) ? part : best), []))
}

function restOf(graph: Graph, goneIds: ReadonlySet<string>): Graph {
  return new Map(
    [...graph]
      .filter(([id]) => !goneIds.has(id))
      .map(([id, neighbours]) => [id, new Set([...neighbours].filter((other) => !goneIds.has(other)))]),
  )
}

function withTies(graph: Graph, more: readonly Edge[]): Graph {
  const edges = [...graph].flatMap(([id, neighbours]) => [...neighbours].map((other): Edge => [id, other]))
  return graphOf([...edges, ...more], [...graph.keys()])
}

function sizeOf(parts: readonly string[][]): NetworkSize {
  return {
    partners: parts.reduce((sum, part) => sum + part.length, 0),
    parts: parts.length,
    largest: parts[0]?.length ?? 0,
  }
}
