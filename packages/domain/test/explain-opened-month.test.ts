import { describe, expect, it } from 'vitest'
import { fundingOf, stagnationOf } from '../src/risks/explain/one-month.ts'
import { openFunding, openStagnation } from '../src/risks/explain/opened-month.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { booking, cost, instalment, part, promise, receipt, reserve } from './given-town.ts'
import { purse } from './given-purse.ts'
import { givenWork } from './given-work.ts'

/** Twelve initiatives, one begun every third month from January 2021 on, each for a year. */
const work = givenWork(
  Array.from({ length: 12 }, (_, index) => ({
    id: `i${index}`,
    startedOn: `${2021 + Math.floor(index / 4)}-${String((index % 4) * 3 + 1).padStart(2, '0')}-10`,
    plannedEndOn: `${2022 + Math.floor(index / 4)}-${String((index % 4) * 3 + 1).padStart(2, '0')}-20`,
    partners: ['a', 'b', `p${index}`],
  })),
)

describe('stagnation of a month that is open', () => {
  const read = openStagnation(work, '2024-01', parameters)
  const expectAlone = (history: History, month: string) =>
    expect(read(history, month)).toEqual(stagnationOf(history, month, parameters))

  it('reads the history itself, in the month and after it', () => {
    // Four started in 2023 and eight in the two years before: the pace of the year is what it was.
    expect(read(work, '2024-01').readings.renewal).toMatchObject({ now: 4, base: 8, baseMonths: 24 })
    // The windows move on: the start of January 2023 leaves the year, and that of January 2021 the base.
    expect(read(work, '2024-02').readings.renewal).toMatchObject({ now: 3, base: 8, baseMonths: 24 })
    expectAlone(work, '2024-01')
    expectAlone(work, '2024-04')
  })

  it('reads it without an initiative, from before it began', () => {
    const without = (id: string) => ({ ...work, initiatives: work.initiatives.filter((one) => one.id !== id) })
    expect(read(without('i11'), '2024-01').readings.renewal).toMatchObject({ now: 3, base: 8 })
    expect(read(without('i0'), '2024-01').readings.renewal).toMatchObject({ now: 4, base: 7, baseMonths: 21 })
    for (const one of work.initiatives) expectAlone(without(one.id), '2024-01')
    // One after the other leaves nothing behind.
    expectAlone(work, '2024-01')
  })

  it('reads it with another one, also from before the first', () => {
    const more = givenWork([{ id: 'early', startedOn: '2019-05-05', partners: ['a', 'z'] }])
    const all = {
      ...work,
      initiatives: [...more.initiatives, ...work.initiatives],
      participations: [...work.participations, ...more.participations],
    }
    expectAlone(all, '2024-01')
    expect(read(all, '2024-01').readings.gap.startDays24m).toBe(8)
    expect(read(all, '2024-01').readings.participation.now).toBe(
      (read(work, '2024-01').readings.participation.now ?? 0) + 1,
    )
  })

  it('reads what only begins after the month, where it is asked for', () => {
    const joined = { ...work, participations: [...work.participations, part('i11', 'late', '2024-01-15')] }
    const now = (history: History, month: string) => read(history, month).readings.participation.now ?? 0
    expect(now(joined, '2024-01')).toBe(now(work, '2024-01'))
    expect(now(joined, '2024-02')).toBe(now(work, '2024-02') + 1)
  })

  it('reads anything else that is told otherwise', () => {
    const held = { ...work, bookings: [booking('b', '2023-12-01', { initiativeId: 'i6' })] }
    // The seventh was planned until July 2023 and is met for in December.
    expect(read(held, '2024-01').readings.participation.now).toBe(
      (read(work, '2024-01').readings.participation.now ?? 0) + 1,
    )
    expect(read(held, '2023-12')).toEqual(stagnationOf(held, '2023-12', parameters))
    const opened = openStagnation(held, '2024-01', parameters)
    expect(opened(held, '2024-01')).toEqual(read(held, '2024-01'))
    expect(opened(work, '2024-01')).toEqual(read(work, '2024-01'))
    // With what was booked, an initiative is left out and comes back.
    const without = { ...held, initiatives: held.initiatives.filter((one) => one.id !== 'i6') }
    expect(opened(without, '2024-01')).toEqual(stagnationOf(without, '2024-01', parameters))
  })

  it('goes by how far the facts are complete in the history it reads', () => {
    expect(read({ ...work, dataCompleteThrough: '2023-12-30' }, '2024-01').score).toBeNull()
    expect(read({ ...work, dataCompleteThrough: '2023-12-31' }, '2024-01').score).toBe(read(work, '2024-01').score)
  })

  it('reads nothing where nothing is told, and what comes then', () => {
    const nothing = openStagnation(givenWork([]), '2024-01', parameters)
    expect(nothing(givenWork([]), '2024-01')).toEqual(stagnationOf(givenWork([]), '2024-01', parameters))
    expect(nothing({ ...givenWork([]), initiatives: work.initiatives }, '2024-01').readings.renewal).toMatchObject({
      now: 4,
      base: 8,
    })
  })
})

describe('funding of a month that is open', () => {
  const paid: History = {
    ...purse([
      ['bank', 60, '2024-12-31'],
      ['club', 40, null],
    ]),
    costs: [cost('2023-05-10', null, 1000), cost('2023-11-10', null, 2000)],
    reserves: [reserve('2023-06-30', 30_000)],
  }
  const read = openFunding(paid, '2024-01', parameters)
  const expectAlone = (history: History, month = '2024-01') =>
    expect(read(history, month)).toEqual(fundingOf(history, month, parameters))

  it('reads the history itself, in the month and after it', () => {
    expect(read(paid, '2024-01').readings.concentration.reliance).toBe(0.6)
    expectAlone(paid)
    expectAlone(paid, '2024-03')
  })

  it('reads it without a pledge and without a receipt', () => {
    const isOther = (one: { readonly pledgeId: string }) => one.pledgeId !== 'p-bank'
    const without = {
      ...paid,
      pledges: paid.pledges?.filter((one) => one.id !== 'p-bank') ?? null,
      instalments: paid.instalments?.filter(isOther) ?? null,
      receipts: paid.receipts?.filter(isOther) ?? null,
    }
    expect(read(without, '2024-01').readings.concentration.reliance).toBe(1)
    expectAlone(without)
    const owing = {
      ...paid,
      receipts: paid.receipts?.filter((one) => isOther(one) || one.receivedOn < '2023-07-01') ?? null,
    }
    // Half a year of the bank's sixty is missing: thirty of seventy.
    expect(read(owing, '2024-01').readings.concentration.reliance).toBeCloseTo(4 / 7, 12)
    expectAlone(owing)
    expectAlone(paid)
  })

  it('reads it with a pledge of somebody new, and with one that says something else', () => {
    const more = {
      ...paid,
      pledges: [...(paid.pledges ?? []), promise('gift', 'choir', { confirmedOn: '2023-12-01', from: '2023-12-01' })],
      instalments: [...(paid.instalments ?? []), instalment('gift', '2023-12-10', 120_000)],
      receipts: [...(paid.receipts ?? []), receipt('gift', '2023-12-10', 120_000)],
    }
    expect(read(more, '2024-01').readings.concentration.reliance).toBe(0.5)
    expectAlone(more)
    const later = { ...paid, pledges: paid.pledges?.map((one) => ({ ...one, to: '2024-02-29' })) ?? null }
    expect(read(later, '2024-01').readings.cliff.months).not.toBe(read(paid, '2024-01').readings.cliff.months)
    expectAlone(later)
  })

  it('reads it with other costs', () => {
    const dearer = { ...paid, costs: [...(paid.costs ?? []), cost('2023-11-20', null, 500_000)] }
    expect(read(dearer, '2024-01').readings.runway.months).not.toBe(read(paid, '2024-01').readings.runway.months)
    expectAlone(dearer)
    expectAlone({ ...paid, costs: paid.costs?.slice(1) ?? null })
    expectAlone({ ...paid, costs: [cost('2024-02-20', null, 9000), ...(paid.costs ?? [])] }, '2024-02')
  })

  it('reads what is not kept any more, and other reserves, organisations and initiatives', () => {
    for (const name of ['pledges', 'instalments', 'receipts', 'costs', 'reserves'] as const)
      expectAlone({ ...paid, [name]: null })
    expectAlone({ ...paid, reserves: [reserve('2023-06-30', 0)] })
    expect(read({ ...paid, reserves: [reserve('2023-06-30', 10)] }, '2024-01').readings.runway.reservesMinor).toBe(10)
    const state = { ...paid, organisations: paid.organisations.map((one) => ({ ...one, legalStatus: 'public' })) }
    expect(read(state, '2024-01').readings.publicShare.share).toBe(1)
    expectAlone({ ...paid, currency: 'SEK' })
  })
})
