import { describe, expect, it } from 'vitest'
import type { History } from '../src/risks/history.ts'
import { nobodyLeaves } from '../src/risks/what-if/question.ts'
import { spacesLost } from '../src/risks/what-if/spaces-lost.ts'
import { type Gone, whoLeaves } from '../src/risks/what-if/who-leaves.ts'
import { knownDayOf, withoutLeaving } from '../src/risks/what-if/without-leaving.ts'
import { monthIndex } from '../src/values/month.ts'
import { booking, initiative, instalment, membership, part, promise, receipt, town } from './given-town.ts'

const gone = (organisationIds: readonly string[], spaceIds: readonly string[] = []): Gone => ({
  organisationIds: new Set(organisationIds),
  alongIds: new Set(),
  spaceIds: new Set(spaceIds),
})
const [may, august] = [monthIndex('2024-05'), monthIndex('2024-08')]
const space = (id: string, hostId: string | null, to: string | null = null) => ({
  id,
  kind: 'physical',
  hostId,
  from: null,
  to,
})

describe('who leaves', () => {
  const body = (id: string, legalStatus: string, parentId: string | null, sector = 'other') => ({
    id,
    legalStatus,
    parentId,
    sector,
  })
  const history: History = {
    ...town,
    organisations: [
      body('desk', 'public', 'office'),
      body('office', 'public', 'council'),
      body('council', 'public', null, 'local-government'),
      body('holding', 'private', null, 'business'),
      body('shop', 'private', 'holding'),
    ],
    spaces: [space('hall', 'desk'), space('yard', 'shop'), space('cloud', null)],
    bookings: [
      booking('b', '2024-05-03', { spaceId: 'cellar', hostId: 'office' }),
      booking('c', '2024-05-03', { spaceId: 'roof' }),
    ],
  }
  const leaving = (more: object) => {
    const { organisationIds, alongIds, spaceIds } = whoLeaves(history, { ...nobodyLeaves, ...more })
    return [[...organisationIds].sort(), [...alongIds].sort(), [...spaceIds].sort()]
  }

  it('takes along what a public body controls, and the spaces of all of them', () => {
    const all = [
      ['council', 'desk', 'office'],
      ['desk', 'office'],
      ['cellar', 'hall'],
    ]
    expect(leaving({ organisationIds: ['council'] })).toEqual(all)
    expect(leaving({ isLocalGovernment: true })).toEqual(all)
    expect(leaving({ sectors: ['local-government'] })).toEqual(all)
    expect(leaving({ organisationIds: ['council', 'office'] })[1]).toEqual(['desk'])
  })

  it('takes nobody along from a private one, and nobody where nobody goes', () => {
    expect(leaving({ sectors: ['business'] })).toEqual([['holding'], [], []])
    expect(leaving({ organisationIds: ['shop'], spaceIds: ['cloud'] })).toEqual([['shop'], [], ['cloud', 'yard']])
    expect(leaving({})).toEqual([[], [], []])
  })
})

describe('spaces that go', () => {
  const history: History = {
    ...town,
    spaces: [
      space('hall', 'bank'),
      space('shut', 'bank', '2024-05-01'),
      space('yard', 'bank', '2024-05-02'),
      space('loft', 'bank'),
    ],
    bookings: [
      booking('a', '2024-04-30', { hours: 100 }),
      booking('b', '2024-05-01', { hours: 1.25, status: 'requested', initiativeId: 'meals' }),
      booking('c', '2024-07-31', { hours: 2, initiativeId: 'garden' }),
      booking('d', '2024-07-31', { hours: 2, initiativeId: 'garden' }),
      booking('e', '2024-08-01', { hours: 100 }),
      booking('f', '2024-06-01', { hours: 100, status: 'cancelled' }),
      booking('g', '2024-06-01', { hours: 100, spaceId: 'other' }),
      booking('h', '2024-06-01', { hours: 1, spaceId: 'tent', hostId: 'choir' }),
    ],
  }

  it('are those still offered, with what is booked in them, most hours first', () => {
    const lost = spacesLost(
      history,
      gone(['bank'], ['loft', 'hall', 'shut', 'yard', 'tent']),
      may,
      august,
      '2024-05-01',
    )
    expect(lost).toEqual([
      { spaceId: 'hall', hostId: 'bank', bookings: 3, hours: 5.25, initiativeIds: ['garden', 'meals'] },
      { spaceId: 'tent', hostId: 'choir', bookings: 1, hours: 1, initiativeIds: [] },
      { spaceId: 'loft', hostId: 'bank', bookings: 0, hours: 0, initiativeIds: [] },
      { spaceId: 'yard', hostId: 'bank', bookings: 0, hours: 0, initiativeIds: [] },
    ])
    expect(spacesLost({ ...town, bookings: null, spaces: null }, gone([], ['x']), may, august, '2024-05-01')).toEqual([
      { spaceId: 'x', hostId: null, bookings: 0, hours: 0, initiativeIds: [] },
    ])
  })
})

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
    ]
    expect(
      without({
        pledges,
        instalments: [instalment('plan', '2024-06-01'), instalment('plan', '2024-04-30')],
      }).pledges?.map((one) => one.id),
    ).toEqual(['plan', 'ever'])
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
      initiative('shared', '2024-01-10'),
      initiative('soon', '2024-01-10'),
    ]
    const participations = [
      part('alone', 'club'),
      part('over', 'club'),
      part('ahead', 'club'),
      part('shared', 'club'),
      part('shared', 'zoo'),
      part('soon', 'club', '2024-06-01'),
      part('alone', 'zoo', null, DAY),
    ]
    const bookings = [
      booking('b', '2024-06-01', { organisationId: 'zoo', initiativeId: 'alone' }),
      booking('c', '2024-06-01', { organisationId: 'zoo', initiativeId: 'shared' }),
    ]
    const read = without({ initiatives, participations, bookings })
    expect(read.initiatives.map((one) => [one.id, one.endedOn, one.endState])).toEqual([
      ['alone', DAY, 'abandoned'],
      ['over', DAY, null],
      ['shared', null, null],
      ['soon', null, null],
    ])
    expect(read.participations.map((one) => one.initiativeId)).not.toContain('ahead')
    expect(read.bookings?.map((one) => one.id)).toEqual(['c'])
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
      acts('ada', 'club'),
      acts('ben', 'club'),
      acts('ben', 'zoo'),
      acts('cleo', 'zoo', null, DAY),
      acts('cleo', 'club'),
      acts('dora', 'club', '2024-06-01'),
    ]
    const coordinations = ['ada', 'ben', 'cleo', 'dora', 'emil'].map((personId) => ({
      initiativeId: 'garden',
      personId,
      from: null,
      to: null,
      hours: null,
    }))
    const read = without({ representations, coordinations })
    expect(read.coordinations?.map((one) => one.to)).toEqual([DAY, null, DAY, null, null])
    expect(read.representations).toEqual([
      acts('ada', 'club', null, DAY),
      acts('ben', 'club', null, DAY),
      acts('ben', 'zoo'),
      acts('cleo', 'zoo', null, DAY),
      acts('cleo', 'club', null, DAY),
    ])
    expect(without({}).coordinations).toBeUndefined()
  })
})
