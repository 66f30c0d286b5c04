import { describe, expect, it } from 'vitest'
import {
  fundingBaseline,
  fundingMeasures,
  fundingValue,
  stagnationBaseline,
  stagnationMeasures,
  stagnationValue,
} from '../src/risks/explain/reading-values.ts'
import { shareOf } from '../src/risks/explain/value.ts'
import { parameters } from '../src/risks/parameters.ts'
import { families, sublevels } from './given-readings.ts'

const lines = parameters.stagnation
const number = (value: number) => ({ type: 'number', value })
const share = (value: number) => ({ type: 'share', value })
const probability = (value: number) => ({ type: 'probability', value })
const days = (value: number) => ({ type: 'days', value })
const months = (value: number) => ({ type: 'months', value })
const money = (value: number) => ({ type: 'money', value })

describe('a share is said with the fraction it is close to', () => {
  it.each([
    [1, 'all'],
    [0.999, 'nearly-all'],
    [0.92, 'nearly-all'],
    [0.779, 'three-quarters'],
    [0.721, 'three-quarters'],
    [0.696, 'two-thirds'],
    [0.637, 'two-thirds'],
    [0.529, 'half'],
    [0.471, 'half'],
    [0.363, 'third'],
    [0.304, 'third'],
  ])('%f', (value, near) => {
    expect(shareOf(value)).toEqual({ type: 'share', value, near })
  })

  it.each([1.001, 1.5, 0.919, 0.781, 0.719, 0.697, 0.636, 0.531, 0.469, 0.364, 0.303, 0.1, 0])(
    'and %f without one',
    (value) => {
      expect(shareOf(value)).toEqual({ type: 'share', value })
    },
  )
})

describe('what a family is known by, and compared with', () => {
  it('is starts, against those of the base in as many months', () => {
    const { renewal } = families({ renewal: { now: 3, base: 18, baseMonths: 24 } })
    expect(stagnationValue.renewal(renewal)).toEqual(number(3))
    expect(stagnationBaseline.renewal(renewal, lines)).toEqual(number(9))
    expect(stagnationMeasures.renewal(renewal, lines)).toEqual({ now: number(3), usual: number(9) })
  })

  it.each([{ base: null }, { baseMonths: null }, { baseMonths: 0 }])(
    'is starts alone where there is no base',
    (without) => {
      const { renewal } = families({ renewal: without })
      expect(stagnationBaseline.renewal(renewal, lines)).toBeNull()
      expect(stagnationMeasures.renewal(renewal, lines)).toEqual({ now: number(12), usual: null })
    },
  )

  it('is days of silence, against the mean silence', () => {
    const { gap } = families({ gap: { days: 200, startDays24m: 12, exposureMonths: 24, p: 0.03 } })
    expect(stagnationValue.gap(gap)).toEqual(days(200))
    expect(stagnationBaseline.gap(gap, lines)).toEqual(days(60.875))
    expect(stagnationMeasures.gap(gap, lines)).toEqual({ days: days(200), p: probability(0.03) })
  })

  it.each([{ startDays24m: null }, { exposureMonths: null }, { startDays24m: 0 }])(
    'is days of silence alone where there was no rhythm',
    (without) => {
      expect(stagnationBaseline.gap(families({ gap: without }).gap, lines)).toBeNull()
    },
  )

  it('is the share of new ties, against the pairs still untried', () => {
    const { novelty } = families()
    const half = { ...share(0.5), near: 'half' }
    expect(stagnationValue.novelty(novelty)).toEqual(share(0.6))
    expect(stagnationBaseline.novelty(novelty, lines)).toEqual(half)
    expect(stagnationMeasures.novelty(novelty, lines)).toEqual({
      newTieRate: share(0.6),
      untried: half,
      newPartners: share(0.25),
    })
  })

  it('is partners, against their median', () => {
    const { participation } = families()
    expect(stagnationValue.participation(participation)).toEqual(number(10))
    expect(stagnationBaseline.participation(participation, lines)).toEqual(number(12))
    expect(stagnationMeasures.participation(participation, lines)).toEqual({ now: number(10), median: number(12) })
  })

  it('is initiatives that go on, against the usual share of those that run', () => {
    const { pipeline } = families({ pipeline: { stillRunning: 2, running: 8, medianShare24m: 0.75, p: 0.004 } })
    expect(stagnationValue.pipeline(pipeline)).toEqual(number(2))
    expect(stagnationBaseline.pipeline(pipeline, lines)).toEqual(number(6))
    expect(stagnationMeasures.pipeline(pipeline, lines)).toEqual({
      still: number(2),
      running: number(8),
      p: probability(0.004),
    })
  })

  it.each([{ medianShare24m: null }, { running: null }])('is initiatives alone where no share is usual', (without) => {
    expect(stagnationBaseline.pipeline(families({ pipeline: without }).pipeline, lines)).toBeNull()
  })

  it('is nothing where nothing is known, and nothing is no number', () => {
    const { renewal, gap, novelty, participation, pipeline } = families({
      renewal: { now: null },
      gap: { days: null, p: null },
      novelty: { newTieRate: null, untriedPairShare: null, newPartnerRate: null },
      participation: { now: null, median24m: null },
      pipeline: { stillRunning: null, running: null, p: null },
    })
    expect(stagnationMeasures.renewal(renewal, lines)).toMatchObject({ now: null })
    expect(stagnationMeasures.gap(gap, lines)).toEqual({ days: null, p: null })
    expect(stagnationMeasures.novelty(novelty, lines)).toEqual({ newTieRate: null, untried: null, newPartners: null })
    expect(stagnationBaseline.novelty(novelty, lines)).toBeNull()
    expect(stagnationMeasures.participation(participation, lines)).toEqual({ now: null, median: null })
    expect(stagnationBaseline.participation(participation, lines)).toBeNull()
    expect(stagnationMeasures.pipeline(pipeline, lines)).toEqual({ still: null, running: null, p: null })
  })

  it('is a number where it is zero', () => {
    const { renewal, gap } = families({ renewal: { now: 0 }, gap: { days: 0 } })
    expect(stagnationValue.renewal(renewal)).toEqual(number(0))
    expect(stagnationValue.gap(gap)).toEqual(days(0))
  })
})

describe('what a sub-level is known by, and compared with', () => {
  it('is the share of the largest funder, and how many there are in effect', () => {
    const { concentration } = sublevels({ concentration: { reliance: 0.4, effectiveFunders: 3.2 } })
    expect(fundingMeasures.concentration(concentration)).toEqual({ reliance: share(0.4), effective: number(3.2) })
    expect(fundingBaseline.concentration(concentration)).toBeNull()
  })

  it('is this year over the last, against the money of the last', () => {
    const { incomeFall } = sublevels({ incomeFall: { ratio: 0.8, yearBeforeMinor: 1500 } })
    expect(fundingMeasures.incomeFall(incomeFall)).toEqual({ ratio: share(0.8) })
    expect(fundingBaseline.incomeFall(incomeFall)).toEqual(money(1500))
  })

  it('is the months the money lasts, or is looked ahead for, against the reserves', () => {
    expect(fundingMeasures.runway(sublevels({ runway: { months: 7, holdsForMonths: null } }).runway)).toEqual({
      months: months(7),
    })
    expect(fundingMeasures.runway(sublevels().runway)).toEqual({ months: months(36) })
    expect(fundingBaseline.runway(sublevels().runway)).toEqual(money(5000))
  })

  it('is the months to the cliff, or to where none lies, against what comes in before it', () => {
    const { cliff } = sublevels({ cliff: { months: 5, beforeMinor: 600, afterMinor: 200, noneWithinMonths: null } })
    expect(fundingMeasures.cliff(cliff)).toEqual({ months: months(5), after: money(200), before: money(600) })
    expect(fundingBaseline.cliff(cliff)).toEqual(money(600))
    expect(fundingMeasures.cliff(sublevels().cliff)).toEqual({ months: months(24), after: null, before: null })
  })

  it('is what was paid of what was due', () => {
    const { fulfilment } = sublevels({ fulfilment: { share: 0.8, dueMinor: 900 } })
    expect(fundingMeasures.fulfilment(fulfilment)).toEqual({ share: share(0.8) })
    expect(fundingBaseline.fulfilment(fulfilment)).toEqual(money(900))
  })

  it('is a share alone for funders who paid again and for public money', () => {
    const { retention, publicShare } = sublevels({ retention: { share: 0.4 }, publicShare: { share: 0.2 } })
    expect(fundingMeasures.retention(retention)).toEqual({ share: share(0.4) })
    expect(fundingBaseline.retention(retention)).toBeNull()
    expect(fundingMeasures.publicShare(publicShare)).toEqual({ share: share(0.2) })
    expect(fundingBaseline.publicShare(publicShare)).toBeNull()
  })

  it('is nothing where nothing is known', () => {
    const unknown = sublevels({
      concentration: { reliance: null, effectiveFunders: null },
      incomeFall: { ratio: null, yearBeforeMinor: null },
      runway: { months: null, holdsForMonths: null, reservesMinor: null },
      cliff: { months: null, noneWithinMonths: null, beforeMinor: null },
      fulfilment: { share: null, dueMinor: null },
      retention: { share: null },
      publicShare: { share: null },
    })
    expect(fundingMeasures.concentration(unknown.concentration)).toEqual({ reliance: null, effective: null })
    expect(fundingMeasures.incomeFall(unknown.incomeFall)).toEqual({ ratio: null })
    expect(fundingBaseline.incomeFall(unknown.incomeFall)).toBeNull()
    expect(fundingMeasures.runway(unknown.runway)).toEqual({ months: null })
    expect(fundingBaseline.runway(unknown.runway)).toBeNull()
    expect(fundingMeasures.cliff(unknown.cliff)).toEqual({ months: null, after: null, before: null })
    expect(fundingBaseline.cliff(unknown.cliff)).toBeNull()
    expect(fundingValue.fulfilment(unknown.fulfilment)).toBeNull()
    expect(fundingBaseline.fulfilment(unknown.fulfilment)).toBeNull()
    expect(fundingValue.retention(unknown.retention)).toBeNull()
    expect(fundingValue.publicShare(unknown.publicShare)).toBeNull()
  })
})
