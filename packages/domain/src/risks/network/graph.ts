/** An undirected graph without weights: each node with the set of its neighbours. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>

export type Edge = readonly [string, string]

/** Graph of the given ties and of nodes without any tie. Loops and doubles count once. Nodes are kept in sorted order. */
export function graphOf(edges: readonly Edge[], isolates: readonly string[] = []): Graph {
  const names = new Set<string>(isolates)
  for (const [a, b] of edges) names.add(a).add(b)
  const graph = new Map<string, Set<string>>([...names].sort().map((name) => [name, new Set<string>()]))
  for (const [a, b] of edges) {
    if (a === b) continue
    graph.get(a)?.add(b)
    graph.get(b)?.add(a)
  }
  return graph
}

/** The graph without one node and its ties. */
export function withoutNode(graph: Graph, removed: string): Graph {
  return new Map(
    [...graph]
      .filter(([name]) => name !== removed)
      .map(([name, neighbours]) => [name, new Set([...neighbours].filter((other) => other !== removed))]),
  )
}
