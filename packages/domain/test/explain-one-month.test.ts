import { describe, expect, it } from 'vitest'
import { explainedFamilies, explainedSublevels } from '../src/risks/explain/explained-readings.ts'
import { fundingOf, stagnationOf } from '../src/risks/explain/one-month.ts'
import { parameters } from '../src/risks/parameters.ts'
import { families, sublevels } from './given-readings.ts'
import { purse } from './given-purse.ts'
import { givenWork } from './given-work.ts'

const named = <One extends { readonly name: string }>(all: readonly One[], name: string) =>
  all.find((one) => one.name === name)

describe('a month read alone', () => {
  const quarterly = givenWork(
    Array.from({ length: 8 }, (_, index) => ({
      id: `i${index}`,
      startedOn: `${2021 + Math.floor(index / 4)}-${String((index % 4) * 3 + 1).padStart(2, '0')}-10`,
    })),
  )
  const unread = { renewal: null, gap: null, novelty: null, participation: null, pipeline: null }

  it('reads the silence and the starts of its own month', () => {
    // Eight start days, the last on 10 October 2022: seven in the 21 months before it,
    // then 417 days of silence: (21 / (21 + 13.7))⁷ is 3 %.
    const { score, grades, readings } = stagnationOf(quarterly, '2023-12', parameters)
    expect(readings.gap).toMatchObject({ points: 1, days: 417, startDays24m: 7, exposureMonths: 21 })
    expect(readings.renewal).toMatchObject({ now: 0, base: 8, baseMonths: 23 })
    expect(grades).toEqual({ ...unread, gap: 1, renewal: 2 })
    expect(score).toBe(3)
  })

  it('is read as far as the facts go, and no farther', () => {
    const through = (dataCompleteThrough: string) =>
      stagnationOf({ ...quarterly, dataCompleteThrough }, '2023-12', parameters)
    expect(through('2023-11-30').score).toBe(3)
    expect(through('2023-11-29')).toMatchObject({ score: null, readings: { gap: { days: 417 } } })
    expect(through('2023-11-29').grades).toEqual(unread)
  })

  it('is read of money alike', () => {
    const paid = purse([
      ['bank', 60, null],
      ['club', 40, null],
    ])
    expect(fundingOf(paid, '2023-02', parameters)).toMatchObject({ score: 2, grades: { concentration: 2 } })
    const unknown = fundingOf({ ...paid, dataCompleteThrough: '2023-01-30' }, '2023-02', parameters)
    expect(unknown.score).toBeNull()
    expect(unknown.grades).toEqual({
      concentration: null,
      incomeFall: null,
      runway: null,
      cliff: null,
      fulfilment: null,
      retention: null,
      publicShare: null,
    })
    expect(fundingOf({ ...paid, dataCompleteThrough: '2023-01-31' }, '2023-02', parameters).score).toBe(2)
  })

  it('is nothing before there is anything', () => {
    expect(stagnationOf(givenWork([]), '2023-12', parameters)).toMatchObject({ score: null, grades: unread })
    expect(fundingOf(givenWork([]), '2023-12', parameters).score).toBeNull()
  })
})

describe('what a family was judged by', () => {
  const explain = () =>
    explainedFamilies(
      {
        score: 1,
        grades: { renewal: 0, gap: 1, novelty: 0, participation: null, pipeline: 0 },
        readings: families({ participation: { points: null, reason: 'too-few', n: 3 } }),
      },
      parameters,
    )

  it('is everything, family by family', () => {
    const explained = explain()
    expect(explained.map((one) => one.name)).toEqual(['renewal', 'gap', 'novelty', 'participation', 'pipeline'])
    expect(named(explained, 'gap')).toMatchObject({
      grade: 1,
      mostGrade: 2,
      n: 24,
      reason: null,
      value: { type: 'days', value: 20 },
      interval: { kind: 'predictive' },
      baseline: { type: 'days', value: 30.4375 },
    })
    expect(named(explained, 'gap')?.thresholds).toHaveLength(4)
    expect(named(explained, 'gap')?.measures).toEqual({
      points: 0,
      lastStartOn: '2023-12-12',
      days: 20,
      startDays24m: 24,
      exposureMonths: 24,
      p: 0.5,
    })
  })

  it.each([
    ['renewal', 'credible'],
    ['pipeline', 'wilson'],
    ['novelty', undefined],
  ])('is of %s with the interval it has: %s', (name, kind) => {
    const explained = explain()
    expect(named(explained, name)?.interval?.kind).toBe(kind)
    expect(named(explained, 'novelty')?.interval).toBeNull()
  })

  it('is the reason and the lines alone where it could not be read', () => {
    const { thresholds, ...rest } = named(explain(), 'participation') ?? {}
    expect(rest).toEqual({
      name: 'participation',
      grade: null,
      mostGrade: 2,
      n: 3,
      reason: 'too-few',
      value: null,
      interval: null,
      baseline: null,
      measures: {},
    })
    expect(thresholds).toHaveLength(2)
  })
})

describe('what a sub-level was judged by', () => {
  const explain = () =>
    explainedSublevels(
      {
        score: 0,
        grades: { concentration: 0, runway: 0, fulfilment: 0, retention: 0, incomeFall: 0, publicShare: 0 },
        readings: sublevels({ fulfilment: { reason: 'too-few' } }),
      },
      parameters,
    )

  it('is everything, with the interval of runway and retention alone', () => {
    const explained = explain()
    expect(named(explained, 'runway')).toMatchObject({
      grade: 0,
      mostGrade: 3,
      n: 12,
      value: { type: 'months', value: 36 },
      interval: { kind: 'haircuts' },
      baseline: { type: 'money', value: 5000 },
    })
    expect(named(explained, 'retention')?.interval?.kind).toBe('wilson')
    expect(named(explained, 'incomeFall')?.interval).toBeNull()
    expect(named(explained, 'publicShare')?.thresholds).toHaveLength(3)
  })

  it('gives no reason for what was read, and none where none is told', () => {
    const explained = explain()
    expect(named(explained, 'fulfilment')?.reason).toBeNull()
    expect(named(explained, 'cliff')).toMatchObject({ grade: null, reason: null, value: null, measures: {} })
  })
})
