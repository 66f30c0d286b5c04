import type { History } from '@commonweal/domain/risks/history'
import { expect, test } from 'vitest'
import { placedNetwork, tieKey } from './placed-network.ts'

/** Two groups of three who work with each other often, and one tie between them. */
function history(): History {
  const crews = [
    ['a1', 'a2', 'a3'],
    ['a1', 'a2', 'a3'],
    ['b1', 'b2', 'b3'],
    ['b1', 'b2', 'b3'],
    ['a1', 'b1'],
    ['alone'],
  ]
  return {
    currency: 'EUR',
    dataCompleteThrough: null,
    organisations: [],
    memberships: null,
    initiatives: crews.map((_, index) => ({
      id: `i${index}`,
      kind: 'joint',
      startedOn: `2020-0${index + 1}-01`,
      plannedEndOn: null,
      endedOn: null,
      endState: null,
    })),
    participations: crews.flatMap((crew, index) =>
      crew.map((organisationId) => ({
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
  }
}

const placesOf = (facts: History) =>
  Object.fromEntries(
    placedNetwork(facts)
      .mapNodes((name, { x, y }) => [name, [x, y]] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )

test('the same history gives the same places, in whatever order its facts come', () => {
  const facts = history()
  const turned = {
    ...facts,
    initiatives: facts.initiatives.toReversed(),
    participations: facts.participations.toReversed(),
  }
  expect(placesOf(turned)).toEqual(placesOf(facts))
})

test('every partner who ever took part has a place of its own', () => {
  const places = Object.values(placesOf(history()))
  expect(places).toHaveLength(7)
  expect(new Set(places.map(String)).size).toBe(7)
  for (const place of places.flat()) expect(Number.isFinite(place)).toBe(true)
})

test('who works together often stands nearer than who never did', () => {
  const places = placesOf(history())
  const distance = (one: string, other: string) => {
    const [a = [0, 0], b = [0, 0]] = [places[one], places[other]]
    return Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0))
  }
  expect(distance('a2', 'a3')).toBeLessThan(distance('a2', 'b3'))
  expect(distance('b2', 'b3')).toBeLessThan(distance('a3', 'b2'))
})

test('a tie has one name, whoever is named first', () => {
  expect(tieKey('b', 'a')).toBe(tieKey('a', 'b'))
  expect(placedNetwork(history()).hasEdge(tieKey('b1', 'a1'))).toBe(true)
})
