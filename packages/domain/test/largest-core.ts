import type { UndirectedGraph } from 'graphology'
import { kCore } from 'graphology-cores'

/** The largest k for which graphology finds a k-core; asked of its kCore, because its coreNumber is typed otherwise than it is called. */
export function largestCore(graph: UndirectedGraph): number {
  let core = 0
  while (kCore(graph, core + 1).order > 0) core += 1
  return core
}
