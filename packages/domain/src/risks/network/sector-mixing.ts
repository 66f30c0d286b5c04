import type { Edge } from './graph.ts'

/**
 * How ties run between kinds of partners. Ties with an end of unknown kind are left out.
 * eiIndex = (ties between kinds − ties within) / ties, −1..1; assortativity = (Σ e_ii − Σ a_i²) / (1 − Σ a_i²), −1..1,
 * null where every tie end is of one kind. Source: Krackhardt & Stern 1988; Newman 2003.
 */
export function sectorMixing(
  edges: readonly Edge[],
  sectorOf: ReadonlyMap<string, string>,
): { readonly assortativity: number | null; readonly eiIndex: number | null } {
  let within = 0
  let known = 0
  const ends = new Map<string, number>()
  for (const [a, b] of edges) {
    const sectorA = sectorOf.get(a)
    const sectorB = sectorOf.get(b)
    if (sectorA === undefined || sectorB === undefined) continue
    known += 1
    if (sectorA === sectorB) within += 1
    ends.set(sectorA, (ends.get(sectorA) ?? 0) + 1)
    ends.set(sectorB, (ends.get(sectorB) ?? 0) + 1)
  }
  if (known === 0) return { assortativity: null, eiIndex: null }
  const allEnds = 2 * known
  const squares = [...ends.values()].reduce((sum, count) => sum + count * count, 0)
  const expectedWithin = squares / (allEnds * allEnds)
  return {
    assortativity: squares === allEnds * allEnds ? null : (within / known - expectedWithin) / (1 - expectedWithin),
    eiIndex: (known - 2 * within) / known,
  }
}
