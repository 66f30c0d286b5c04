import { describe, expect, it } from 'vitest'
import type { History } from '../src/risks/history.ts'
import { nobodyLeaves } from '../src/risks/what-if/question.ts'
import { recordsOfLeavers } from '../src/risks/what-if/records-of-leavers.ts'
import { standingOn } from '../src/risks/what-if/standing.ts'
import type { Gone } from '../src/risks/what-if/who-leaves.ts'
import { booking, initiative, instalment, part, promise, receipt, town } from './given-town.ts'

const DAY = '2024-05-01'
const gone = (organisationIds: readonly string[], spaceIds: readonly string[] = []): Gone => ({
  organisationIds: new Set(organisationIds),
  alongIds: new Set(),
  spaceIds: new Set(spaceIds),
})

describe('what is on record of those who leave', () => {
  const history: History = {
    ...town,
    pledges: [promise('c1', 'club'), promise('z1', 'zoo'), promise('b1', 'bank'), promise('c2', 'club')],
    instalments: [instalment('c2', '2024-06-01', 1), instalment('b1', '2024-06-01', 2), instalment('z1', DAY, 3)],
    receipts: [receipt('b1', '2024-04-01', 4), receipt('c1', '2024-04-01', 5), receipt('c1', '2024-03-01', 6)],
    bookings: [
      booking('past', '2024-04-30', { spaceId: 'hall', hostId: 'club' }),
      booking('first', DAY, { spaceId: 'hall' }),
      booking('next', '2024-06-01', { spaceId: 'hall', hostId: 'bank' }),
      booking('loft', '2024-06-01', { spaceId: 'loft', hostId: 'club' }),
      booking('yard', '2024-06-01', { spaceId: 'yard', hostId: 'zoo' }),
    ],
  }
  const recordsOf = (who: Gone, more: Partial<History> = {}) =>
    recordsOfLeavers({ ...history, ...more }, DAY).recordsOf(who)

  it('are their promises in the order of the record, with what falls due and was paid, and bookings ahead in spaces that go', () => {
    const read = recordsOf(gone(['zoo', 'club'], ['hall', 'tent']))
    expect(read.pledges?.map((one) => one.id)).toEqual(['c1', 'z1', 'c2'])
    expect(read.instalments?.map((one) => one.amountMinor)).toEqual([3, 1])
    expect(read.receipts?.map((one) => one.amountMinor)).toEqual([5, 6])
    expect(read.bookings?.map((one) => one.id)).toEqual(['first', 'next'])
    const none = recordsOf(gone(['stranger'], ['tent']))
    expect([none.pledges, none.instalments, none.receipts, none.bookings]).toEqual([[], [], [], []])
  })

  it('are unknown where nobody keeps them', () => {
    const unknown = { pledges: null, instalments: null, receipts: null, bookings: null }
    expect(recordsOf(gone(['club']), unknown)).toMatchObject(unknown)
  })

  it('tell who hosts a space by any booking in it', () => {
    const spacesOf = (id: string) =>
      [...recordsOfLeavers(history, DAY).whoLeaves({ ...nobodyLeaves, organisationIds: [id] }).spaceIds].sort()
    expect([spacesOf('club'), spacesOf('bank'), spacesOf('zoo'), spacesOf('choir')]).toEqual([
      ['hall', 'loft'],
      ['hall'],
      ['yard'],
      [],
    ])
  })
})

describe('how a community stands on the first day of a month', () => {
  const ahead = { goesOn: 'as-planned', recordedUntil: '2024-05' } as const
  const standing = (more: Partial<History> = {}) => standingOn({ ...town, ...more }, '2024-05', ahead, [])

  it('knows who runs what, started before it', () => {
    const initiatives = [initiative('april', '2024-04-30'), initiative('may', DAY)]
    const participations = ['april', 'may'].flatMap((id) => [part(id, 'club'), part(id, 'bank')])
    const { runningIds, bridges, graph } = standing({ initiatives, participations })
    expect([...runningIds]).toEqual(['april'])
    expect([[...graph.keys()].sort(), bridges]).toEqual([['bank', 'club'], []])
  })

  it('knows whose promises were made before it', () => {
    const pledges = [
      promise('early', 'club', { confirmedOn: '2023-06-10' }),
      promise('late', 'club', { confirmedOn: '2024-04-30' }),
      promise('next', 'club', { confirmedOn: DAY }),
      promise('fee', 'bank'),
    ]
    const { pledgesOf } = standing({ pledges })
    expect([...pledgesOf].map(([id, known]) => [id, known.map((one) => one.id)])).toEqual([
      ['club', ['early', 'late']],
      ['bank', ['fee']],
    ])
    expect(standing({ pledges: null }).pledgesOf.size).toBe(0)
  })

  it('carries the months on as far as a question may look, and the one after', () => {
    const instalments = ['2027-04-30', '2027-05-31', '2027-06-01'].map((on) => instalment('gift', on))
    expect(standing({ instalments, receipts: [] }).carriedOn.receipts?.map((one) => one.receivedOn)).toEqual([
      '2027-04-30',
      '2027-05-31',
    ])
  })

  it('is not known of a month after what is recorded', () => {
    expect(() => standingOn(town, '2024-06', ahead, [])).toThrow('2024-06 lies after what is recorded')
  })
})
