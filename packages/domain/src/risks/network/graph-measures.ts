import { type Graph, withoutNode } from './graph.ts'

/** Share of possible ties that exist, 0..1; null below two nodes. Falls with size: reported, never compared between networks. */
export function density(graph: Graph): number | null {
  const n = graph.size
  return n < 2 ? null : (2 * tieCount(graph)) / (n * (n - 1))
}

/** Freeman degree centralisation, Σ(max degree − degree) / ((n − 1)(n − 2)), 0..1; null below three nodes. Source: Freeman 1978. */
export function degreeCentralisation(graph: Graph): number | null {
  const n = graph.size
  if (n < 3) return null
  const degrees = [...graph.values()].map((neighbours) => neighbours.size)
  const most = Math.max(...degrees)
  return degrees.reduce((sum, degree) => sum + most - degree, 0) / ((n - 1) * (n - 2))
}

/** Connected parts, each sorted, the largest first (then by name); of a graph some have left, where these are named. */
export function components(graph: Graph, without: ReadonlySet<string> = new Set()): string[][] {
  const seen = new Set(without)
  const parts: string[][] = []
  for (const start of graph.keys()) {
    if (seen.has(start)) continue
    seen.add(start)
    const part = [start]
    for (const name of part) {
      for (const other of graph.get(name) ?? []) {
        if (seen.has(other)) continue
        seen.add(other)
        part.push(other)
      }
    }
    parts.push(part.sort())
  }
  // Found in the order of names, which sorting keeps among parts of one size.
  return parts.sort((a, b) => b.length - a.length)
}

/** Number of connected parts among the others once a node is gone. */
export function fragmentsWithout(graph: Graph, removed: string): number {
  return components(withoutNode(graph, removed)).length
}

/** Nodes whose removal cuts others apart (bridge partners), sorted. Source: Tarjan 1972, one depth-first walk. */
export function articulationPoints(graph: Graph): string[] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const points = new Set<string>()
  for (const root of graph.keys()) {
    if (order.has(root)) continue
    let rootChildren = 0
    const stack = [enter(root, null)]
    while (stack.length > 0) {
      const frame = stack[stack.length - 1] as Frame
      const next = frame.neighbours[frame.position]
      frame.position += 1
      if (next === undefined) {
        stack.pop()
        const parent = stack[stack.length - 1]
        if (parent === undefined) continue
        lower(parent.name, lowest.get(frame.name) as number)
        if (parent.name === root) rootChildren += 1
        else if ((lowest.get(frame.name) as number) >= (order.get(parent.name) as number)) points.add(parent.name)
      } else if (!order.has(next)) {
        stack.push(enter(next, frame.name))
      } else if (next !== frame.parent) {
        lower(frame.name, order.get(next) as number)
      }
    }
    if (rootChildren > 1) points.add(root)
  }
  return [...points].sort()

  function enter(name: string, parent: string | null): Frame {
    order.set(name, order.size)
    lowest.set(name, order.get(name) as number)
    return { name, parent, neighbours: [...(graph.get(name) ?? [])], position: 0 }
  }
  function lower(name: string, bound: number): void {
    if (bound < (lowest.get(name) as number)) lowest.set(name, bound)
  }
}

interface Frame {
  readonly name: string
  readonly parent: string | null
  readonly neighbours: readonly string[]
  position: number
}

/**
 * Largest k such that some nodes each keep k ties among themselves; null for no node. Takes away the node with fewest ties left,
 * again and again, from buckets by ties, in time linear in nodes and ties. Source: Seidman 1983; Batagelj & Zaveršnik 2003.
 */
export function maxCore(graph: Graph): number | null {
  if (graph.size === 0) return null
  const left = new Map([...graph].map(([name, neighbours]) => [name, neighbours.size]))
  const buckets: string[][] = []
  for (const [name, degree] of left) (buckets[degree] ??= []).push(name)
  let core = 0
  for (let degree = 0; left.size > 0;) {
    const name = buckets[degree]?.pop()
    if (name === undefined) {
      degree += 1
      continue
    }
    if (left.get(name) !== degree) continue
    core = Math.max(core, degree)
    left.delete(name)
    for (const other of graph.get(name) ?? []) {
      const present = left.get(other)
      if (present === undefined) continue
      left.set(other, present - 1)
      ;(buckets[present - 1] ??= []).push(other)
    }
    degree = Math.max(0, degree - 1)
  }
  return core
}

/**
 * Burt's constraint of a node with equal tie weights: Σ_j (p_ij + Σ_q p_iq p_qj)²; null for a node without ties.
 * Reported on request, no threshold. Source: Burt 1992.
 */
export function burtConstraint(graph: Graph, name: string): number | null {
  const own = graph.get(name)
  if (own === undefined || own.size === 0) return null
  let constraint = 0
  for (const other of own) {
    let invested = 1 / own.size
    for (const between of own) {
      const ties = graph.get(between)
      if (ties?.has(other)) invested += (1 / own.size) * (1 / ties.size)
    }
    constraint += invested * invested
  }
  return constraint
}

function tieCount(graph: Graph): number {
  let ends = 0
  for (const neighbours of graph.values()) ends += neighbours.size
  return ends / 2
}
