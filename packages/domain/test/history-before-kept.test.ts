import { describe, expect, it } from 'vitest'
import { historyBefore } from '../src/risks/history-before.ts'
import type { History } from '../src/risks/history.ts'
import { due, nothing, paid, pledge } from './given-promises.ts'

const eve = '2024-04-30'
const day = '2024-05-01'
const before = (more: Partial<History>) => historyBefore({ ...nothing, ...more }, '2024-05')

describe('the facts before a month', () => {
  it('are initiatives begun by its eve, whose end is not known where it comes later', () => {
    const initiative = (id: string, startedOn: string, endedOn: string | null) => ({
      id,
      kind: 'joint',
      startedOn,
      plannedEndOn: '2024-09-01',
      endedOn,
      endState: endedOn && 'completed',
    })
    const initiatives = [
      initiative('over', '2024-01-01', eve),
      initiative('open', eve, day),
      initiative('later', day, null),
    ]
    expect(before({ initiatives }).initiatives).toEqual([
      initiative('over', '2024-01-01', eve),
      initiative('open', eve, null),
    ])
  })

  it('are spans begun by its eve, open where they end later', () => {
    const spans = [
      { from: null, to: eve },
      { from: eve, to: day },
      { from: day, to: null },
    ]
    const kept = [
      { from: null, to: eve },
      { from: eve, to: null },
    ]
    const member = { organisationId: 'club', state: 'active' }
    const part = { initiativeId: 'garden', organisationId: 'club', role: 'lead' }
    const acts = { personId: 'ada', organisationId: 'club', capacity: 'partner', isPaid: null }
    const hall = { id: 'hall', name: 'Hall', kind: 'physical', hostId: 'club' }
    const told = before({
      memberships: spans.map((span) => ({ ...member, ...span })),
      participations: spans.map((span) => ({ ...part, ...span })),
      representations: spans.map((span) => ({ ...acts, ...span })),
      spaces: spans.map((span) => ({ ...hall, ...span })),
    })
    expect(told.memberships).toEqual(kept.map((span) => ({ ...member, ...span })))
    expect(told.participations).toEqual(kept.map((span) => ({ ...part, ...span })))
    expect(told.representations).toEqual(kept.map((span) => ({ ...acts, ...span })))
    expect(told.spaces).toEqual(kept.map((span) => ({ ...hall, ...span })))
  })

  it('are coordinations begun by its eve, with the end they were planned to have', () => {
    const work = (from: string) => ({ initiativeId: 'garden', personId: 'ada', from, to: '2024-09-01', hours: 9 })
    expect(before({ coordinations: [work(eve), work(day)] }).coordinations).toEqual([work(eve)])
  })

  it('are meetings, receipts and reserves of their own day', () => {
    const meeting = (startsOn: string) => ({
      id: startsOn,
      spaceId: 'hall',
      initiativeId: null,
      organisationId: 'club',
      hostId: null,
      startsOn,
      endsOn: startsOn,
      hours: 2,
      status: 'attended',
      attendance: null,
    })
    const reserve = (on: string) => ({ on, amountMinor: 1, currency: 'EUR' })
    const told = before({
      bookings: [meeting(eve), meeting(day)],
      receipts: [paid('gift', eve, 1), paid('gift', day, 1)],
      reserves: [reserve(eve), reserve(day)],
    })
    expect(told.bookings).toEqual([meeting(eve)])
    expect(told.receipts).toEqual([paid('gift', eve, 1)])
    expect(told.reserves).toEqual([reserve(eve)])
  })

  it('are pledges known by its eve with all they promise: confirmed, begun, or due for the first time', () => {
    const undated = { confirmedOn: null }
    const pledges = [
      pledge('confirmed', 'bank', { confirmedOn: eve }),
      pledge('begun', 'bank', { ...undated, from: eve }),
      pledge('due', 'bank', undated),
      pledge('never dated', 'bank', undated),
      pledge('confirmed late', 'bank', { confirmedOn: day }),
      pledge('due late', 'bank', undated),
    ]
    const instalments = [
      due('due', '2024-06-01', 1),
      due('due', eve, 1),
      due('due', '2024-07-01', 1),
      due('due late', day, 1),
    ]
    const told = before({ pledges, instalments })
    expect(told.pledges?.map(({ id }) => id)).toEqual(['confirmed', 'begun', 'due', 'never dated'])
    expect(told.instalments).toEqual(instalments)
  })

  it('are costs due by its eve, and those ahead that are known: entered, or of an initiative that had begun', () => {
    const initiatives = [eve, day].map((startedOn) => ({
      id: `begun ${startedOn}`,
      kind: 'joint',
      startedOn,
      plannedEndOn: null,
      endedOn: null,
      endState: null,
    }))
    const cost = (dueOn: string, initiativeId: string | null = null, knownOn: string | null = null) => ({
      initiativeId,
      dueOn,
      amountMinor: 1,
      currency: 'EUR',
      knownOn,
    })
    const kept = [
      cost(eve),
      cost(eve, null, '2024-06-01'),
      cost('2024-09-01', null, eve),
      cost('2024-09-01', `begun ${eve}`),
    ]
    const left = [
      cost(day),
      cost('2024-09-01', null, day),
      cost('2024-09-01', `begun ${day}`),
      cost('2024-09-01', `begun ${eve}`, day),
      cost('2024-09-01', 'unknown'),
    ]
    expect(before({ initiatives, costs: [...left, ...kept] }).costs).toEqual(kept)
  })

  it('stay unknown where nobody keeps them', () => {
    const told = before({ coordinations: null, spaces: null })
    expect(told).toEqual({ ...nothing, coordinations: null, spaces: null })
    expect(Object.keys(before({}))).not.toContain('representations')
  })
})
