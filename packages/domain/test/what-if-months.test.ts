import { describe, expect, it } from 'vitest'
import type { History } from '../src/risks/history.ts'
import { monthsAhead } from '../src/risks/what-if/months-ahead.ts'
import { nothingAdded, recordedUntil } from '../src/risks/what-if/question.ts'
import { withAdditions } from '../src/risks/what-if/with-additions.ts'
import { booking, initiative, instalment, membership, part, promise, receipt, town } from './given-town.ts'

describe('months nobody has recorded yet', () => {
  it('are those from the present one or from where the facts end', () => {
    expect(recordedUntil(null, '2024-05-20')).toBe('2024-05')
    expect(recordedUntil('2024-03-31', '2024-05-20')).toBe('2024-04')
    expect(recordedUntil('2024-03-30', '2024-05-20')).toBe('2024-03')
    expect(recordedUntil('2024-12-31', '2024-05-20')).toBe('2024-05')
  })

  const history: History = {
    ...town,
    dataCompleteThrough: '2024-04-30',
    initiatives: [
      initiative('old', '2023-04-30'),
      initiative('first', '2023-05-01', { endedOn: '2024-02-29' }),
      initiative('last', '2024-04-30', { plannedEndOn: null }),
      initiative('next', '2024-05-01'),
    ],
    participations: [part('first', 'club', '2023-06-01'), part('old', 'club')],
    bookings: [
      booking('a', '2023-04-30'),
      booking('b', '2023-05-01', { initiativeId: 'first' }),
      booking('c', '2024-05-01'),
    ],
  }

  it('bring what is promised on the day it is due, less what was received', () => {
    const instalments = [
      instalment('gift', '2024-04-01', 10),
      instalment('gift', '2024-05-01', 10),
      instalment('gift', '2024-07-31', 10),
      instalment('gift', '2024-08-01', 10),
      instalment('gift', '2024-06-01', null),
    ]
    const came = (...receipts: ReturnType<typeof receipt>[]) =>
      monthsAhead({ ...history, instalments, receipts }, '2024-05', '2024-08', 'as-planned')
        .receipts?.slice(receipts.length)
        .map((one) => [one.receivedOn, one.amountMinor])
    expect(came()).toEqual([
      ['2024-05-01', 10],
      ['2024-07-31', 10],
    ])
    expect(came(receipt('gift', '2024-04-01', 14))).toEqual([
      ['2024-05-01', 6],
      ['2024-07-31', 10],
    ])
    expect(came(receipt('gift', '2024-04-01', 20))).toEqual([['2024-07-31', 10]])
    const unsorted = [
      instalment('gift', '2024-07-31', 10),
      instalment('gift', '2024-05-01', 10),
      instalment('gift', '2024-06-10', 7),
      instalment('gift', '2024-06-10', 5),
    ]
    const open = monthsAhead(
      { ...history, instalments: unsorted, receipts: [receipt('gift', '2024-04-01', 19)] },
      '2024-05',
      '2024-08',
      'as-planned',
    )
    // What was received settles the oldest first: of the two in June three of the one recorded last are left.
    expect(open.receipts?.slice(1).map((one) => [one.receivedOn, one.amountMinor])).toEqual([
      ['2024-06-10', 3],
      ['2024-07-31', 10],
    ])
    const offered = { ...history, pledges: [promise('gift', 'club', { status: 'offered' })], instalments, receipts: [] }
    expect(monthsAhead(offered, '2024-05', '2024-08', 'as-planned').receipts).toEqual([])
    expect(monthsAhead({ ...history, receipts: null }, '2024-05', '2024-08', 'as-planned').receipts).toBeNull()
    expect(monthsAhead(history, '2024-05', '2024-08', 'as-planned')).toMatchObject({
      dataCompleteThrough: null,
      initiatives: history.initiatives,
    })
  })

  it('repeat the initiatives and bookings of the last year, each year until the end', () => {
    const ahead = monthsAhead(history, '2024-05', '2025-07', 'as-last-year')
    const added = ahead.initiatives.slice(4).map((one) => [one.id, one.startedOn, one.plannedEndOn, one.endedOn])
    expect(added).toEqual([
      ['first again 1', '2024-05-01', '2025-12-31', '2025-02-28'],
      ['last again 1', '2025-04-30', null, null],
      ['first again 2', '2025-05-01', '2026-12-31', '2026-02-28'],
    ])
    expect(ahead.participations.slice(2)).toMatchObject([
      { initiativeId: 'first again 1', from: '2024-06-01', to: null },
      { initiativeId: 'first again 2', from: '2025-06-01', to: null },
    ])
    expect(ahead.bookings?.slice(3)).toMatchObject([
      { id: 'b again 1', startsOn: '2024-05-01', endsOn: '2024-05-01', initiativeId: null },
      { id: 'b again 2', startsOn: '2025-05-01' },
    ])
    expect(monthsAhead({ ...history, bookings: null }, '2024-05', '2024-07', 'as-last-year').bookings).toBeNull()
    const year = monthsAhead(history, '2024-05', '2025-05', 'as-last-year')
    expect(year.bookings?.slice(3).map((one) => one.id)).toEqual(['b again 1'])
    const until = { ...history, initiatives: [initiative('a', '2023-07-31'), initiative('b', '2023-08-01')] }
    expect(monthsAhead(until, '2024-05', '2024-08', 'as-last-year').initiatives.map((one) => one.id)).toEqual([
      'a',
      'b',
      'a again 1',
    ])
  })
})

describe('what is supposed to come', () => {
  it('is paid in equal parts that leave nothing over', () => {
    const added = withAdditions(town, '2024-05', {
      ...nothingAdded,
      pledges: [{ organisationId: null, amountMinor: 100, months: 3, route: 'donation' }],
    })
    expect(added.pledges?.at(-1)).toMatchObject({
      id: 'supposed pledge 1',
      organisationId: 'supposed funder 1',
      amountMinor: 100,
      confirmedOn: '2024-05-01',
      from: '2024-05-01',
      to: '2024-07-31',
      status: 'confirmed',
      kind: 'cash',
      currency: 'EUR',
    })
    const dues = [
      ['2024-05-05', 33],
      ['2024-06-05', 33],
      ['2024-07-05', 34],
    ]
    expect(added.instalments?.slice(3).map((one) => [one.dueOn, one.amountMinor])).toEqual(dues)
    expect(added.receipts?.slice(2).map((one) => [one.receivedOn, one.amountMinor])).toEqual(dues)
    expect(withAdditions(town, '2024-05', nothingAdded)).toBe(town)
    const pledges = [{ organisationId: 'club', amountMinor: 5, months: 1, route: 'donation' }]
    const partners = [{ sector: 'health', initiativeId: null }]
    const initiatives = [{ organisationIds: ['club'], months: 9 }]
    for (const adding of [
      { pledges, partners, initiatives: [] },
      { pledges: [], partners, initiatives },
    ])
      expect(withAdditions(town, '2024-05', adding).organisations).toHaveLength(town.organisations.length + 1)
  })

  it('are newcomers who may join, and initiatives led by the first', () => {
    const added = withAdditions(town, '2024-05', {
      pledges: [],
      partners: [
        { sector: 'health', initiativeId: 'garden' },
        { sector: 'sport', initiativeId: null },
      ],
      initiatives: [{ organisationIds: ['club', 'bank'], months: 9 }],
    })
    expect(added.organisations.slice(3)).toEqual(
      ['health', 'sport'].map((sector, index) => ({
        id: `supposed partner ${index + 1}`,
        sector,
        legalStatus: 'unknown',
        parentId: null,
      })),
    )
    expect(added.memberships?.slice(2)).toEqual(
      [1, 2].map((nth) => membership(`supposed partner ${nth}`, '2024-05-01')),
    )
    expect(added.initiatives.at(-1)).toEqual(
      initiative('supposed initiative 1', '2024-05-01', { plannedEndOn: '2025-02-01' }),
    )
    expect(added.participations.slice(4)).toEqual([
      { ...part('supposed initiative 1', 'club'), role: 'lead' },
      part('supposed initiative 1', 'bank'),
      part('garden', 'supposed partner 1', '2024-05-01'),
    ])
  })
})
