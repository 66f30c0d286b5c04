import { describe, expect, it } from 'vitest'
import { explain } from '../src/risks/explain/explain.ts'
import type { History } from '../src/risks/history.ts'
import { purse } from './given-purse.ts'

describe('half of the money from one funder', () => {
  const history = purse([
    ['council', 50, '2024-06-30'],
    ['bank', 20, '2026-12-31'],
    ['club', 10, '2026-12-31'],
    ['choir', 10, '2026-12-31'],
    ['clinic', 10, '2026-12-31'],
  ])
  const read = () => explain(history, 'funding-dependency', '2024-01')

  it('is said with the day on which its pledge ends', () => {
    const explained = read()
    expect(explained.level).toBe('warning')
    expect(explained.exposure).toEqual({
      code: 'largest-funder-until',
      values: { part: { type: 'share', value: 0.5, near: 'half' }, day: { type: 'day', value: '2024-06-30' } },
    })
  })

  it('is driven by that funder, whose pledge ends within half a year', () => {
    const explained = read()
    expect(explained.drivers.raising[0]).toMatchObject({
      kind: 'funder',
      id: 'council',
      said: { code: 'gave', values: { amount: { type: 'money', value: 600_00 } } },
      moves: { reading: 'cliff', measure: 'months', with: { value: 5 }, without: { value: 24 } },
    })
    expect(explained.drivers.holding.map((one) => one.id)).toContain('bank')
  })

  it('is driven by its share where the pledge goes on: without it one level less', () => {
    const open = purse([['council', 50, null], ...['bank', 'club', 'choir', 'clinic', 'farm'].map(tenth)])
    expect(explain(open, 'funding-dependency', '2024-01').drivers.raising[0]).toMatchObject({
      id: 'council',
      effect: 2,
      scoreWithout: 0,
      moves: { reading: 'concentration', measure: 'reliance', with: { value: 0.5 }, without: { value: 0.2 } },
    })
  })

  it('is judged without an interval, by the lines in force', () => {
    const explained = read()
    const concentration = explained.readings.find((one) => one.name === 'concentration')
    expect(concentration).toMatchObject({ grade: 2, mostGrade: 3, n: 5, interval: null, value: { value: 0.5 } })
    expect(concentration?.thresholds).toContainEqual({
      grade: 2,
      measure: 'reliance',
      is: 'at-least',
      at: 0.5,
      suffices: true,
    })
  })

  it('leads first to money of other kinds and to a plan for the cliff', () => {
    const explained = read()
    expect(explained.remedies.map((one) => one.code)).toEqual(
      expect.arrayContaining(['cliff-plan', 'partner-co-funding', 'paid-services']),
    )
  })

  it('would ease by income from more funders', () => {
    const explained = read()
    expect(explained.ways.length).toBeGreaterThan(0)
    expect(explained.ways.flatMap((one) => one.steps.map((step) => step.kind))).toContain('new-funders')
  })

  it('tells since when', () => {
    const explained = read()
    expect(explained.since.onset).not.toBeNull()
    expect(explained.since.changes.every((one) => one.month <= '2024-01')).toBe(true)
  })
})

describe('money that is owed', () => {
  const paid = purse([
    ['bank', 25, null],
    ['club', 25, null],
    ['choir', 25, null],
    ['clinic', 25, null],
    ['farm', 25, null],
  ])
  const late: History = {
    ...paid,
    receipts: (paid.receipts ?? []).filter((one) => one.pledgeId !== 'p-bank' || one.receivedOn < '2023-02-01'),
  }
  const read = () => explain(late, 'funding-dependency', '2024-01')

  it('would lower the level by arriving', () => {
    const explained = read()
    expect(explained.readings.find((one) => one.name === 'fulfilment')?.grade).toBeGreaterThan(0)
    expect(explained.ways.flatMap((one) => one.steps).find((step) => step.kind === 'receive')).toMatchObject({
      pledgeIds: ['p-bank'],
      amountMinor: 11 * 2500,
    })
    expect(explained.remedies.map((one) => one.code)).toContain('remind-owing')
  })
})

describe('all money from one funder', () => {
  it('rests wholly on it: without it nothing is left to read', () => {
    const explained = explain(purse([['council', 50, null]]), 'funding-dependency', '2024-01')
    expect(explained.exposure).toMatchObject({ code: 'largest-funder-open', values: { part: { near: 'all' } } })
    expect(explained.drivers.raising[0]).toMatchObject({ id: 'council', effect: 3, scoreWithout: null })
  })
})

describe('what is not known', () => {
  it('is explained as not known: no driver, no way, no number', () => {
    const explained = explain(
      { ...purse([['council', 50, null]]), dataCompleteThrough: '2023-06-30' },
      'funding-dependency',
      '2024-01',
    )
    expect(explained).toMatchObject({
      level: 'insufficient-data',
      score: null,
      reason: 'incomplete-after:2023-06-30',
      exposure: { code: 'unread' },
      ways: [],
    })
    expect(explained.drivers.raising).toEqual([])
    expect(explained.readings.every((one) => one.grade === null && one.value === null)).toBe(true)
    expect(explained.remedies.length).toBeGreaterThan(0)
  })
})

function tenth(organisationId: string): [string, number, string | null] {
  return [organisationId, 10, null]
}
