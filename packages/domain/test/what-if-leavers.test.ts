import { describe, expect, it } from 'vitest'
import type { History } from '../src/risks/history.ts'
import { nobodyLeaves } from '../src/risks/what-if/question.ts'
import { spacesLost } from '../src/risks/what-if/spaces-lost.ts'
import { type Gone, whoLeaves } from '../src/risks/what-if/who-leaves.ts'
import { monthIndex } from '../src/values/month.ts'
import { booking, town } from './given-town.ts'

const gone = (organisationIds: readonly string[], spaceIds: readonly string[] = []): Gone => ({
  organisationIds: new Set(organisationIds),
  alongIds: new Set(),
  spaceIds: new Set(spaceIds),
})
const august = monthIndex('2024-08')
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
    const lost = spacesLost(history, gone(['bank'], ['yard', 'loft', 'hall', 'shut', 'tent']), '2024-05-01', august)
    expect(lost).toEqual([
      { spaceId: 'hall', hostId: 'bank', bookings: 3, hours: 5.25, initiativeIds: ['garden', 'meals'] },
      { spaceId: 'tent', hostId: 'choir', bookings: 1, hours: 1, initiativeIds: [] },
      { spaceId: 'loft', hostId: 'bank', bookings: 0, hours: 0, initiativeIds: [] },
      { spaceId: 'yard', hostId: 'bank', bookings: 0, hours: 0, initiativeIds: [] },
    ])
    expect(spacesLost({ ...town, bookings: null, spaces: null }, gone([], ['x']), '2024-05-01', august)).toEqual([
      { spaceId: 'x', hostId: null, bookings: 0, hours: 0, initiativeIds: [] },
    ])
  })
})
