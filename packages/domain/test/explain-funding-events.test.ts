import { describe, expect, it } from 'vitest'
import {
  withNewFunders,
  withOwedReceived,
  withRenewed,
  withSavedCosts,
  yearly,
} from '../src/risks/explain/funding-events.ts'
import { owedBy } from '../src/risks/explain/owed.ts'
import type { History } from '../src/risks/history.ts'
import { due, nothing, paid, pledge } from './given-promises.ts'
import { cost } from './given-town.ts'

const MONTH = '2024-03'
const kept: History = {
  ...nothing,
  pledges: [pledge('old', 'bank')],
  instalments: [due('old', '2024-01-05', 70)],
  receipts: [paid('old', '2024-01-09', 60)],
}
const months = (from: number) =>
  Array.from({ length: 12 }, (_, index) => {
    const at = from + index
    return `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })

describe('new funders', () => {
  it('pay at once, for no period', () => {
    const { pledges, instalments, receipts } = withNewFunders(kept, MONTH, 2, 500, 'payment')
    expect(pledges?.map((one) => one.id)).toEqual(['old', 'hypothetical pledge 1', 'hypothetical pledge 2'])
    expect(pledges?.[1]).toEqual(
      pledge('hypothetical pledge 1', 'hypothetical partner 1', {
        route: 'partner-co-funding',
        amountMinor: 500,
        confirmedOn: '2024-03-01',
        from: '2024-03-01',
      }),
    )
    expect(pledges?.[2]?.organisationId).toBe('hypothetical partner 2')
    expect(instalments).toEqual([
      due('old', '2024-01-05', 70),
      due('hypothetical pledge 1', '2024-03-05', 500),
      due('hypothetical pledge 2', '2024-03-05', 500),
    ])
    expect(receipts).toEqual([
      paid('old', '2024-01-09', 60),
      paid('hypothetical pledge 1', '2024-03-05', 500),
      paid('hypothetical pledge 2', '2024-03-05', 500),
    ])
  })

  it('promise for a year and pay month by month, in whole cents', () => {
    const { pledges, instalments, receipts } = withNewFunders(kept, MONTH, 1, 125, 'pledge')
    expect(pledges?.[1]).toMatchObject({ amountMinor: 125, from: '2024-03-01', to: '2025-02-28' })
    expect(instalments?.slice(1)).toEqual(months(2).map((month) => due('hypothetical pledge 1', `${month}-05`, 11)))
    expect(receipts?.slice(1)).toEqual(months(2).map((month) => paid('hypothetical pledge 1', `${month}-05`, 11)))
  })

  it('bring nothing into lists that nobody keeps', () => {
    expect(withNewFunders(nothing, MONTH, 1, 500, 'payment')).toEqual(nothing)
  })
})

describe('a pledge renewed', () => {
  const renewed = (to: string | null) =>
    withRenewed(kept, MONTH, [pledge('gift', 'club', { amountMinor: 1200, from: '2023-01-01', to })])

  it('goes on for a year from the day after its end, paid from this month on', () => {
    const { pledges, instalments, receipts } = renewed('2024-12-31')
    expect(pledges?.[1]).toEqual(
      pledge('renewal of gift', 'club', {
        route: 'partner-co-funding',
        amountMinor: 600,
        confirmedOn: '2024-03-01',
        from: '2025-01-01',
        to: '2025-12-31',
      }),
    )
    expect(instalments?.slice(1)).toEqual(months(2).map((month) => due('renewal of gift', `${month}-05`, 50)))
    expect(receipts?.slice(1)).toHaveLength(12)
  })

  it.each([
    ['2023-06-30', '2024-03-01', '2025-02-28'],
    ['2024-02-29', '2024-03-01', '2025-02-28'],
    ['2024-03-01', '2024-03-02', '2025-02-28'],
    [null, '2024-03-01', '2025-02-28'],
  ])('that ends %s goes on from %s to %s', (to, from, until) => {
    expect(renewed(to).pledges?.[1]).toMatchObject({ from, to: until })
  })
})

describe('what a pledge brings in a year', () => {
  it.each([
    ['2023-01-01', '2023-12-31', 1000],
    ['2023-01-15', '2023-12-31', 1000],
    ['2023-03-01', '2023-05-31', 1000],
    // Thirteen months: 12/13 of it, rounded up to whole cents.
    ['2023-01-01', '2024-01-01', 924],
    ['2023-01-01', '2024-12-31', 500],
    ['2022-07-01', '2024-12-31', 400],
  ])('from %s to %s is %i of 1000', (from, to, yearMinor) => {
    expect(yearly(pledge('gift', 'club', { from, to, amountMinor: 1000 }))).toBe(yearMinor)
  })

  it('counts from the day it was confirmed where it does not say from when', () => {
    const gift = { confirmedOn: '2023-01-01', to: '2024-12-31', amountMinor: 1000 }
    expect(yearly(pledge('gift', 'club', gift))).toBe(500)
    expect(yearly(pledge('gift', 'club', { ...gift, from: '2024-01-01' }))).toBe(1000)
    expect(yearly(pledge('gift', 'club', { ...gift, confirmedOn: null }))).toBe(1000)
  })

  it('is the whole where it has no end, and nothing where no amount is known', () => {
    expect(yearly(pledge('gift', 'club', { from: '2020-01-01', amountMinor: 1000 }))).toBe(1000)
    expect(yearly(pledge('gift', 'club', { from: '2020-01-01', to: '2024-12-31' }))).toBe(0)
    expect(yearly(pledge('gift', 'club', { from: '2024-01-01', to: '2024-06-30' }))).toBe(0)
  })
})

describe('what is owed', () => {
  const history: History = {
    ...nothing,
    instalments: [
      due('gift', '2024-01-05', 100),
      due('gift', '2024-02-29', 40),
      due('gift', '2024-03-01', 1000),
      due('fee', '2024-01-05', 7),
      due('gift', '2024-01-06', null),
    ],
    receipts: [paid('gift', '2024-01-09', 60), paid('gift', '2024-03-01', 25), paid('fee', '2024-02-01', 9)],
  }

  it('is what fell due before the day and has not come by then', () => {
    expect(owedBy(history, 'gift', '2024-03-01')).toBe(80)
    expect(owedBy(history, 'gift', '2024-03-02')).toBe(1140 - 85)
  })

  it('is nothing where more has come than was due, or nothing is kept of it', () => {
    expect(owedBy(history, 'fee', '2024-03-01')).toBe(0)
    expect(owedBy({ ...history, receipts: null }, 'gift', '2024-03-01')).toBe(0)
    expect(owedBy({ ...history, instalments: null }, 'gift', '2024-03-01')).toBe(0)
  })

  it('arrives within the month, each pledge for itself', () => {
    const { receipts } = withOwedReceived(history, MONTH, ['gift', 'fee'])
    expect(receipts?.slice(3)).toEqual([paid('gift', '2024-03-05', 80), paid('fee', '2024-03-05', 0)])
    expect(receipts?.slice(0, 3)).toEqual(history.receipts)
  })

  it('is not received where receipts are not kept', () => {
    expect(withOwedReceived(nothing, MONTH, ['gift'])).toBe(nothing)
  })
})

describe('costs saved', () => {
  it('replace the general costs of the months ahead, and those alone', () => {
    const history: History = {
      ...nothing,
      costs: [cost('2024-02-29'), cost('2024-03-01'), cost('2024-06-10'), cost('2024-06-10', 'garden')],
    }
    const ahead = (dueOn: string) => ({
      initiativeId: null,
      dueOn,
      amountMinor: 3,
      currency: 'EUR',
      knownOn: '2024-03-01',
    })
    expect(withSavedCosts(history, MONTH, 3, 2)).toEqual({
      ...history,
      costs: [cost('2024-02-29'), cost('2024-06-10', 'garden'), ahead('2024-03-20'), ahead('2024-04-20')],
    })
  })

  it('are not known where costs are not kept', () => {
    expect(withSavedCosts(nothing, MONTH, 3, 2)).toBe(nothing)
  })
})
