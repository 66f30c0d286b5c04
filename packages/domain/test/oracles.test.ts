import betainc from '@stdlib/math-base-special-betainc'
import fc from 'fast-check'
import { UndirectedGraph } from 'graphology'
import { connectedComponents } from 'graphology-components'
import * as statistics from 'simple-statistics'
import { describe, expect, it } from 'vitest'
import { type Edge, graphOf } from '../src/risks/network/graph.ts'
import { articulationPoints, components, fragmentsWithout, maxCore } from '../src/risks/network/graph-measures.ts'
import { binomialTail } from '../src/risks/statistics/binomial-tail.ts'
import { incompleteBeta } from '../src/risks/statistics/incomplete-beta.ts'
import { logGamma } from '../src/risks/statistics/log-gamma.ts'
import { median, medianShare } from '../src/risks/statistics/median.ts'
import { normalTwoSidedTail } from '../src/risks/statistics/normal-tail.ts'
import { rateDropProbability } from '../src/risks/statistics/rate-drop.ts'
import { largestCore } from './largest-core.ts'
import { runs } from './property-runs.ts'

/** Relative beyond 1e-3, absolute below: the tails of a probability are not judged by their last digits. */
function expectNear(value: number, oracle: number, slack: number): void {
  expect(Math.abs(value - oracle)).toBeLessThanOrEqual(slack * Math.max(1e-3, Math.abs(oracle)))
}

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
const edges: fc.Arbitrary<Edge[]> = fc.array(
  fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).filter(([a, b]) => a !== b),
  { maxLength: 25 },
)

function oracleOf(ties: readonly Edge[]): UndirectedGraph {
  const graph = new UndirectedGraph()
  for (const name of names) graph.addNode(name)
  for (const [a, b] of ties) graph.mergeEdge(a, b)
  return graph
}

describe('the incomplete beta function', () => {
  it('agrees with stdlib', () => {
    const shape = fc.integer({ min: 1, max: 4000 }).map((half) => half / 2)
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, x) => {
        expectNear(incompleteBeta(a, b, x), betainc(x, a, b), 1e-9)
      }),
      runs(),
    )
  })

  it('gives the probability of a drop in rate', () => {
    const count = fc.nat(200)
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 24 }), (now, base, months) => {
        const x = (0.5 * 12) / (0.5 * 12 + months)
        const probability = rateDropProbability({ count: now, months: 12 }, { count: base, months }, 0.5)
        expectNear(probability, betainc(x, now + 0.5, base + 0.5), 1e-10)
      }),
      runs(),
    )
  })

  it('sums to the binomial tail, below and above 200 trials', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900 }),
        fc.nat(1000),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (n, part, p) => {
          const k = Math.floor((part / 1001) * n)
          expectNear(binomialTail(k, n, p), betainc(1 - p, n - k, k + 1), 1e-8)
        },
      ),
      runs(),
    )
  })
})

describe('statistics', () => {
  it('have the medians of simple-statistics', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 40 }), (values) => {
        expect(median(values)).toBe(statistics.median(values))
      }),
      runs(),
    )
  })

  it('have the same medians of shares, as fractions', () => {
    const share = fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 300 })).map(([part, whole]) => ({ part, whole }))
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 24 }), (shares) => {
        const middle = medianShare(shares)
        expectNear(
          (middle?.part ?? -1) / (middle?.whole ?? 1),
          statistics.median(shares.map((one) => one.part / one.whole)),
          1e-12,
        )
      }),
      runs(),
    )
  })

  it('have the log-gamma of simple-statistics', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 3000, noNaN: true }), (value) => {
        expectNear(logGamma(value), statistics.gammaln(value), 1e-7)
      }),
      runs(),
    )
  })

  it('have the normal tail of simple-statistics, as exact as its error function', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (z) => {
        const oracle = 1 - statistics.erf(Math.abs(z) / Math.SQRT2)
        expect(Math.abs(normalTwoSidedTail(z) - oracle)).toBeLessThan(1e-6)
      }),
      runs(),
    )
  })
})

describe('graph measures', () => {
  it('find the components of graphology', () => {
    fc.assert(
      fc.property(edges, (ties) => {
        const sorted = (parts: readonly string[][]) => parts.map((part) => part.toSorted().join(' ')).sort()
        expect(sorted(components(graphOf(ties, names)))).toEqual(sorted(connectedComponents(oracleOf(ties))))
      }),
      runs(),
    )
  })

  it('find the largest core of graphology', () => {
    fc.assert(
      fc.property(edges, (ties) => {
        expect(maxCore(graphOf(ties, names))).toBe(largestCore(oracleOf(ties)))
      }),
      runs(),
    )
  })

  it('call a bridge exactly the partners whose loss leaves more parts', () => {
    fc.assert(
      fc.property(edges, fc.constantFrom(...names), (ties, gone) => {
        const whole = oracleOf(ties)
        const before = connectedComponents(whole).length
        const isIsolate = whole.degree(gone) === 0
        whole.dropNode(gone)
        const after = connectedComponents(whole).length
        const graph = graphOf(ties, names)
        expect(fragmentsWithout(graph, gone)).toBe(after)
        expect(articulationPoints(graph).includes(gone)).toBe(!isIsolate && after > before)
      }),
      runs(),
    )
  })
})
