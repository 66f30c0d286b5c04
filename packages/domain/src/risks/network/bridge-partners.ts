import type { Graph } from './graph.ts'

export interface BridgePartner {
  readonly name: string
  /** Others of its part of the network that would no longer reach the largest rest of it. */
  readonly cutsOff: number
}

/**
 * Articulation points, each with how many others its leaving would cut off from the largest rest of its component; those who cut
 * off most first, then by name. One depth-first walk that also counts what hangs below each node. Source: Tarjan 1972.
 */
export function bridgePartners(graph: Graph): BridgePartner[] {
  const order = new Map<string, number>()
  const found: BridgePartner[] = []
  for (const root of graph.keys()) {
    if (order.has(root)) continue
    const component = walk(graph, root, order)
    const size = component.length
    for (const node of component) {
      const rest = size - 1 - sum(node.fragments)
      const fragments = node.isRoot ? node.fragments : [...node.fragments, rest]
      if (fragments.length < 2) continue
      found.push({ name: node.name, cutsOff: sum(fragments) - Math.max(...fragments) })
    }
  }
  return found.sort((a, b) => b.cutsOff - a.cutsOff || (a.name < b.name ? -1 : 1))
}

interface Node {
  readonly name: string
  readonly isRoot: boolean
  readonly parent: Node | null
  readonly neighbours: readonly string[]
  /** Sizes of the parts below that reach nothing above but through this node. */
  readonly fragments: number[]
  position: number
  lowest: number
  below: number
}

/** The nodes of one component in the order the walk first met them. */
function walk(graph: Graph, root: string, order: Map<string, number>): Node[] {
  const component: Node[] = []
  const enter = (name: string, parent: Node | null): Node => {
    const node = {
      name,
      parent,
      isRoot: parent === null,
      neighbours: [...(graph.get(name) ?? [])],
      fragments: [],
      position: 0,
      lowest: order.size,
      below: 1,
    }
    order.set(name, order.size)
    component.push(node)
    return node
  }
  const stack = [enter(root, null)]
  for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
    const next = node.neighbours[node.position]
    node.position += 1
    if (next === undefined) {
      stack.pop()
      const { parent } = node
      if (parent === null) continue
      parent.below += node.below
      parent.lowest = Math.min(parent.lowest, node.lowest)
      if (node.lowest >= (order.get(parent.name) ?? 0)) parent.fragments.push(node.below)
    } else if (!order.has(next)) {
      stack.push(enter(next, node))
    } else if (next !== node.parent?.name) {
      node.lowest = Math.min(node.lowest, order.get(next) ?? 0)
    }
  }
  return component
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
