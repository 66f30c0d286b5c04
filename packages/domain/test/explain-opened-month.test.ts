import { describe, expect, it } from 'vitest'
import { fundingOf, stagnationOf } from '../src/risks/explain/one-month.ts'
import { openFunding, openStagnation } from '../src/risks/explain/opened-month.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { booking, cost, initiative, instalment, part, promise, receipt, reserve } from './given-town.ts'
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
  const read = (history: History, month: string) => openStagnation(work, '2024-01', parameters)(history, month)
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
    const opened = openStagnation(work, '2024-01', parameters)
    for (const { id } of work.initiatives)
      expect(opened(without(id), '2024-01')).toEqual(stagnationOf(without(id), '2024-01', parameters))
    // One after the other leaves nothing behind.
    expect(opened(work, '2024-01')).toEqual(stagnationOf(work, '2024-01', parameters))
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
  const read = (history: History, month: string) => openFunding(paid, '2024-01', parameters)(history, month)
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

  it('reads what differs first, be it money or cost', () => {
    const isEarly = (one: { readonly pledgeId: string; readonly receivedOn: string }) =>
      one.pledgeId === 'p-bank' && one.receivedOn < '2023-04-01'
    const unpaid = paid.receipts?.filter((one) => !isEarly(one)) ?? null
    const dearer = (dueOn: string) => [...(paid.costs ?? []), cost(dueOn, null, 500_000)]
    expectAlone({ ...paid, receipts: unpaid, costs: dearer('2023-12-20') })
    expectAlone({ ...paid, receipts: paid.receipts?.slice(0, -30) ?? null, costs: dearer('2022-02-20') })
  })

  it('reads costs ahead of an initiative from its first day on, as long as it begins then', () => {
    const begun = {
      ...paid,
      initiatives: [initiative('garden', '2023-10-10')],
      costs: [...(paid.costs ?? []), cost('2024-06-10', 'garden', 900_000)],
    }
    const opened = openFunding(begun, '2024-01', parameters)
    expect(opened(begun, '2024-01')).toEqual(fundingOf(begun, '2024-01', parameters))
    const later = { ...begun, initiatives: [initiative('garden', '2024-02-10')] }
    expect(opened(later, '2024-01')).toEqual(fundingOf(later, '2024-01', parameters))
    expect(opened(later, '2024-01')).not.toEqual(opened(begun, '2024-01'))
    const cheaper = { ...begun, costs: [...(paid.costs ?? []), cost('2024-06-10', 'garden', 9)] }
    expect(opened(cheaper, '2024-01')).toEqual(fundingOf(cheaper, '2024-01', parameters))
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

describe('what a month that is open costs', () => {
  /** A fact that counts how often it is asked for one of its values. */
  function counting<Fact extends object>(fact: Fact, name: keyof Fact) {
    let asked = 0
    const counted = Object.defineProperty({ ...fact }, name, {
      enumerable: true,
      get: () => {
        asked += 1
        return fact[name]
      },
    })
    return { counted, asked: () => asked }
  }
  /** How often an initiative is asked for its first day while another history is read. */
  const askedWhile = (other: (history: History) => History, month = '2024-01') => {
    const [first, ...others] = work.initiatives
    if (first === undefined) throw new Error('twelve initiatives are told')
    const { counted, asked } = counting(first, 'startedOn')
    const history = {
      ...work,
      bookings: [],
      pledges: [],
      instalments: [],
      receipts: [],
      initiatives: [counted, ...others],
    }
    const read = openStagnation(history, '2024-01', parameters)
    const before = asked()
    read(other(history), month)
    return asked() - before
  }

  it('is not sorting again what is shared', () => {
    expect(askedWhile((one) => one)).toBe(0)
    expect(askedWhile((one) => one, '2024-04')).toBe(0)
    expect(askedWhile((one) => ({ ...one, initiatives: one.initiatives.slice(0, -1) }))).toBe(0)
    expect(askedWhile((one) => ({ ...one, participations: one.participations.slice(0, -3) }))).toBe(0)
  })

  it('is sorting everything where a month before it is asked for, or facts it rests on are others', () => {
    expect(askedWhile((one) => one, '2023-12')).toBeGreaterThan(0)
    for (const kind of ['bookings', 'pledges', 'instalments', 'receipts'])
      expect(askedWhile((one) => ({ ...one, [kind]: [] }))).toBeGreaterThan(0)
  })

  it('is not reading again the months before what differs', () => {
    const { pledges, receipts, ...rest } = purse([
      ['bank', 60, '2024-12-31'],
      ['club', 40, null],
    ])
    const [bank, club] = pledges ?? []
    if (bank === undefined || club === undefined) throw new Error('two pledges are told')
    // A pledge that becomes known is asked for its status.
    const { counted, asked } = counting(club, 'status')
    const history: History = { ...rest, pledges: [bank, counted], receipts }
    const read = openFunding(history, '2024-01', parameters)
    const askedFor = (other: History, month: string) => {
      const before = asked()
      read(other, month)
      return asked() - before
    }
    const without = (day: string) => ({
      ...history,
      receipts: receipts?.filter((one) => one.pledgeId !== bank.id || one.receivedOn !== day) ?? null,
    })
    expect(askedFor(history, '2024-01')).toBe(0)
    expect(askedFor(without('2023-12-05'), '2024-03')).toBe(0)
    expect(askedFor(without('2022-04-05'), '2024-01')).toBe(0)
    expect(askedFor(without('2022-01-05'), '2024-01')).toBeGreaterThan(0)
  })
})
