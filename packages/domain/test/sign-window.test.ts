import { describe, expect, it } from 'vitest'
import { factsOfWindow } from '../src/risks/explain-signs/facts-of-window.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import type { SecondaryFlagName } from '../src/risks/secondary/flag-names.ts'
import { coordinates, money, paid } from './given-signs.ts'
import { booking, initiative, instalment, part, town } from './given-town.ts'

// The window of February 2024 begins on 1 February 2023, and 180 days before it lies 5 August 2022.
const seen = (more: Partial<History>, sign: SecondaryFlagName = 'youth') =>
  factsOfWindow(
    { ...town, bookings: [], pledges: [], instalments: [], receipts: [], ...more },
    sign,
    '2024-02',
    parameters,
  )
const idsOf = (more: Partial<History>, sign?: SecondaryFlagName) => seen(more, sign).initiatives.map((one) => one.id)
const over = initiative('old', '2021-01-10', { plannedEndOn: '2021-12-31', endedOn: '2023-01-31' })
const open = initiative('old', '2021-01-10', { plannedEndOn: '2022-03-31' })

describe('the facts of the window of a sign', () => {
  it('are not of what ended before it, but of what ended on its first day', () => {
    const told = {
      initiatives: [over, { ...over, id: 'late', endedOn: '2023-02-01' }],
      participations: [part('old', 'club'), part('late', 'club')],
      coordinations: [coordinates('ada', 'old'), coordinates('ada', 'late')],
    }
    const { initiatives, participations, coordinations } = seen(told)
    expect(initiatives.map((one) => one.id)).toEqual(['late'])
    expect(participations).toEqual([part('late', 'club')])
    expect(coordinations).toEqual([coordinates('ada', 'late')])
  })

  it('are of what ended before it and somebody left or began to coordinate in it', () => {
    const initiatives = [over]
    expect(idsOf({ initiatives, participations: [part('old', 'club', null, '2023-02-01')] })).toEqual(['old'])
    expect(idsOf({ initiatives, participations: [part('old', 'club', null, '2023-01-31')] })).toEqual([])
    const coordinations = [coordinates('ada', 'old', { from: '2023-02-01' })]
    expect(idsOf({ initiatives, participations: [], coordinations })).toEqual(['old'])
  })

  it('are of what has no end, or one ahead', () => {
    const endless = initiative('endless', '2015-01-10', { plannedEndOn: null })
    const planned = initiative('planned', '2015-01-10', { plannedEndOn: '2023-02-01' })
    expect(idsOf({ initiatives: [endless, planned], participations: [] })).toEqual(['endless', 'planned'])
  })

  it('are of what is past its planned end and may still run by something that happened', () => {
    const initiatives = [open]
    const on = (startsOn: string) => ({
      initiatives,
      participations: [],
      bookings: [booking('b', startsOn, { initiativeId: 'old' })],
    })
    expect(idsOf(on('2022-08-04'))).toEqual([])
    expect(idsOf(on('2022-08-05'))).toEqual(['old'])
    expect(seen(on('2022-08-04')).bookings).toEqual([])
    expect(seen(on('2022-08-05')).bookings).toHaveLength(1)
    const payment = money(paid('p', 'bank', 100, '2023-05-01', 'old'))
    expect(idsOf({ initiatives, participations: [], ...payment })).toEqual(['old'])
    // What has ended runs by nothing any more.
    expect(idsOf({ initiatives: [over], participations: [], ...payment })).toEqual([])
  })

  it('are of what somebody joined so late, or was promised so late, that it may still run', () => {
    const joined = (from: string) => ({ initiatives: [open], participations: [part('old', 'club', from)] })
    expect([idsOf(joined('2022-08-04')), idsOf(joined('2022-08-05'))]).toEqual([[], ['old']])
    const promised = (confirmedOn: string) => ({
      initiatives: [open],
      participations: [],
      pledges: [{ ...paid('p', 'bank', 100, '', 'old').pledge, confirmedOn, from: null, to: null }],
    })
    expect([idsOf(promised('2022-08-04')), idsOf(promised('2022-08-05'))]).toEqual([[], ['old']])
    const due = (dueOn: string) => ({ ...promised('2021-05-01'), instalments: [instalment('p', dueOn)] })
    expect([idsOf(due('2022-08-04')), idsOf(due('2022-08-05'))]).toEqual([[], ['old']])
    const received = (receivedOn: string) => ({
      ...promised('2021-05-01'),
      receipts: [{ pledgeId: 'p', receivedOn, amountMinor: 1, quantity: null }],
    })
    expect([idsOf(received('2022-08-04')), idsOf(received('2022-08-05'))]).toEqual([[], ['old']])
    // Of several days the latest counts, in whatever order they are told.
    const both = { ...received('2022-08-05'), bookings: [booking('b', '2021-06-01', { initiativeId: 'old' })] }
    expect(idsOf(both)).toEqual(['old'])
  })

  it('are of what is neither begun nor ended', () => {
    const idea = initiative('idea', null, { plannedEndOn: null })
    expect(idsOf({ initiatives: [idea], participations: [] })).toEqual(['idea'])
  })

  it('are of what ended and was met for in it, where meetings count partners', () => {
    const told = {
      initiatives: [over],
      participations: [part('old', 'club')],
      bookings: [booking('b', '2023-06-01', { initiativeId: 'old' })],
    }
    expect(idsOf(told)).toEqual([])
    expect(idsOf(told, 'places')).toEqual(['old'])
  })

  it('are payments as acts, and of instalments only what tells when a pledge became known', () => {
    const undated = { ...paid('q', 'bank', 100).pledge, confirmedOn: null, from: null }
    const begun = { ...paid('s', 'bank', 100).pledge, confirmedOn: null }
    const agreed = { ...paid('t', 'bank', 100).pledge, from: null }
    const given = money(paid('p', 'bank', 100, '2022-08-04'), paid('r', 'bank', 100, '2022-08-05'))
    const told = {
      ...given,
      pledges: [...(given.pledges ?? []), undated, begun, agreed],
      instalments: ['p', 'q', 's', 't'].map((id) => instalment(id, '2021-05-01')),
    }
    const { pledges, instalments, receipts } = seen(told)
    expect(pledges).toEqual(told.pledges)
    expect(instalments).toEqual([instalment('q', '2021-05-01')])
    expect(receipts?.map((one) => one.pledgeId)).toEqual(['r'])
    for (const sign of ['public-dominance', 'volunteering'] as const)
      expect(seen(told, sign)).toMatchObject({ instalments: told.instalments, receipts: told.receipts })
  })

  it('of unpaid coordination are all but who took part in what ended', () => {
    const told = {
      initiatives: [over, { ...open, id: 'open' }],
      participations: [part('old', 'club'), part('open', 'club')],
      coordinations: [coordinates('ada', 'old')],
      bookings: [booking('b', '2021-06-01', { initiativeId: 'open' })],
    }
    const { participations, ...others } = seen(told, 'volunteering')
    expect(participations).toEqual([part('open', 'club')])
    expect(others).toMatchObject({
      initiatives: told.initiatives,
      coordinations: told.coordinations,
      bookings: told.bookings,
    })
  })

  it('leave the history as it was, and kinds nobody keeps unknown', () => {
    const told = { ...town, bookings: null, pledges: null, receipts: null, instalments: null }
    const before = structuredClone(told)
    const { bookings, coordinations } = factsOfWindow(told, 'youth', '2030-01', parameters)
    expect([bookings, coordinations]).toEqual([null, null])
    expect(told).toEqual(before)
  })
})
