import { type Edge, type Graph, graphOf } from '../network/graph.ts'

/** Ties between partners of the same running initiative, now and `lagMonths` ago. */
export interface RunningTies {
  readonly change: (initiativeId: string, after: ReadonlySet<string>) => void
  readonly slideTo: (month: number) => void
  readonly edges: () => readonly Edge[]
  /** The graph of running ties; partners without a tie are its single nodes. */
  readonly graph: () => Graph
  readonly partners: () => number
  /** Common ties, and ties of either day. */
  readonly beside: () => { readonly common: number; readonly either: number }
  /** Counts changes of the graph, so that what rests on it is worked out once. */
  readonly version: () => number
}

interface Tie {
  readonly edge: Edge
  running: number
  isThen: boolean
}

/**
 * Initiatives with more partners than `mostPartners` give no ties; their partners are nodes all the same. Without `lagMonths` nothing is
 * known of ties of earlier days, and those of now are put together when they are asked for. Source: docs/indicators.md §3.
 */
export function runningTies(lagMonths: number | null, mostPartners: number | null): RunningTies {
  const ties = new Map<string, Tie>()
  const tiesOf = new Map<string, readonly string[]>()
  const crewOf = new Map<string, ReadonlySet<string>>()
  const partners = new Map<string, number>()
  const log = new Map<number, Map<string, boolean>>()
  let open = new Map<string, boolean>()
  let now = 0
  let then = 0
  let common = 0
  let version = 0
  let edges: readonly Edge[] | null = null
  let edgesOfVersion = version

  const count = (name: string, by: 1 | -1) => {
    const next = (partners.get(name) ?? 0) + by
    if (next === 0) partners.delete(name)
    else partners.set(name, next)
  }
  const tie = (pair: string, by: 1 | -1) => {
    const known = ties.get(pair) ?? newTie(pair)
    const was = known.running > 0
    known.running += by
    const is = known.running > 0
    if (was === is) return
    now += is ? 1 : -1
    if (known.isThen) common += is ? 1 : -1
    open.set(pair, is)
  }
  const newTie = (pair: string): Tie => {
    const fresh = { edge: JSON.parse(pair) as Edge, running: 0, isThen: false }
    ties.set(pair, fresh)
    return fresh
  }

  return {
    change(initiativeId, after) {
      const before = crewOf.get(initiativeId) ?? new Set<string>()
      for (const name of before) if (!after.has(name)) count(name, -1)
      for (const name of after) if (!before.has(name)) count(name, 1)
      const pairs = lagMonths === null ? [] : pairsIn(after)
      for (const pair of pairs) tie(pair, 1)
      for (const pair of tiesOf.get(initiativeId) ?? []) tie(pair, -1)
      if (after.size === 0) {
        crewOf.delete(initiativeId)
        tiesOf.delete(initiativeId)
      } else {
        crewOf.set(initiativeId, after)
        tiesOf.set(initiativeId, pairs)
      }
      version += 1
    },
    slideTo(month) {
      if (lagMonths === null) return
      if (open.size > 0) log.set(month, open)
      open = new Map()
      for (const [pair, is] of log.get(month - lagMonths) ?? []) {
        const known = ties.get(pair) ?? newTie(pair)
        if (known.isThen === is) continue
        known.isThen = is
        then += is ? 1 : -1
        if (known.running > 0) common += is ? 1 : -1
        else if (!is) ties.delete(pair)
      }
      log.delete(month - lagMonths)
    },
    edges: () => edgesNow(),
    graph: () => graphOf(edgesNow(), [...partners.keys()]),
    partners: () => partners.size,
    beside: () => ({ common, either: now + then - common }),
    version: () => version,
  }

  function pairsIn(crew: ReadonlySet<string>): string[] {
    return mostPartners !== null && crew.size > mostPartners ? [] : edgesOf(crew)
  }

  /** Once for each version: figures and the graph ask for the same. */
  function edgesNow(): readonly Edge[] {
    if (edges === null || edgesOfVersion !== version) edges = runningEdges()
    edgesOfVersion = version
    return edges
  }

  function runningEdges(): Edge[] {
    if (lagMonths === null)
      return [...new Set([...crewOf.values()].flatMap(pairsIn))].map((pair) => JSON.parse(pair) as Edge)
    return [...ties.values()].filter((one) => one.running > 0).map((one) => one.edge)
  }
}

function edgesOf(crew: ReadonlySet<string>): string[] {
  const names = [...crew].sort()
  return names.flatMap((a, index) => names.slice(index + 1).map((b) => JSON.stringify([a, b])))
}
