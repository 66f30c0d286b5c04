import { describe, expect, it } from 'vitest'
import { due, nothing, paid, pledge } from './given-promises.ts'
import type { History } from '../src/risks/history.ts'
import { moneyLeftOut } from '../src/risks/resilience/left-out.ts'

const swedish = pledge('gift', 'bank', { currency: 'SEK' })
const of = (more: Partial<History>) => moneyLeftOut({ ...nothing, ...more }, '2024-05', 12)
const none = { incomeMinor: 0, aheadMinor: 0, costMinor: 0, reservesMinor: 0 }

describe('money left out', () => {
  it('is what came in another currency within the window', () => {
    const receipts = [
      paid('gift', '2023-04-30', 1),
      paid('gift', '2023-05-01', 20),
      paid('gift', '2024-04-30', 300),
      paid('gift', '2024-05-01', 4000),
    ]
    expect(of({ pledges: [swedish], receipts })).toEqual([{ ...none, currency: 'SEK', incomeMinor: 320 }])
  })

  it('where receipts are not kept is what had fallen due of what is confirmed', () => {
    const instalments = [due('gift', '2024-04-30', 7), due('gift', '2024-05-01', 80), due('gift', '2023-04-30', 900)]
    expect(of({ pledges: [swedish], instalments })).toEqual([
      { ...none, currency: 'SEK', incomeMinor: 7, aheadMinor: 80 },
    ])
    expect(of({ pledges: [swedish], instalments, receipts: [] })).toEqual([
      { ...none, currency: 'SEK', aheadMinor: 80 },
    ])
    expect(of({ pledges: [{ ...swedish, status: 'offered' }], instalments })).toEqual([])
  })

  it('holds costs of the window and later, and the latest reserves, by currency in order', () => {
    const cost = (dueOn: string, currency: string) => ({ initiativeId: null, dueOn, amountMinor: 5, currency })
    const reserve = (on: string, amountMinor: number, currency = 'SEK') => ({ on, amountMinor, currency })
    expect(
      of({
        costs: [
          cost('2023-04-30', 'SEK'),
          cost('2023-05-01', 'SEK'),
          cost('2025-01-01', 'SEK'),
          cost('2024-01-01', 'DKK'),
        ],
        reserves: [
          reserve('2024-01-31', 9),
          reserve('2024-04-30', 2),
          reserve('2024-04-30', 1),
          reserve('2024-05-01', 70),
          reserve('2024-04-30', 500, 'EUR'),
        ],
      }),
    ).toEqual([
      { ...none, currency: 'DKK', costMinor: 5 },
      { ...none, currency: 'SEK', costMinor: 10, reservesMinor: 3 },
    ])
  })

  it('is not told where all of it was handed back, and told where only reserves are left', () => {
    const receipts = [paid('gift', '2024-01-01', 9), paid('gift', '2024-02-01', -9)]
    expect(of({ pledges: [swedish], receipts })).toEqual([])
    const reserves = [{ on: '2024-04-30', amountMinor: 4, currency: 'SEK' }]
    expect(of({ reserves })).toEqual([{ ...none, currency: 'SEK', reservesMinor: 4 }])
    const other = pledge('other', 'zoo', { currency: 'DKK' })
    const twice = [paid('gift', '2024-01-01', 1), paid('other', '2024-01-01', 2)]
    expect(of({ pledges: [swedish, other], receipts: twice }).map(({ currency }) => currency)).toEqual(['DKK', 'SEK'])
  })

  it('is nothing of the own currency, of hours and of goods', () => {
    const pledges = [pledge('own', 'bank'), pledge('cake', 'zoo', { kind: 'in-kind', currency: 'SEK' })]
    expect(of({ pledges, receipts: [paid('own', '2024-01-01', 5), paid('cake', '2024-01-01', 5)] })).toEqual([])
    expect(of({ costs: [{ initiativeId: null, dueOn: '2024-01-01', amountMinor: 5, currency: 'EUR' }] })).toEqual([])
    expect(of({ instalments: [due('unknown', '2024-06-01', 5)] })).toEqual([])
    expect(of({})).toEqual([])
  })
})
