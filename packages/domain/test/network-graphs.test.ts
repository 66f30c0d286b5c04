import { describe, expect, it } from 'vitest'
import { bridgePartners } from '../src/risks/network/bridge-partners.ts'
import { graphOf, withoutNode } from '../src/risks/network/graph.ts'
import {
  articulationPoints,
  burtConstraint,
  components,
  degreeCentralisation,
  density,
  maxCore,
} from '../src/risks/network/graph-measures.ts'
import { sectorMixing } from '../src/risks/network/sector-mixing.ts'
import { tieDynamics } from '../src/risks/network/tie-dynamics.ts'

/** Two triangles, a–b–c and d–e–f, that only the tie c–d holds together; and g alone. */
const triangles = graphOf(
  [
    ['d', 'f'],
    ['c', 'b'],
    ['c', 'a'],
    ['a', 'b'],
    ['c', 'd'],
    ['d', 'e'],
    ['e', 'f'],
    ['e', 'e'],
  ],
  ['g'],
)

describe('a graph', () => {
  it('has its nodes in order and no tie of a node to itself', () => {
    expect([...triangles.keys()]).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
    expect([...(triangles.get('e') ?? [])].sort()).toEqual(['d', 'f'])
  })

  it('without a node has none of its ties', () => {
    const rest = withoutNode(triangles, 'c')
    expect([...rest.keys()]).toEqual(['a', 'b', 'd', 'e', 'f', 'g'])
    expect([rest.get('a'), rest.get('d')]).toEqual([new Set(['b']), new Set(['f', 'e'])])
  })
})

describe('its parts', () => {
  it('come the largest first, then by name, each in order', () => {
    expect(components(triangles)).toEqual([['a', 'b', 'c', 'd', 'e', 'f'], ['g']])
    expect(components(triangles, new Set(['c']))).toEqual([['d', 'e', 'f'], ['a', 'b'], ['g']])
    expect(components(withoutNode(triangles, 'd'))).toEqual([['a', 'b', 'c'], ['e', 'f'], ['g']])
    const pairs = graphOf([
      ['z', 'y'],
      ['b', 'a'],
    ])
    expect(components(pairs)).toEqual([
      ['a', 'b'],
      ['y', 'z'],
    ])
  })

  it('are held together by those who cut off others when they go, most first, then by name', () => {
    expect(articulationPoints(triangles)).toEqual(['c', 'd'])
    expect(bridgePartners(triangles)).toEqual([
      { name: 'c', cutsOff: 2 },
      { name: 'd', cutsOff: 2 },
    ])
    const square = graphOf([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
      ['d', 'a'],
    ])
    expect([articulationPoints(square), bridgePartners(square)]).toEqual([[], []])
    // From a one way leads over z to y, another over b to c.
    const ways = graphOf([
      ['a', 'z'],
      ['z', 'y'],
      ['a', 'b'],
      ['b', 'c'],
    ])
    expect(bridgePartners(ways)).toEqual([
      { name: 'a', cutsOff: 2 },
      { name: 'b', cutsOff: 1 },
      { name: 'z', cutsOff: 1 },
    ])
  })
})

describe('its measures', () => {
  it('are not known of too few nodes', () => {
    const [none, one, pair] = [graphOf([]), graphOf([], ['a']), graphOf([['a', 'b']])]
    expect([none, one, pair].map(density)).toEqual([null, null, 1])
    expect([none, one, pair].map(degreeCentralisation)).toEqual([null, null, null])
    expect([none, one, pair].map(maxCore)).toEqual([null, 0, 1])
    expect(maxCore(triangles)).toBe(2)
  })

  it('of a star of three are those of its middle', () => {
    const star = graphOf([
      ['m', 'a'],
      ['m', 'b'],
    ])
    expect(degreeCentralisation(star)).toBe(1)
    expect(density(star)).toBeCloseTo(2 / 3, 12)
    // Half of the middle is in each of the two; all of an end is in the middle.
    expect([burtConstraint(star, 'm'), burtConstraint(star, 'a')]).toEqual([0.5, 1])
    expect([burtConstraint(star, 'nobody'), burtConstraint(triangles, 'g')]).toEqual([null, null])
    // In a triangle each end is reached straight by a half and over the other by a quarter.
    expect(burtConstraint(withoutNode(triangles, 'd'), 'a')).toBe(2 * 0.75 ** 2)
  })
})

describe('ties between kinds of partners', () => {
  const sectors = new Map([
    ['a', 'culture'],
    ['b', 'culture'],
    ['c', 'sport'],
  ])

  it('are not known where no kind is, and say nothing of order where there is one kind alone', () => {
    const unknown = { assortativity: null, eiIndex: null }
    expect(sectorMixing([], sectors)).toEqual(unknown)
    expect(
      sectorMixing(
        [
          ['x', 'a'],
          ['a', 'x'],
        ],
        sectors,
      ),
    ).toEqual(unknown)
    expect(
      sectorMixing(
        [
          ['a', 'b'],
          ['x', 'a'],
        ],
        sectors,
      ),
    ).toEqual({ assortativity: null, eiIndex: -1 })
    expect(sectorMixing([['a', 'c']], sectors)).toEqual({ assortativity: -1, eiIndex: 1 })
  })
})

describe('the renewal of ties', () => {
  const year = { from: '2024-01-01', to: '2025-01-01' }
  const started = (startedOn: string, ...partners: string[]) => ({
    startedOn,
    id: `${startedOn} ${partners[0]}`,
    partners,
  })
  const of = (...initiatives: ReturnType<typeof started>[]) => tieDynamics(initiatives, year)

  it('remembers three years before the window, which begins with its first day', () => {
    const now = started('2024-06-10', 'a', 'b')
    expect([
      of(started('2021-01-01', 'a', 'b'), now).newTieRate,
      of(started('2020-12-31', 'a', 'b'), now).newTieRate,
    ]).toEqual([0, 1])
    expect(of(started('2024-01-01', 'a', 'b'))).toEqual({
      newTieRate: 1,
      repeatShare: 0,
      newPartnerRate: 1,
      untriedPairShare: 1,
      relative: 1,
    })
    expect(of(started('2023-12-31', 'a', 'b'), now)).toMatchObject({ newTieRate: 0, repeatShare: 1, newPartnerRate: 0 })
  })

  it('is not related to chance where nobody was tied, or nobody was left to try', () => {
    expect(of().relative).toBeNull()
    const alone = of(started('2024-02-10', 'a'), started('2024-03-10', 'b'))
    expect(alone).toMatchObject({ newTieRate: null, untriedPairShare: 1, relative: null })
    const again = of(started('2023-02-10', 'a', 'b'), started('2024-03-10', 'a', 'b'))
    expect(again).toMatchObject({ newTieRate: 0, untriedPairShare: 0, relative: null })
  })
})
