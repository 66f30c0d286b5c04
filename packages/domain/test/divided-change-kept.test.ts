import { describe, expect, it } from 'vitest'
import { divided, touchedGroups } from '../src/risks/divided-change.ts'
import { type Change, grouped, type Kind } from '../src/risks/fact-groups.ts'
import {
  booking,
  cost,
  initiative,
  instalment,
  membership,
  part,
  promise,
  receipt,
  reserve,
  town,
} from './given-town.ts'

const store = (kind: Kind) => grouped(kind, town[kind] ?? [])

/** How many facts of each kind are to be sorted again, are told of an initiative anew, and only add. */
function partsOf(change: Change) {
  const { changing, restated, adding } = divided(change, store)
  const counts = (facts: object = {}) =>
    Object.fromEntries(Object.entries(facts).flatMap(([kind, { length }]) => (length > 0 ? [[kind, length]] : [])))
  return { changing: counts(changing.added), restated: restated.map(({ id }) => id), adding: counts(adding) }
}

const onlyAdding = (adding: Record<string, number>) => ({ changing: {}, restated: [], adding })
const onlyChanging = (changing: Record<string, number>) => ({ changing, restated: [], adding: {} })

describe('a change is divided', () => {
  it.each<[string, Change, ReturnType<typeof partsOf>]>([
    ['nothing', {}, onlyAdding({})],
    [
      'what counts for itself, also where its group is known',
      {
        added: {
          memberships: [membership('club', '2024-09-05')],
          receipts: [receipt('gift', '2024-09-05')],
          costs: [cost('2024-03-10'), cost('2024-09-10', 'garden')],
          reserves: [reserve('2024-06-30', 7)],
        },
      },
      onlyAdding({ memberships: 1, receipts: 1, costs: 2, reserves: 1 }),
    ],
    ['a new booking', { added: { bookings: [booking('b3', '2024-05-03')] } }, onlyAdding({ bookings: 1 })],
    ['a booking that is known', { added: { bookings: [booking('b2', '2024-06-03')] } }, onlyChanging({ bookings: 1 })],
    [
      'an initiative that ends, and a new one with all it has',
      {
        added: {
          initiatives: [
            initiative('garden', '2024-02-10', { endedOn: '2024-09-01' }),
            initiative('songs', '2024-07-10'),
          ],
          participations: [part('songs', 'club'), part('garden', 'bank')],
          costs: [cost('2024-08-10', 'songs')],
        },
      },
      { changing: {}, restated: ['garden'], adding: { initiatives: 1, participations: 2, costs: 1 } },
    ],
    [
      'an initiative that began on another day, with who comes in and what it costs; others stay as they are',
      {
        added: {
          initiatives: [initiative('garden', '2024-04-10'), initiative('meals', '2024-04-10')],
          participations: [part('garden', 'bank'), part('meals', 'choir')],
          costs: [cost('2024-08-10', 'garden'), cost('2024-08-10')],
        },
      },
      {
        changing: { initiatives: 1, participations: 1, costs: 1 },
        restated: ['meals'],
        adding: { participations: 1, costs: 1 },
      },
    ],
    [
      'an initiative whose partners were told before it',
      { added: { initiatives: [initiative('garden', '2024-02-10')] } },
      { changing: {}, restated: ['garden'], adding: {} },
    ],
    [
      'a stay that is known',
      { added: { participations: [part('garden', 'club')] } },
      onlyChanging({ participations: 1 }),
    ],
    [
      'the stay of another, or from or to another day',
      {
        added: {
          participations: [
            part('garden', 'bank'),
            part('garden', 'club', '2024-06-01'),
            part('garden', 'club', null, '2024-08-01'),
          ],
        },
      },
      onlyAdding({ participations: 3 }),
    ],
    [
      'an instalment of a promise that is known, with what is received for it; another promise stays as it is',
      {
        added: {
          pledges: [promise('loan', 'bank')],
          instalments: [
            instalment('gift', '2024-10-20'),
            instalment('loan', '2024-10-20'),
            instalment('loan', '2024-11-20'),
          ],
          receipts: [receipt('gift', '2024-10-20'), receipt('fee', '2024-10-20')],
        },
      },
      {
        changing: { instalments: 1, receipts: 1 },
        restated: [],
        adding: { pledges: 1, instalments: 2, receipts: 1 },
      },
    ],
    [
      'what is told of a group from which something is taken',
      {
        added: { costs: [cost('2024-09-10', 'garden'), cost('2024-09-10', 'meals')] },
        removed: { participations: [part('garden', 'club')] },
      },
      { changing: { costs: 1 }, restated: [], adding: { costs: 1 } },
    ],
  ])('%s', (_, change, parts) => {
    expect(partsOf(change)).toEqual(parts)
  })

  it('into groups that are sorted together', () => {
    const touched = touchedGroups({
      added: { costs: [cost('2024-09-10', 'garden')], bookings: [booking('b2', '2024-06-03')] },
      removed: { initiatives: town.initiatives.slice(1), bookings: [booking('b1', '2024-03-03')] },
    })
    const named = Object.fromEntries([...touched].map(([kind, names]) => [kind, [...names].sort()]))
    const both = ['garden', 'meals']
    expect(named).toEqual({ initiatives: both, participations: both, costs: both, bookings: ['b1', 'b2'] })
    expect(touchedGroups({}).size).toBe(0)
  })

  it('of an initiative told after its partners everything is sorted again', () => {
    const told = new Map<Kind, readonly object[]>([['participations', [part('songs', 'club')]]])
    const known = (kind: Kind) => grouped(kind, (told.get(kind) ?? []) as never)
    const { changing, restated, adding } = divided(
      { added: { initiatives: [initiative('songs', '2024-07-10')] } },
      known,
    )
    expect(changing.added?.initiatives).toHaveLength(1)
    expect(restated).toEqual([])
    expect(adding.initiatives).toEqual([])
  })
})
