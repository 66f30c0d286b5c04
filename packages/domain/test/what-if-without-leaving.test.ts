import { describe, expect, it } from 'vitest'
import type { History } from '../src/risks/history.ts'
import type { Gone } from '../src/risks/what-if/who-leaves.ts'
import { knownDayOf, withoutLeaving } from '../src/risks/what-if/without-leaving.ts'
import { booking, initiative, instalment, membership, part, promise, receipt, town } from './given-town.ts'

const gone = (organisationIds: readonly string[], spaceIds: readonly string[] = []): Gone => ({
  organisationIds: new Set(organisationIds),
  alongIds: new Set(),
  spaceIds: new Set(spaceIds),
})
const space = (id: string, hostId: string | null) => ({ id, kind: 'physical', hostId, from: null, to: null })

describe('a history without those who left', () => {
  const DAY = '2024-05-01'
  const without = (more: Partial<History>, who = ['club'], spaces: string[] = []) =>
    withoutLeaving({ ...town, ...more }, DAY, gone(who, spaces))

  it('ends their spans on the day, and begins none later', () => {
    const spans = [
      membership('club', '2024-01-05'),
      membership('club', '2024-01-05', '2024-05-01'),
      membership('club', '2024-01-05', '2024-04-01'),
      membership('club', '2024-05-01'),
      membership('club', '2024-04-30', '2024-09-01'),
      membership('zoo', '2024-06-01'),
    ]
    expect(without({ memberships: spans }).memberships).toEqual([
      membership('club', '2024-01-05', DAY),
      spans[1],
      spans[2],
      membership('club', '2024-04-30', DAY),
      spans[5],
    ])
    expect(without({ memberships: null }).memberships).toBeNull()
    expect(withoutLeaving(town, DAY, gone([]))).toBe(town)
  })

  it('stops what they promised, from the day on', () => {
    const instalments = ['2024-04-30', DAY].map((on) => instalment('gift', on))
    const receipts = ['2024-04-30', DAY].map((on) => receipt('gift', on))
    const read = without({ instalments, receipts })
    expect([read.instalments?.length, read.receipts?.length, read.pledges?.length]).toEqual([1, 1, 2])
    const pledges = [
      promise('gift', 'club', { confirmedOn: DAY }),
      promise('plan', 'club', { confirmedOn: null, from: null, to: null }),
      promise('ever', 'club', { confirmedOn: null, from: null, to: null }),
      promise('soon', 'club', { confirmedOn: null, from: null, to: null }),
      promise('past', 'club', { confirmedOn: null, from: null, to: '2024-04-30' }),
      promise('next', 'club', { confirmedOn: null, from: null, to: DAY }),
    ]
    expect(
      without({
        pledges,
        instalments: [
          instalment('plan', '2024-06-01'),
          instalment('plan', '2024-04-30'),
          instalment('soon', '2024-06-01'),
          instalment('soon', DAY),
        ],
      }).pledges?.map((one) => one.id),
    ).toEqual(['plan', 'ever', 'past'])
    const dated = { confirmedOn: '2024-01-10', from: '2024-02-10', to: '2024-12-31' }
    const knownOn = (more: object) => knownDayOf(promise('p', 'x', { ...dated, ...more }), '2024-03-10')
    expect([knownOn({}), knownOn({ confirmedOn: null }), knownOn({ confirmedOn: null, from: null })]).toEqual([
      '2024-01-10',
      '2024-02-10',
      '2024-03-10',
    ])
    expect(knownDayOf(promise('p', 'x', { confirmedOn: null, from: null }), null)).toBe('2024-12-31')
  })

  it('holds no booking of theirs, at their hosts or in spaces that go', () => {
    const all = [
      booking('past', '2024-04-30'),
      booking('own', DAY),
      booking('host', DAY, { organisationId: 'zoo', hostId: 'club' }),
      booking('space', DAY, { organisationId: 'zoo', spaceId: 'gone' }),
      booking('other', DAY, { organisationId: 'zoo' }),
    ]
    expect(without({ bookings: all }, ['club'], ['gone']).bookings?.map((one) => one.id)).toEqual(['past', 'other'])
    const spaces = [space('gone', 'zoo'), space('hall', 'zoo')]
    expect(without({ spaces }, [], ['gone']).spaces?.map((one) => one.to)).toEqual([DAY, null])
  })

  it('ends what nobody is left in, and does not begin what nobody would begin', () => {
    const initiatives = [
      initiative('alone', '2024-01-10'),
      initiative('over', '2024-01-10', { endedOn: DAY }),
      initiative('ahead', DAY),
      initiative('later', '2024-06-01'),
      initiative('shared', '2024-01-10'),
      initiative('soon', '2024-01-10'),
      initiative('ending', '2024-01-10', { endedOn: '2024-09-30', endState: 'completed' }),
      initiative('idea', null),
      initiative('followed', '2024-01-10'),
    ]
    const participations = [
      part('ending', 'club', '2024-02-01', '2024-09-01'),
      part('idea', 'club'),
      part('followed', 'club'),
      part('followed', 'zoo', '2024-06-01', '2024-07-01'),
      part('alone', 'club'),
      part('over', 'club'),
      part('ahead', 'club', '2024-06-01'),
      part('later', 'club'),
      part('shared', 'club'),
      part('shared', 'zoo'),
      part('soon', 'club', DAY),
      part('alone', 'zoo', null, DAY),
    ]
    const bookings = [
      booking('b', '2024-06-01', { organisationId: 'zoo', initiativeId: 'alone' }),
      booking('c', '2024-06-01', { organisationId: 'zoo', initiativeId: 'shared' }),
      booking('d', '2024-06-01', { organisationId: 'zoo', initiativeId: 'over' }),
    ]
    const read = without({ initiatives, participations, bookings })
    expect(read.initiatives.map((one) => [one.id, one.endedOn, one.endState])).toEqual([
      ['alone', DAY, 'abandoned'],
      ['over', DAY, null],
      ['shared', null, null],
      ['soon', null, null],
      ['ending', DAY, 'abandoned'],
      ['idea', null, null],
      ['followed', null, null],
    ])
    const left = new Set(read.participations.map((one) => one.initiativeId))
    expect([left.has('ahead'), left.has('later'), left.has('alone')]).toEqual([false, false, true])
    expect(read.bookings?.map((one) => one.id)).toEqual(['c', 'd'])
  })

  it('has people stop who acted for nobody else', () => {
    const acts = (personId: string, organisationId: string, from: string | null = null, to: string | null = null) => ({
      personId,
      organisationId,
      capacity: 'partner',
      isPaid: null,
      from,
      to,
    })
    const representations = [
      acts('fred', 'club', '2024-01-01', '2024-12-31'),
      acts('gina', 'club', DAY),
      acts('hugo', 'club'),
      acts('hugo', 'zoo', '2024-01-01', '2024-12-31'),
      acts('ines', 'club'),
      acts('ines', 'zoo', '2024-06-01'),
      acts('ada', 'club'),
      acts('ben', 'club'),
      acts('ben', 'zoo'),
      acts('cleo', 'zoo', null, DAY),
      acts('cleo', 'club'),
      acts('dora', 'club', '2024-06-01'),
    ]
    const people = ['fred', 'gina', 'hugo', 'ines', 'ada', 'ben', 'cleo', 'dora', 'emil']
    const coordinations = people.map((personId) => ({
      initiativeId: 'garden',
      personId,
      from: null,
      to: null,
      hours: null,
    }))
    const read = without({ representations, coordinations })
    const stop = (read.coordinations ?? []).filter((one) => one.to === DAY).map((one) => one.personId)
    expect(stop).toEqual(['fred', 'gina', 'ines', 'ada', 'cleo'])
    expect(read.coordinations?.filter((one) => one.to === null).map((one) => one.personId)).toEqual([
      'hugo',
      'ben',
      'dora',
      'emil',
    ])
    expect(read.representations).toEqual([
      acts('fred', 'club', '2024-01-01', DAY),
      acts('hugo', 'club', null, DAY),
      acts('hugo', 'zoo', '2024-01-01', '2024-12-31'),
      acts('ines', 'club', null, DAY),
      acts('ines', 'zoo', '2024-06-01'),
      acts('ada', 'club', null, DAY),
      acts('ben', 'club', null, DAY),
      acts('ben', 'zoo'),
      acts('cleo', 'zoo', null, DAY),
      acts('cleo', 'club', null, DAY),
    ])
    expect(without({}).coordinations).toBeUndefined()
    const ahead = { initiatives: [initiative('fair', DAY)], participations: [part('fair', 'club')] }
    const onFair = coordinations.map((one) => ({ ...one, initiativeId: 'fair' }))
    expect(without({ ...ahead, representations, coordinations: onFair }).coordinations).toEqual([])
  })
})
