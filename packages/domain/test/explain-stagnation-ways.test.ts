import { describe, expect, it } from 'vitest'
import { stagnationOf } from '../src/risks/explain/one-month.ts'
import { stagnationWays } from '../src/risks/explain/stagnation-ways.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { initiativesThatWouldLower } from '../src/risks/what-would-lower.ts'
import { part } from './given-town.ts'
import { givenWork } from './given-work.ts'

/** Asked on 1 January 2024; what would be lower is read on 1 February. */
const ways = (history: History, score: number | null) => stagnationWays(history, '2024-01', score, parameters)
const grades = (history: History) => stagnationOf(history, '2024-01', parameters).grades
const steps = (history: History, score: number, kind: string) =>
  ways(history, score).flatMap((one) => one.steps.filter((step) => step.kind === kind))
const by = '2024-01-31'

type Work = Parameters<typeof givenWork>[0][number]

/** Started two years ago, planned for another half year: in the two years before nearly all of them were planned to go on for longer. */
const endingSoon = (count: number, more: Partial<Work> = {}) =>
  givenWork(
    Array.from({ length: count }, (_, index) => ({
      id: `i${String(index + 1).padStart(2, '0')}`,
      startedOn: '2022-01-10',
      plannedEndOn: '2024-06-20',
      ...more,
    })),
  )

describe('what would lower the stagnation flag', () => {
  it('is nothing where there is nothing to lower, or nothing is known', () => {
    expect(ways(endingSoon(10), 0)).toEqual([])
    expect(ways(endingSoon(10), null)).toEqual([])
    expect(ways(givenWork([]), 2)).toEqual([])
  })

  it('is waiting, where the next month is lower by itself', () => {
    expect(ways(endingSoon(10), 5)).toEqual([{ steps: [{ kind: 'wait' }], by, score: 4 }])
    expect(ways({ ...endingSoon(10), dataCompleteThrough: '2023-12-31' }, 5)).toHaveLength(1)
  })

  it('is as many new initiatives as would do', () => {
    const history = endingSoon(10)
    const { initiatives, newPartnersEach, ...enough } = initiativesThatWouldLower(history, '2024-01', parameters) ?? {}
    expect(initiatives).toBeGreaterThan(0)
    expect(ways(history, 4)[0]).toEqual({ steps: [{ kind: 'start', initiatives, newPartnersEach }], ...enough })
  })
})

describe('initiatives prolonged by a year', () => {
  it('are as few of those that end soon as would do', () => {
    // Ten started before the year and none in it, and none of them goes on for a year: two points each. Of three prolonged a third goes
    // on, of four more than that, though less than half.
    const history = endingSoon(10)
    expect(grades(history)).toMatchObject({ renewal: 2, pipeline: 2 })
    expect(ways(history, 4).at(-1)).toEqual({
      steps: [{ kind: 'prolong', initiativeIds: ['i01', 'i02', 'i03', 'i04'], months: 12 }],
      by,
      score: 3,
    })
  })

  it('are twelve at most', () => {
    // A third of 34 is eleven, of 37 twelve.
    expect(steps(endingSoon(34), 4, 'prolong')).toMatchObject([{ initiativeIds: { length: 12 } }])
    expect(steps(endingSoon(37), 4, 'prolong')).toEqual([])
  })

  it('are none that has no end, or goes on anyway', () => {
    const history = endingSoon(10)
    const open = givenWork([
      { id: 'a', startedOn: '2022-01-10' },
      { id: 'b', startedOn: '2022-01-10', plannedEndOn: '2026-01-10' },
    ])
    const both = { ...history, initiatives: [...open.initiatives, ...history.initiatives] }
    // Two of twelve go on already; a third are four.
    expect(steps(both, 4, 'prolong')).toMatchObject([{ initiativeIds: ['i01', 'i02', 'i03'] }])
  })
})

describe('partners who come back', () => {
  const many = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8']
  /** Ten partners for most of two years, of whom two are left; three more initiatives begun in the year before that. */
  const emptier = (more: readonly Work[] = [], old: Work['partners'] = many) =>
    givenWork([
      { id: 'host', startedOn: '2021-01-05', partners: ['a', 'b'] },
      { id: 'old', startedOn: '2021-01-05', endedOn: '2023-06-30', partners: old },
      { id: 'spring', startedOn: '2021-04-05', endedOn: '2021-05-05' },
      { id: 'summer', startedOn: '2021-07-05', endedOn: '2021-08-05' },
      { id: 'autumn', startedOn: '2021-10-05', endedOn: '2021-11-05' },
      ...more,
    ])
  /** The score of the next month if nothing happens, so that waiting would not do. */
  const scoreAhead = (history: History) => stagnationOf(history, '2024-02', parameters).score ?? 0
  const returned = (history: History) => steps(history, scoreAhead(history), 'return')

  it('are as few as would do, by id where they took part in as many initiatives', () => {
    const history = emptier()
    expect(grades(history)).toMatchObject({ participation: 2 })
    expect(stagnationOf(history, '2024-01', parameters).readings.participation).toMatchObject({ now: 2, median24m: 10 })
    const score = scoreAhead(history)
    // Six of ten are more than half.
    expect(ways(history, score).at(-1)).toEqual({
      steps: [{ kind: 'return', organisationIds: ['p1', 'p2', 'p3', 'p4'] }],
      by,
      score: score - 1,
    })
    const turned = { ...history, participations: history.participations.toReversed() }
    expect(returned(turned)).toEqual([{ kind: 'return', organisationIds: ['p1', 'p2', 'p3', 'p4'] }])
  })

  it('begin with those of most initiatives, however often they came and went', () => {
    const history = emptier([{ id: 'older', startedOn: '2020-05-05', endedOn: '2020-09-05', partners: ['p8', 'p6'] }])
    const twice = {
      ...history,
      participations: [...history.participations, part('old', 'p7', '2022-01-01', '2022-02-01')],
    }
    expect(returned(twice)).toEqual([{ kind: 'return', organisationIds: ['p6', 'p8', 'p1', 'p2'] }])
  })

  it('are not those who are here, and none who has yet to come for the first time', () => {
    const history = emptier([
      {
        id: 'second',
        startedOn: '2022-12-05',
        partners: ['p1', ['m', '2024-01-01'], ['n', '2023-12-31', '2023-12-31']],
      },
    ])
    // Three are here and M comes on the first of January; N came and left on the day before.
    expect(returned(history)).toEqual([{ kind: 'return', organisationIds: ['n', 'p2'] }])
  })

  it('are twelve at most, and none where nothing runs', () => {
    const crowd = (count: number) =>
      Array.from({ length: count }, (_, index) => `p${String(index + 1).padStart(2, '0')}`)
    // Half of 26 are 13: two are here and twelve come. Half of 28 are 14.
    expect(returned(emptier([], crowd(24)))).toMatchObject([{ organisationIds: { length: 12 } }])
    expect(returned(emptier([], crowd(26)))).toEqual([])
    const { initiatives, ...rest } = emptier()
    const over = initiatives.map((one) => (one.id === 'host' ? { ...one, endedOn: '2023-10-31' } : one))
    expect(grades({ ...rest, initiatives: over })).toMatchObject({ participation: 2 })
    expect(returned({ ...rest, initiatives: over })).toEqual([])
  })
})
