import { describe, expect, it } from 'vitest'
import { datedFacts } from '../src/risks/dated-facts.ts'
import { incomeBasis, incomeWindows } from '../src/risks/funding/income-windows.ts'
import { promisedDues } from '../src/risks/funding/promised-dues.ts'
import type { History, PledgeFact } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { type Month, monthFromIndex, monthIndex } from '../src/values/month.ts'
import { moved } from './moved.ts'
import { due, nothing, paid, pledge } from './given-promises.ts'

const lines = parameters.funding

describe('promised dues', () => {
  // Seen from 1 March 2025, what fell due from 2 January to 31 December 2024 is sixty days old and of the year.
  const instalments = [
    due('gift', '2025-01-01', 40),
    due('gift', '2024-12-31', 30),
    due('gift', '2024-01-02', 20),
    due('gift', '2024-01-01', 10),
    due('gift', '2024-06-01', 0),
  ]
  const march = monthIndex('2025-03')
  const read = (received: number, more: Partial<PledgeFact> = {}, month: Month = '2025-03') =>
    moved(
      promisedDues(lines),
      datedFacts({
        ...nothing,
        pledges: [pledge('gift', 'club', more)],
        instalments,
        receipts: [paid('gift', '2024-01-05', received)],
      }),
      month,
    )

  it.each([
    [0, 0, ['gift']],
    [10, 0, ['gift']],
    [35, 25, ['gift']],
    [59, 49, ['gift']],
    [60, 50, []],
    [1000, 50, []],
    [-5, 0, ['gift']],
  ])('of which %i were received have %i settled, the oldest first', (received, paidMinor, unpaid) => {
    const dues = read(received)
    expect(dues.read(march)).toEqual({ dues: 2, dueMinor: 50, paidMinor, yearDueMinor: 70 })
    expect(dues.unpaidPledgeIds(march)).toEqual(unpaid)
  })

  it('of a promise written off stay due; of one withdrawn nothing is', () => {
    expect(read(0, { status: 'written-off' }).read(march)).toMatchObject({ dues: 2, dueMinor: 50 })
    expect(read(0, { status: 'withdrawn' }).read(march)).toMatchObject({ dues: 0, dueMinor: 0, yearDueMinor: 0 })
  })

  it('are forgotten once the last of them is older than the year', () => {
    // Seen from 1 March 2026 the year begins on 1 January 2025; a month later on 1 February.
    expect(read(0, {}, '2026-03').read(monthIndex('2026-03'))).toEqual({
      dues: 1,
      dueMinor: 40,
      paidMinor: 0,
      yearDueMinor: 0,
    })
    const after = read(0, {}, '2026-04')
    expect(after.read(monthIndex('2026-04'))).toEqual({ dues: 0, dueMinor: 0, paidMinor: 0, yearDueMinor: 0 })
    expect(after.unpaidPledgeIds(monthIndex('2026-04'))).toEqual([])
  })

  it('of several promises are named sorted', () => {
    const facts = datedFacts({
      ...nothing,
      pledges: [pledge('zeal', 'club'), pledge('alms', 'club')],
      instalments: [due('zeal', '2024-05-01', 1), due('alms', '2024-06-01', 1)],
      receipts: [],
    })
    expect(moved(promisedDues(lines), facts, '2025-01').unpaidPledgeIds(monthIndex('2025-01'))).toEqual([
      'alms',
      'zeal',
    ])
  })

  it('go their own way from where another stood', () => {
    const facts = datedFacts({
      ...nothing,
      pledges: [pledge('gift', 'club')],
      instalments: [due('gift', '2024-01-10', 10), due('gift', '2024-02-10', 10)],
      receipts: [paid('gift', '2024-02-20', 15)],
    })
    const first = moved(promisedDues(lines), facts, '2024-02')
    const second = moved(promisedDues(lines, first.state()), facts, '2024-03', '2024-03')
    const may = monthIndex('2024-05')
    expect(first.read(may)).toEqual({ dues: 1, dueMinor: 10, paidMinor: 0, yearDueMinor: 10 })
    expect(second.read(may)).toEqual({ dues: 2, dueMinor: 20, paidMinor: 15, yearDueMinor: 20 })
    moved(first, facts, '2024-03', '2024-03')
    expect(first.read(may)).toEqual(second.read(may))
  })

  it('of who stood together and heard different things are told apart', () => {
    const heard = (amountMinor: number, dueOn = '2024-02-10') =>
      datedFacts({
        ...nothing,
        pledges: [pledge('gift', 'club')],
        instalments: [due('gift', '2024-01-10', 10), due('gift', dueOn, amountMinor)],
        receipts: [],
      })
    const may = monthIndex('2024-05')
    const one = moved(promisedDues(lines), heard(1), '2024-02')
    const other = moved(promisedDues(lines, one.state()), heard(200), '2024-03', '2024-03')
    const third = promisedDues(lines, one.state())
    moved(one, heard(1), '2024-03', '2024-03')
    moved(third, heard(3000, '2024-02-28'), '2024-03', '2024-03')
    expect([one, other, third].map((dues) => dues.read(may).dueMinor)).toEqual([11, 210, 3010])
    expect([one, other, third].map((dues) => dues.read(may).dues)).toEqual([2, 2, 2])
  })
})

describe('income', () => {
  const pledges = [pledge('p-zoo', 'zoo'), pledge('p-bank', 'bank'), pledge('p-club', 'club')]
  const read = (receipts: NonNullable<History['receipts']>, month: Month) => {
    const facts = datedFacts({ ...nothing, pledges, instalments: [], receipts })
    return moved(incomeWindows(incomeBasis(facts), lines), facts, month)
  }

  it('is of the last twelve months by funder, in the order of their names, and only what is positive', () => {
    const income = read(
      [
        paid('p-zoo', '2024-01-01', 5),
        paid('p-zoo', '2024-12-31', 6),
        paid('p-bank', '2023-12-31', 7),
        paid('p-bank', '2024-05-05', 1),
        paid('p-club', '2024-03-03', 9),
        paid('p-club', '2024-04-03', -9),
      ],
      '2025-01',
    )
    expect([...income.byFunder()]).toEqual([
      ['bank', 1],
      ['zoo', 11],
    ])
    expect(income.firstMonth()).toBe(monthIndex('2023-12'))
    expect(income.yearBefore()).toBe(7)
  })

  it('of the year before leaves out who took back more than they gave', () => {
    const income = read([paid('p-zoo', '2023-01-01', 5), paid('p-bank', '2023-12-31', -3)], '2025-01')
    expect(income.yearBefore()).toBe(5)
    expect(income.byFunder().size).toBe(0)
    expect(read([paid('p-zoo', '2022-12-31', 5)], '2025-01').yearBefore()).toBe(0)
  })

  it('of a few months tells all of it and what is of one funder', () => {
    const income = read(
      [paid('p-zoo', '2024-10-31', 50), paid('p-zoo', '2024-11-01', 5), paid('p-bank', '2024-12-31', 7)],
      '2025-01',
    )
    const january = monthIndex('2025-01')
    expect(income.recent(january, 2, 'zoo')).toEqual({ all: 12, ofFunder: 5 })
    expect(income.recent(january, 3, 'zoo')).toEqual({ all: 62, ofFunder: 55 })
    expect(income.recent(january, 2, 'nobody')).toEqual({ all: 12, ofFunder: 0 })
  })

  it.each([
    ['2024-01-15', true],
    ['2024-01-16', false],
  ])('of a funder of 15 November 2022 that pays on %s: renewed is %s', (again, hasPaidAgain) => {
    const of = (month: Month) => read([paid('p-zoo', '2022-11-15', 5), paid('p-zoo', again, 1)], month)
    const renewals = (month: Month) => of(month).renewals(monthIndex(month), 14)
    expect(renewals('2024-01')).toEqual([])
    expect(renewals('2024-02')).toEqual([{ funderId: 'zoo', amountMinor: 5, hasPaidAgain }])
    expect(renewals('2024-11')).toEqual([{ funderId: 'zoo', amountMinor: 5, hasPaidAgain }])
    expect(renewals('2024-12')).toEqual([])
  })

  it('is due again fourteen months after the last day on which it was paid', () => {
    const renewals = read(
      [paid('p-zoo', '2022-11-01', 5), paid('p-zoo', '2022-11-20', 5), paid('p-zoo', '2024-01-18', 2)],
      '2024-02',
    ).renewals(monthIndex('2024-02'), 14)
    expect(renewals).toEqual([{ funderId: 'zoo', amountMinor: 10, hasPaidAgain: true }])
    const never = read([paid('p-zoo', '2022-12-01', 5)], '2024-02').renewals(monthIndex('2024-02'), 14)
    expect(never).toEqual([{ funderId: 'zoo', amountMinor: 5, hasPaidAgain: false }])
  })

  it('is told by receipts where they are kept, else by instalments, else by nothing', () => {
    const basis = (more: Partial<History>) => incomeBasis(datedFacts({ ...nothing, ...more }))
    expect(basis({ pledges, instalments: [], receipts: [] })).toBe('receipts')
    expect(basis({ pledges, instalments: [] })).toBe('instalments')
    expect(basis({ pledges })).toBeNull()
    expect(basis({ instalments: [], receipts: [] })).toBeNull()
  })

  it('by instalments is that of confirmed promises', () => {
    const facts = datedFacts({
      ...nothing,
      pledges: [pledge('a', 'club'), pledge('b', 'zoo', { status: 'written-off' })],
      instalments: [due('a', '2024-05-01', 3), due('b', '2024-05-01', 4)],
    })
    const by = (basis: 'instalments' | null) => [...moved(incomeWindows(basis, lines), facts, '2024-06').byFunder()]
    expect(by('instalments')).toEqual([['club', 3]])
    expect(by(null)).toEqual([])
  })

  it('goes its own way from where another stood', () => {
    const facts = datedFacts({
      ...nothing,
      pledges,
      instalments: [],
      receipts: [paid('p-zoo', '2024-01-10', 5), paid('p-club', '2024-02-10', 6)],
    })
    const first = moved(incomeWindows('receipts', lines), facts, '2024-02')
    const second = moved(incomeWindows('receipts', lines, first.state()), facts, '2024-03', '2024-03')
    expect([...second.byFunder()]).toEqual([
      ['club', 6],
      ['zoo', 5],
    ])
    expect([...first.byFunder()]).toEqual([['zoo', 5]])
    expect(monthFromIndex(second.firstMonth() ?? 0)).toBe('2024-01')
  })
})
