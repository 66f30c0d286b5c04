import fc from 'fast-check'
import { UndirectedGraph } from 'graphology'
import { connectedComponents } from 'graphology-components'
import * as statistics from 'simple-statistics'
import { describe, expect, it } from 'vitest'
import type { History } from '../src/risks/history.ts'
import { bridgePartners } from '../src/risks/network/bridge-partners.ts'
import { type Edge, graphOf } from '../src/risks/network/graph.ts'
import { articulationPoints, components, maxCore } from '../src/risks/network/graph-measures.ts'
import { jaccard, tieDynamics } from '../src/risks/network/tie-dynamics.ts'
import { secondaryTimeline } from '../src/risks/secondary/secondary-timeline.ts'
import { incompleteGamma, rateInterval } from '../src/risks/statistics/rate-interval.ts'
import { addDays } from '../src/values/day.ts'
import { addMonthsToDay } from '../src/values/month.ts'
import { largestCore } from './largest-core.ts'
import { runs } from './property-runs.ts'

const names = Array.from({ length: 14 }, (_, index) => `n${index}`)
const node = fc.constantFrom(...names)
const edges: fc.Arbitrary<Edge[]> = fc.array(
  fc.tuple(node, node).filter(([a, b]) => a !== b),
  { maxLength: 30 },
)

function oracleOf(ties: readonly (readonly [string, string])[], nodes: Iterable<string>): UndirectedGraph {
  const graph = new UndirectedGraph()
  for (const name of nodes) graph.mergeNode(name)
  for (const [a, b] of ties) graph.mergeEdge(a, b)
  return graph
}

describe('bridge partners', () => {
  it('are the articulation points, and cut off what graphology finds cut off once they are gone', () => {
    fc.assert(
      fc.property(edges, (ties) => {
        const graph = graphOf(ties, names)
        const found = bridgePartners(graph)
        expect(found.map((one) => one.name).sort()).toEqual(articulationPoints(graph))
        for (const { name, cutsOff } of found) {
          const whole = connectedComponents(oracleOf(ties, names)).find((part) => part.includes(name)) ?? []
          const without = oracleOf(ties, names)
          without.dropNode(name)
          const parts = connectedComponents(without).filter((part) => whole.includes(part[0] ?? ''))
          expect(cutsOff).toBe(whole.length - 1 - Math.max(...parts.map((part) => part.length)))
        }
      }),
      runs(),
    )
  })

  it('name who cuts off most first', () => {
    const tree: Edge[] = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
      ['d', 'e'],
      ['c', 'f'],
    ]
    expect(bridgePartners(graphOf(tree))).toEqual([
      { name: 'c', cutsOff: 3 },
      { name: 'b', cutsOff: 1 },
      { name: 'd', cutsOff: 1 },
    ])
  })
})

describe('the largest core', () => {
  it('is the one graphology finds', () => {
    fc.assert(
      fc.property(edges, (ties) => {
        expect(maxCore(graphOf(ties, names))).toBe(largestCore(oracleOf(ties, names)))
      }),
      runs(),
    )
  })
})

describe('the interval of a rate', () => {
  it('rests on a gamma function that agrees with the tail of a Poisson distribution', () => {
    for (const shape of [1, 2, 5, 12]) {
      for (const x of [0.2, 1, 3.5, 8, 15]) {
        const poisson = statistics.poissonDistribution(x)
        const below = Array.from({ length: shape }, (_, k) => poisson?.[k] ?? 0)
        expect(incompleteGamma(shape, x)).toBeCloseTo(1 - statistics.sum(below), 3)
      }
    }
  })

  it('holds what a table of the gamma distribution says', () => {
    // Half of the chi-square quantiles with 2k + 1 degrees of freedom: 1, 7 and 41.
    expect(rateInterval(0, 1)).toEqual({ low: 0, high: expect.closeTo(5.023886187 / 2, 8) as number })
    expect(rateInterval(3, 1)?.low).toBeCloseTo(1.689869181 / 2, 8)
    expect(rateInterval(3, 1)?.high).toBeCloseTo(16.012764275 / 2, 8)
    expect(rateInterval(20, 4)?.high).toBeCloseTo(60.56057 / 8, 5)
    expect(rateInterval(5, 0)).toBeNull()
  })

  it('holds the rate, and narrows with the exposure', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 400 }), (k, months) => {
        const years = months / 12
        const interval = rateInterval(k, years)
        expect(interval?.low).toBeLessThanOrEqual(k / years)
        expect(interval?.high).toBeGreaterThan(k / years)
        expect(rateInterval(k, 2 * years)?.high).toBeLessThan(interval?.high ?? 0)
      }),
      runs(),
    )
  })
})

/** Initiatives with plain partners from their first day, whose ends are known: nothing else tells of them. */
const plainHistory: fc.Arbitrary<History> = fc
  .array(
    fc.record({
      start: fc.nat(1400),
      days: fc.option(fc.integer({ min: 10, max: 700 })),
      partners: fc.uniqueArray(fc.constantFrom(...names.slice(0, 8)), { minLength: 1, maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((drafts) => ({
    currency: 'EUR',
    dataCompleteThrough: null,
    organisations: names.map((id) => ({ id, sector: 'other', legalStatus: 'civic', parentId: null })),
    memberships: null,
    initiatives: drafts.map(({ start, days }, index) => ({
      id: `i${index}`,
      kind: 'joint',
      startedOn: addDays('2019-01-03', start),
      plannedEndOn: null,
      endedOn: days === null ? null : addDays('2019-01-03', start + days),
      endState: days === null ? null : 'completed',
    })),
    participations: drafts.flatMap(({ partners }, index) =>
      partners.map((organisationId) => ({
        initiativeId: `i${index}`,
        organisationId,
        role: 'contributor',
        from: null,
        to: null,
      })),
    ),
    bookings: null,
    pledges: null,
    instalments: null,
    receipts: null,
    costs: null,
    reserves: null,
  }))

function crewsAt(history: History, day: string): string[][] {
  return history.initiatives
    .filter((one) => one.startedOn !== null && one.startedOn < day && (one.endedOn === null || one.endedOn >= day))
    .map((one) =>
      history.participations.filter((each) => each.initiativeId === one.id).map((each) => each.organisationId),
    )
}

function tiesAt(history: History, day: string): Set<string> {
  const crews = crewsAt(history, day)
  return new Set(
    crews.flatMap((crew) => {
      const sorted = [...crew].sort()
      return sorted.flatMap((a, index) => sorted.slice(index + 1).map((b) => `${a} ${b}`))
    }),
  )
}

describe('the measures of a month', () => {
  it('are what asking every fact again gives', () => {
    fc.assert(
      fc.property(plainHistory, (history) => {
        const started = history.initiatives.map(({ id, startedOn }) => ({
          id,
          startedOn: startedOn ?? '',
          partners: history.participations.filter((one) => one.initiativeId === id).map((one) => one.organisationId),
        }))
        for (const { month, measures } of secondaryTimeline(history, '2020-01', '2023-06').months) {
          const day = `${month}-01`
          const yearAgo = addMonthsToDay(day, -12)
          const again = tieDynamics(started, { from: yearAgo, to: day })
          expect(measures?.repeatShare ?? null).toBe(again.repeatShare)
          expect(measures?.newPartnerRate ?? null).toBe(again.newPartnerRate)

          const now = tiesAt(history, day)
          const overlap = jaccard(now, tiesAt(history, yearAgo))
          expect(measures?.tieTurnover ?? null).toBe(overlap === null ? null : 1 - overlap)

          const nodes = crewsAt(history, day).flat()
          const oracle = oracleOf(
            [...now].map((pair) => pair.split(' ') as [string, string]),
            nodes,
          )
          const parts = connectedComponents(oracle)
          expect(measures?.components ?? 0).toBe(parts.length)
          expect(measures?.largestComponent ?? 0).toBe(Math.max(0, ...parts.map((part) => part.length)))
          expect(measures?.maxCore ?? null).toBe(parts.length === 0 ? null : largestCore(oracle))
          expect(measures?.ties ?? 0).toBe(oracle.size)
        }
      }),
      runs(40),
    )
  })

  it('counts parts of a graph as graphology does', () => {
    fc.assert(
      fc.property(edges, (ties) => {
        const sizes = (parts: readonly (readonly string[])[]) => parts.map((part) => part.length).sort()
        expect(sizes(components(graphOf(ties, names)))).toEqual(sizes(connectedComponents(oracleOf(ties, names))))
      }),
      runs(),
    )
  })
})
