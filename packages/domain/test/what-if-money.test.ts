import { describe, expect, it } from 'vitest'
import { datedFacts } from '../src/risks/dated-facts.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import {
  courseOver,
  type MoneyAt,
  moneyAt,
  moneyCourse,
  pledgeAhead,
  scheduled,
} from '../src/risks/what-if/money-ahead.ts'
import { monthIndex } from '../src/values/month.ts'
import { instalment, promise, receipt, town } from './given-town.ts'

const may = monthIndex('2024-05')
const lines = parameters.funding

describe('money ahead', () => {
  it('knows promises made before the month, and who has proven their word', () => {
    const pledges = [
      promise('gift', 'bank'),
      promise('fee', 'club'),
      promise('next', 'club', { confirmedOn: '2024-05-01' }),
      promise('offer', 'club', { status: 'written-off' }),
      promise('kroner', 'club', { currency: 'SEK' }),
    ]
    const at = (receipts: History['receipts']) =>
      moneyAt(datedFacts({ ...town, pledges, instalments: [], receipts }), may, lines)
    const proven = (receipts: History['receipts']) => at(receipts).pledges.map((one) => [one.pledge.id, one.isProven])
    const once = receipt('gift', '2024-03-03')
    expect(proven([once])).toEqual([
      ['gift', false],
      ['fee', true],
    ])
    expect(proven([once, receipt('gift', '2024-04-30')])).toEqual([
      ['gift', true],
      ['fee', true],
    ])
    // The bank took back what it had paid: it has paid once.
    expect(proven([once, receipt('gift', '2024-04-30', -10)])[0]).toEqual(['gift', false])
    expect(proven([once, receipt('gift', '2024-05-01')])).toEqual([
      ['gift', false],
      ['fee', true],
    ])
    expect(at([])).toMatchObject({ now: may, reservesMinor: 100, isCostKnown: true, isScheduleKnown: true })
    const isScheduleKnown = (more: Partial<History>) =>
      moneyAt(datedFacts({ ...town, ...more }), may, lines).isScheduleKnown
    expect([isScheduleKnown({ pledges: null }), isScheduleKnown({ instalments: null })]).toEqual([false, false])
  })

  it('of a promise falls due by its plan and lies evenly over its days', () => {
    const facts = datedFacts({
      ...town,
      pledges: [promise('p', 'club', { amountMinor: 60, from: '2024-06-01', to: '2024-07-31' })],
      instalments: [
        instalment('p', '2024-06-10', 3),
        instalment('p', '2024-06-20', 4),
        instalment('p', '2024-07-10', null),
      ],
    })
    const [pledge] = facts.at(monthIndex('2024-01')).pledgesKnown
    if (pledge === undefined) throw new Error('no promise')
    const { due, spread, isProven } = pledgeAhead(pledge, true)
    // Sixty over sixty-one days: 29 in June, rounded down.
    expect([[...due], [...spread], isProven]).toEqual([
      [[may + 1, 7]],
      [
        [may + 1, 29],
        [may + 2, 31],
      ],
      true,
    ])
  })

  it('of a promise without a beginning, an end or an amount lies nowhere', () => {
    const days = (more: object) => {
      const fact = promise('p', 'club', { from: '2024-06-01', to: '2024-06-30', amountMinor: 30, ...more })
      const pledge = { id: 'p', fact, funderId: 'club', isOwnCash: true, instalments: [] }
      return [...pledgeAhead(pledge, true).spread]
    }
    expect(days({})).toEqual([[may + 1, 30]])
    expect(days({ from: null, confirmedOn: '2024-06-30' })).toEqual([[may + 1, 30]])
    expect([days({ from: null, confirmedOn: null }), days({ to: null }), days({ amountMinor: null })]).toEqual([
      [],
      [],
      [],
    ])
  })

  it('is expected at 95 in 100, and at half of that from who has not proven their word', () => {
    const pledges = [
      promise('gift', 'club', { from: '2024-04-01', to: '2024-05-31', amountMinor: 61 }),
      promise('fee', 'bank', { to: null }),
    ]
    const instalments = [
      instalment('gift', '2024-04-10', 10),
      instalment('gift', '2024-05-10', 20),
      instalment('gift', '2024-06-10', 30),
      instalment('fee', '2024-06-20', 100),
    ]
    const money = moneyAt(datedFacts({ ...town, pledges, instalments, receipts: [] }), may, lines)
    const all = scheduled(money, lines, () => false)
    expect([[...all.income], [...all.expected], [...all.spread], all.pledgesWithEnd]).toEqual([
      [
        [may - 1, 10],
        [may, 20],
        [may + 1, 130],
      ],
      [
        [may - 1, 9_500],
        [may, 19_000],
        [may + 1, 28_500 + 47_500],
      ],
      [
        [may - 1, 30],
        [may, 31],
      ],
      1,
    ])
    // A promise that stops has brought what fell due before.
    const stopped = scheduled(money, lines, (pledge) => pledge.id === 'gift')
    expect([[...stopped.income], [...stopped.spread]]).toEqual([
      [
        [may - 1, 10],
        [may + 1, 100],
      ],
      [[may - 1, 30]],
    ])
    const course = moneyCourse(money, 2, lines, (pledge) => pledge.id === 'gift')
    expect(course.months.map((one) => [one.month, one.incomeMinor])).toEqual([
      ['2024-05', 0],
      ['2024-06', 100],
    ])
  })
})

describe('the course of the money', () => {
  const money: MoneyAt = {
    now: may,
    pledges: [],
    reservesMinor: 100,
    isCostKnown: true,
    costAhead: [50, 60, 70],
    isScheduleKnown: true,
  }
  const nothing = { income: new Map(), expected: new Map(), spread: new Map(), pledgesWithEnd: 0 }
  const expected = new Map([
    [may, 9_500],
    [may + 1, 500],
  ])

  it('is what is in hand and expected less what is committed; nothing left is not less than nothing', () => {
    const course = courseOver(money, { ...nothing, expected, income: new Map([[may, 10]]) }, 3, lines)
    expect(course.months).toEqual([
      { month: '2024-05', incomeMinor: 10, costMinor: 50, balanceMinor: 59 },
      { month: '2024-06', incomeMinor: 0, costMinor: 60, balanceMinor: 0 },
      { month: '2024-07', incomeMinor: 0, costMinor: 70, balanceMinor: -70 },
    ])
    expect([course.negativeIn, course.lastsMonths, course.cliffIn]).toEqual(['2024-07', 2, null])
  })

  it('is not known without reserves, costs or promises', () => {
    for (const unknown of [{ reservesMinor: null }, { isCostKnown: false }, { isScheduleKnown: false }]) {
      const course = courseOver({ ...money, ...unknown }, { ...nothing, expected }, 3, lines)
      expect(course.months.map((one) => one.balanceMinor)).toEqual([null, null, null])
      expect([course.lastsMonths, course.negativeIn]).toEqual([null, null])
      expect(course.months[0]?.costMinor).toBe('isCostKnown' in unknown ? null : 50)
    }
  })

  it('has a cliff where half a year brings at most half of the one before, of two promises at least', () => {
    const until = (last: number) =>
      new Map(Array.from({ length: last + 7 }, (_, index): [number, number] => [may - 6 + index, 10]))
    const cliffIn = (last: number, horizon: number, pledgesWithEnd = 2) =>
      courseOver(money, { ...nothing, spread: until(last), pledgesWithEnd }, horizon, lines).cliffIn
    // Ten a month until December: in October three months are left of six.
    expect([cliffIn(7, 5), cliffIn(7, 4), cliffIn(7, 5, 1)]).toEqual(['2024-10', null, null])
    // No cliff is told of more than two years ahead.
    expect([cliffIn(26, 36), cliffIn(27, 36)]).toEqual(['2026-05', null])
    expect(courseOver(money, { ...nothing, pledgesWithEnd: 2 }, 12, lines).cliffIn).toBeNull()
  })
})
