import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articulationPoints, fragmentsWithout } from '../src/risks/network/graph-measures.ts'
import { graphOf } from '../src/risks/network/graph.ts'
import { networkAt, networkReader } from '../src/risks/network/network-at.ts'
import type { History } from '../src/risks/history.ts'
import { factsBehind } from '../src/risks/facts-behind.ts'
import { parameters } from '../src/risks/parameters.ts'
import { addMonths } from '../src/values/month.ts'
import { arbitraryHistory, monthsOfStory, relabelled } from './given-history.ts'
import { runs } from './property-runs.ts'

const nothing: History = {
  currency: 'EUR',
  dataCompleteThrough: null,
  organisations: [],
  memberships: null,
  initiatives: [],
  participations: [],
  bookings: null,
  pledges: null,
  instalments: null,
  receipts: null,
  costs: null,
  reserves: null,
}

/** Initiatives of the given partners, started in January 2024 and planned to the end of 2025. */
function working(crews: Readonly<Record<string, readonly string[]>>): History {
  return {
    ...nothing,
    initiatives: Object.keys(crews).map((id) => ({
      id,
      kind: 'joint',
      startedOn: '2024-01-10',
      plannedEndOn: '2025-12-31',
      endedOn: null,
      endState: null,
    })),
    participations: Object.entries(crews).flatMap(([initiativeId, partners]) =>
      partners.map((organisationId) => ({ initiativeId, organisationId, role: 'contributor', from: null, to: null })),
    ),
  }
}

const crowd = Array.from({ length: 16 }, (_, index) => `p${String(index).padStart(2, '0')}`)

describe('the network of a month', () => {
  it('ties partners of the same running initiative, as strongly as they have such initiatives', () => {
    const network = networkAt(working({ garden: ['club', 'school'], choir: ['school', 'club', 'bank'] }), '2024-06')
    expect(network.ties).toEqual([
      { organisationIds: ['bank', 'club'], strength: 1, isThin: false, initiativeIds: ['choir'] },
      { organisationIds: ['bank', 'school'], strength: 1, isThin: false, initiativeIds: ['choir'] },
      { organisationIds: ['club', 'school'], strength: 2, isThin: false, initiativeIds: ['choir', 'garden'] },
    ])
    expect(
      network.partners.map(({ organisationId, initiatives, ties, strength }) => [
        organisationId,
        initiatives,
        ties,
        strength,
      ]),
    ).toEqual([
      ['bank', 1, 2, 2],
      ['club', 2, 2, 3],
      ['school', 2, 2, 3],
    ])
    expect(network).toMatchObject({ initiatives: 2, parts: [3], maxCore: 2, isComplete: true })
  })

  it('sees what lies before the first day of the month, and ends with the initiative', () => {
    const history = working({ garden: ['club', 'school'] })
    expect(networkAt(history, '2024-01').ties).toEqual([])
    expect(networkAt(history, '2024-02').ties).toHaveLength(1)
    expect(networkAt(history, '2025-12').ties).toHaveLength(1)
    expect(networkAt(history, '2026-01').partners).toEqual([])
  })

  it('keeps a partner without a tie as a part of its own', () => {
    const network = networkAt(working({ garden: ['club', 'school'], alone: ['bank'] }), '2024-06')
    expect(network.parts).toEqual([2, 1])
    expect(network.partners[0]).toMatchObject({ organisationId: 'bank', ties: 0, strength: 0, part: 1 })
  })

  it('rings the partner whose leaving cuts others off', () => {
    const network = networkAt(working({ one: ['a', 'b'], two: ['b', 'c'], three: ['c', 'd'] }), '2024-06')
    expect(network.partners.map(({ organisationId, cutsOff }) => [organisationId, cutsOff])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 1],
      ['d', 0],
    ])
  })

  it('counts a tie of a very large initiative for a fraction; it holds no part together', () => {
    const network = networkAt(working({ fair: crowd, garden: ['p00', 'p01'] }), '2024-06')
    expect(network.ties[0]).toMatchObject({ strength: 1 + 1 / 15, isThin: false, initiativeIds: ['fair', 'garden'] })
    expect(network.ties[1]).toMatchObject({ strength: 1 / 15, isThin: true })
    expect(network.parts).toEqual([2, ...Array.from({ length: 14 }, () => 1)])
    expect(networkAt(working({ fair: crowd.slice(1) }), '2024-06').parts).toEqual([15])
  })

  it('says where the facts end', () => {
    const history = { ...working({ garden: ['club', 'school'] }), dataCompleteThrough: '2024-05-31' }
    expect(networkAt(history, '2024-06').isComplete).toBe(true)
    expect(networkAt(history, '2024-07').isComplete).toBe(false)
  })

  it('names ties in the order of their partners, whichever initiative they are of', () => {
    const network = networkAt(working({ one: ['y', 'z'], two: ['a', 'z'], zoo: ['b', 'a'] }), '2024-06')
    expect(network.ties.map(({ organisationIds }) => organisationIds.join(' '))).toEqual(['a b', 'a z', 'y z'])
  })

  it('ties everybody of the largest initiative where no size is too large', () => {
    const novelty = { ...parameters.stagnation.novelty, mostPartnersForPairs: null }
    const lines = { ...parameters, stagnation: { ...parameters.stagnation, novelty } }
    expect(networkAt(working({ fair: crowd }), '2024-06', lines).parts).toEqual([16])
  })

  it('begins in the month after the first fact', () => {
    const reader = networkReader(working({ garden: ['club', 'school'] }))
    expect(reader.firstMonth).toBe('2024-02')
    expect(reader.at('2023-12')).toMatchObject({ initiatives: 0, partners: [] })
  })

  it('is empty without facts', () => {
    expect(networkReader(nothing).firstMonth).toBeNull()
    expect(networkAt(nothing, '2024-06')).toMatchObject({ partners: [], ties: [], parts: [], maxCore: null })
  })
})

const month = fc.nat(71).map((months) => addMonths(monthsOfStory.from, months))

describe('in any history', () => {
  it('a month reads the same alone and among others, in any order', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.array(month, { minLength: 1, maxLength: 6 }), (history, months) => {
        const reader = networkReader(history)
        for (const one of months) expect(reader.at(one)).toEqual(networkAt(history, one))
      }),
      runs(200),
    )
  })

  it('its partners are those the participation family counts, and its figures those of the graph', () => {
    fc.assert(
      fc.property(arbitraryHistory, month, (history, one) => {
        const network = networkAt(history, one)
        const { participation } = factsBehind(history, one).stagnation
        expect(network.partners.map(({ organisationId }) => organisationId)).toEqual(participation.organisationIds)
        expect(network.initiatives).toBe(participation.initiativeIds.length)
        const graph = graphOf(
          network.ties.filter(({ isThin }) => !isThin).map(({ organisationIds }) => organisationIds),
          network.partners.map(({ organisationId }) => organisationId),
        )
        const bridges = network.partners
          .filter(({ cutsOff }) => cutsOff > 0)
          .map(({ organisationId }) => organisationId)
        expect(bridges).toEqual(articulationPoints(graph))
        expect(network.parts.reduce((sum, size) => sum + size, 0)).toBe(network.partners.length)
        for (const bridge of bridges) expect(fragmentsWithout(graph, bridge)).toBeGreaterThan(network.parts.length)
        const ends = network.partners.reduce((sum, { strength }) => sum + strength, 0)
        expect(ends).toBeCloseTo(2 * network.ties.reduce((sum, { strength }) => sum + strength, 0), 9)
      }),
      runs(200),
    )
  })

  it('other names change no figure', () => {
    fc.assert(
      fc.property(arbitraryHistory, month, (history, one) => {
        const figures = (from: History) => {
          const { partners, ties, parts, maxCore } = networkAt(from, one)
          const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b)
          return {
            parts,
            maxCore,
            cuts: sorted(partners.map(({ cutsOff }) => cutsOff)),
            strengths: sorted(ties.map(({ strength }) => strength)),
          }
        }
        expect(figures(relabelled(history))).toEqual(figures(history))
      }),
      runs(200),
    )
  })
})
