import { describe, expect, it } from 'vitest'
import { explain } from '../src/risks/explain/explain.ts'
import type { History } from '../src/risks/history.ts'
import { due, nothing, pledge } from './given-promises.ts'
import { purse } from './given-purse.ts'
import { equal, givenReceipts } from './given-receipts.ts'
import { givenWork } from './given-work.ts'

/** Two years of a start each quarter, and none after 10 October 2022; from 2022 on two funders, 60 and 40 %. */
const community: History = {
  ...purse([
    ['bank', 60, null],
    ['club', 40, null],
  ]),
  initiatives: givenWork(
    Array.from({ length: 8 }, (_, index) => ({
      id: `i${index}`,
      startedOn: `${2021 + Math.floor(index / 4)}-${String((index % 4) * 3 + 1).padStart(2, '0')}-10`,
    })),
  ).initiatives,
}
const idsOf = (facts: readonly { readonly id: string }[]) => facts.map((one) => one.id)

describe('the stagnation flag explained', () => {
  const read = (more: Partial<History> = {}) => explain({ ...community, ...more }, 'network-stagnation', '2023-12')

  it('says what was read, of how many points, and what it was judged by', () => {
    expect(read()).toMatchObject({
      flag: 'network-stagnation',
      month: '2023-12',
      level: 'watch',
      score: 3,
      mostScore: 10,
      reason: null,
      // Eight starts in 23 months are 4.2 in twelve.
      exposure: { code: 'slower', values: { count: { value: 0 }, usual: { value: (8 * 12) / 23 } } },
    })
    expect(read().readings.map((one) => [one.name, one.grade])).toEqual([
      ['renewal', 2],
      ['gap', 1],
      ['novelty', null],
      ['participation', null],
      ['pipeline', null],
    ])
  })

  it('is driven by each start of the pace that was, and held down by the last start: without it the silence were longer', () => {
    const { raising, holding, tried, of } = read().drivers
    expect(idsOf(raising)).toEqual(['i1', 'i2', 'i3', 'i4', 'i5'])
    // Six start days in 18 months, then 509 days: (18 / (18 + 16.7))⁶ is below one in fifty.
    expect(holding).toMatchObject([
      {
        id: 'i7',
        effect: -1,
        scoreWithout: 4,
        moves: { reading: 'gap', measure: 'days', with: { value: 417 }, without: { value: 509 } },
      },
    ])
    expect([tried, of]).toEqual([8, 8])
  })

  it('names what usually helps against silence', () => {
    expect(idsOf(read().remedies.map((one) => ({ id: one.code })))).toEqual(['feed-calendar', 'micro-initiative'])
  })

  it('would ease by a start', () => {
    expect(read().ways).toEqual([
      { steps: [{ kind: 'start', initiatives: 1, newPartnersEach: 0 }], by: '2023-12-31', score: 1 },
    ])
  })

  it('tells its own changes of level, from the first fact on', () => {
    // Two points are read in August and September 2023; fewer than three partners keep the level at watch.
    expect(read().since).toMatchObject({ onset: '2023-08', peak: 'watch', insufficientSince: null, reopenedCount: 0 })
    expect(read().since.changes.map(({ month, from, to }) => [month, from, to])).toEqual([['2023-09', 'none', 'watch']])
  })

  it('of a month not yet known tries no fact, and says how many there are', () => {
    const unread = read({ dataCompleteThrough: '2023-11-29' })
    expect(unread).toMatchObject({ score: null, level: 'insufficient-data', heldLevel: 'watch', ways: [] })
    expect(unread).toMatchObject({ reason: 'incomplete-after:2023-11-29', dataCompleteThrough: '2023-11-29' })
    expect(unread.drivers).toEqual({ raising: [], holding: [], tried: 0, of: 8 })
  })

  it('of the month of the first fact and of nothing at all has nothing to say', () => {
    const first = explain(community, 'network-stagnation', '2021-01')
    expect(first).toMatchObject({ score: null, exposure: { code: 'unread' }, since: { changes: [] } })
    const none = explain(nothing, 'network-stagnation', '2023-12')
    expect(none).toMatchObject({ score: null, drivers: { tried: 0, of: 0 }, since: { onset: null, changes: [] } })
  })
})

describe('the money flag explained', () => {
  it('tells its own changes of level, the latest first', () => {
    // From half a year of income on two are too few; as long as there is less than a year of it the level stays at watch.
    const { flag, level, mostScore, since } = explain(community, 'funding-dependency', '2023-12')
    expect([flag, level, mostScore]).toEqual(['funding-dependency', 'warning', 3])
    expect(since.changes.map(({ month, from, to }) => [month, from, to])).toEqual([
      ['2023-02', 'watch', 'warning'],
      ['2022-08', 'none', 'watch'],
    ])
  })

  it('of a month not yet known tries no fact', () => {
    const unread = explain({ ...community, dataCompleteThrough: '2023-10-31' }, 'funding-dependency', '2023-12')
    expect(unread.drivers).toEqual({ raising: [], holding: [], tried: 0, of: 2 })
  })

  it('of nothing has nothing to say', () => {
    const none = explain(nothing, 'funding-dependency', '2023-12')
    expect(none).toMatchObject({ score: null, exposure: { code: 'unread' }, drivers: { tried: 0, of: 0 } })
    expect(none.remedies).toHaveLength(12)
  })

  /** Everything is paid in the month it falls due, but for three dues of one more pledge. */
  const owing = (monthly: Readonly<Record<string, number>>, owedMinor: number): History => {
    const history = givenReceipts(monthly)
    const instalments = (history.receipts ?? []).map(({ receivedOn, ...one }) => ({ ...one, dueOn: receivedOn }))
    return {
      ...history,
      pledges: [...(history.pledges ?? []), pledge('owing', 's1', { confirmedOn: '2023-01-01' })],
      instalments: [
        ...instalments,
        ...['2023-04-05', '2023-05-05', '2023-06-05'].map((day) => due('owing', day, owedMinor / 3)),
      ],
    }
  }

  it('is driven by what moves the worst sub-level alone', () => {
    // 60 % from one funder is a warning; of 1,126 due 60 days ago 126 were not paid, which is only watched.
    const { readings, drivers } = explain(owing({ big: 60, ...equal('s', 8, 5) }, 126), 'funding-dependency', '2024-01')
    expect(readings.find((one) => one.name === 'fulfilment')?.grade).toBe(1)
    expect(idsOf(drivers.raising)).toEqual(['big'])
    expect(drivers.raising[0]).toMatchObject({ effect: 1, moves: { reading: 'concentration', measure: 'reliance' } })
  })

  it('is driven by whatever moves any of them where none is raised', () => {
    // 60 of 1,060 not paid are 94 % paid. The funder who owes them brings a tenth of the money beside it.
    const { score, drivers } = explain(owing(equal('s', 10, 10), 60), 'funding-dependency', '2024-01')
    expect(score).toBe(0)
    expect(drivers.raising).toMatchObject([
      { kind: 'pledge', id: 'owing', effect: 0, said: { code: 'owed' }, moves: { reading: 'fulfilment' } },
      { kind: 'funder', id: 's1', effect: 0, said: { code: 'gave' }, moves: { reading: 'fulfilment' } },
    ])
  })
})
