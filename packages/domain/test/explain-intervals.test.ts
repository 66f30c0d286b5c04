import { describe, expect, it } from 'vitest'
import {
  paceInterval,
  pipelineInterval,
  renewalInterval,
  runwayInterval,
  silenceInterval,
} from '../src/risks/explain/intervals.ts'
import { parameters } from '../src/risks/parameters.ts'
import { families, sublevels } from './given-readings.ts'

const lines = parameters.stagnation

describe('the interval of the pace', () => {
  const pace = (more: Parameters<typeof families>[0] = {}) => paceInterval(families(more).renewal, lines)

  it('is 95 % of the ratio of two true paces: of nothing seen, by the law of the arcsine', () => {
    // Beta(½, ½): I_x = 2/π · asin √x, so the ratio of the odds is tan² of the tail; twice that for a window half as long as its base.
    const tail = (share: number) => Math.tan((share * Math.PI) / 2) ** 2
    const interval = pace({ renewal: { now: 0, base: 0 } })
    expect(interval).toMatchObject({ kind: 'credible', low: { type: 'share' }, high: { type: 'share' } })
    expect(interval?.low.value).toBeCloseTo(2 * tail(0.025), 9)
    expect(interval?.high.value).toBeCloseTo(2 * tail(0.975), 6)
  })

  it('holds the counts of window and base apart', () => {
    // Beta(½, 3/2): I_x = 2/π · (asin √x + √(x(1 − x))); solved for 2.5 % and 97.5 %.
    const at = (ratio: number) => {
      const x = ratio / (ratio + 2)
      return (2 / Math.PI) * (Math.asin(Math.sqrt(x)) + Math.sqrt(x * (1 - x)))
    }
    const interval = pace({ renewal: { now: 0, base: 1 } })
    expect(at(Number(interval?.low.value))).toBeCloseTo(0.025, 9)
    expect(at(Number(interval?.high.value))).toBeCloseTo(0.975, 9)
  })

  it.each(['points', 'now', 'base', 'baseMonths'])('is none where %s is not known', (figure) => {
    expect(pace({ renewal: { [figure]: null } })).toBeNull()
  })
})

describe('the interval of the silence', () => {
  const silence = (more: object = {}) => silenceInterval({ ...families().gap, ...more }, lines)

  it('is the days of which 95 % would lie within at the rhythm so far', () => {
    // (T / (T + g))ⁿ = tail: after one start day in 24 months g = T · (1 / tail − 1), after two T · (√(1 / tail) − 1).
    const one = silence({ startDays24m: 1 })
    expect(one).toMatchObject({ kind: 'predictive', low: { type: 'days' }, high: { type: 'days' } })
    expect(one?.low.value).toBeCloseTo(24 * 30.4375 * (1 / 0.975 - 1), 9)
    expect(one?.high.value).toBeCloseTo(24 * 30.4375 * 39, 9)
    expect(silence({ startDays24m: 2 })?.high.value).toBeCloseTo(24 * 30.4375 * (Math.sqrt(40) - 1), 9)
  })

  it.each(['points', 'startDays24m', 'exposureMonths'])('is none where %s is not known', (figure) => {
    expect(silence({ [figure]: null })).toBeNull()
  })
})

describe('intervals of counts', () => {
  it('are by Wilson for what is planned to go on', () => {
    const interval = pipelineInterval(families().pipeline)
    expect(interval).toMatchObject({ kind: 'wilson', low: { type: 'share' }, high: { type: 'share' } })
    expect(interval?.low.value).toBeCloseTo(0.2152, 4)
    expect(interval?.high.value).toBeCloseTo(0.7848, 4)
  })

  it.each([{ stillRunning: null }, { running: null }, { stillRunning: 0, running: 0 }])(
    'are none where nothing runs or nothing is known of it',
    (unknown) => {
      expect(pipelineInterval({ ...families().pipeline, ...unknown })).toBeNull()
    },
  )

  it('are those the reading has for funders who paid again', () => {
    expect(renewalInterval(sublevels().retention)).toEqual({
      kind: 'wilson',
      low: { type: 'share', value: 0.6 },
      high: { type: 'share', value: 0.98 },
    })
    expect(renewalInterval({ ...sublevels().retention, interval: null })).toBeNull()
  })
})

describe('the interval of the runway', () => {
  const runway = (more: object) => runwayInterval({ ...sublevels().runway, ...more })
  const months = (value: number) => ({ type: 'months', value })

  it('goes from severe stress to what is expected', () => {
    expect(runway({ months: 9, severeMonths: 4, holdsForMonths: null })).toEqual({
      kind: 'haircuts',
      low: months(4),
      high: months(9),
    })
  })

  it('ends at the furthest month looked at where the money holds, and begins there where it holds under stress, too', () => {
    expect(runway({ months: null, severeMonths: 30 })).toMatchObject({ low: months(30), high: months(36) })
    expect(runway({ months: null, severeMonths: null })).toMatchObject({ low: months(36), high: months(36) })
  })

  it('is at nothing where the reserves are gone, and none where nothing is known', () => {
    expect(runway({ months: 0, severeMonths: 0, holdsForMonths: null })).toMatchObject({
      low: months(0),
      high: months(0),
    })
    expect(runway({ months: null, severeMonths: null, holdsForMonths: null })).toBeNull()
  })
})
