import { describe, expect, it } from 'vitest'
import type { History } from '../src/risks/history.ts'
import { revisedMonths } from '../src/risks/revised-months.ts'
import { timeline } from '../src/risks/timeline.ts'
import { givenPaid } from './given-paid.ts'

const said = givenPaid({ months: 36, from: '2020-01', funders: { bank: 500, club: 500, choir: 500, clinic: 500 } })
const months = (history: History) => timeline(history, '2021-01', '2023-06').months

describe('what was said and what is known now', () => {
  it('agree where nothing was learned since', () => {
    expect(revisedMonths(months(said), months(said))).toEqual([])
  })

  it('differ from the month a late receipt touches, with both readings', () => {
    const learned = { ...said, receipts: [...(said.receipts ?? []), lateGift('2022-03-20', 60_000)] }
    const revised = revisedMonths(months(said), months(learned))
    expect(revised[0]).toEqual({
      month: '2022-04',
      flag: 'funding',
      isLevelRevised: false,
      said: { level: 'watch', heldLevel: 'watch', score: 1 },
      known: { level: 'watch', heldLevel: 'watch', score: 3 },
    })
    expect(revised[1]).toMatchObject({ month: '2022-05', isLevelRevised: true, known: { heldLevel: 'critical' } })
    expect(revised.every((one) => one.flag === 'funding')).toBe(true)
  })

  it('are compared only in months that both know, in the order of the months', () => {
    const silent = { ...said, receipts: [] }
    const then = months(said).slice(3, 9)
    const revised = revisedMonths(then.toReversed(), months(silent))
    expect(revised.map((one) => one.month)).toEqual(then.map((one) => one.month))
  })

  it('differ where a level is held without a reading', () => {
    const revised = revisedMonths(months(said), months({ ...said, dataCompleteThrough: '2022-10-31' }))
    expect(revised.map((one) => one.month)).toEqual(
      months(said)
        .map((one) => one.month)
        .filter((one) => one > '2022-11'),
    )
    expect(revised[0]).toMatchObject({ isLevelRevised: true, known: { level: 'insufficient-data', score: null } })
  })
})

function lateGift(receivedOn: string, amountMinor: number) {
  return { pledgeId: 'p-bank', receivedOn, amountMinor, quantity: null }
}
