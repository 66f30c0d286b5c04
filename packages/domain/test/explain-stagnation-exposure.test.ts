import { describe, expect, it } from 'vitest'
import { stagnationExposure } from '../src/risks/explain/stagnation-exposure.ts'
import { parameters } from '../src/risks/parameters.ts'
import { families } from './given-readings.ts'

type Families = Parameters<typeof families>[0]

const number = (value: number) => ({ type: 'number', value })
const said = (score: number | null, more: Families = {}, heldLevel: 'none' | 'watch' = 'none') =>
  stagnationExposure({ score, heldLevel }, families(more), parameters.stagnation)

const silent = { gap: { points: 1, lastStartOn: '2023-06-01', days: 214 } } as const
const emptier = { participation: { points: 1, now: 6, median24m: 9 } } as const
const slower = { renewal: { points: 1, now: 3, base: 18, baseMonths: 24 } } as const
const runningOut = { pipeline: { points: 1, stillRunning: 2, running: 7, horizonMonths: 6 } } as const
const sameCircle = { novelty: { points: 1, newTieRate: 0.1, untriedPairShare: 0.8 } } as const

describe('the sentence of exposure of the network', () => {
  it('is silence together with fewer partners, even where one of them has more points', () => {
    expect(said(3, { ...silent, participation: { ...emptier.participation, points: 2 } })).toEqual({
      code: 'silent-and-emptier',
      values: { day: { type: 'day', value: '2023-06-01' }, days: number(214), now: number(6), median: number(9) },
    })
  })

  it('is silence with its day and days', () => {
    expect(said(1, silent)).toEqual({
      code: 'silent',
      values: { day: { type: 'day', value: '2023-06-01' }, days: number(214) },
    })
  })

  it('is fewer partners against their median', () => {
    expect(said(1, emptier)).toEqual({ code: 'emptier', values: { now: number(6), median: number(9) } })
  })

  it('is fewer starts against the usual', () => {
    expect(said(1, slower)).toEqual({ code: 'slower', values: { count: number(3), usual: number(9) } })
  })

  it('is initiatives that run out', () => {
    expect(said(1, runningOut)).toEqual({
      code: 'running-out',
      values: { count: number(2), running: number(7), horizon: number(6) },
    })
  })

  it('is the same circle, against the pairs still untried', () => {
    expect(said(1, sameCircle)).toEqual({
      code: 'same-circle',
      values: { rate: { type: 'share', value: 0.1 }, expected: { type: 'share', value: 0.8 } },
    })
  })

  it('is that no partner is new, where nearly all pairs have been tried', () => {
    expect(said(1, { novelty: { points: 1, isSaturated: true } })).toEqual({ code: 'no-newcomer', values: {} })
  })

  it('of equals begins with silence, then partners, starts, what runs out, the circle', () => {
    expect(said(4, { ...silent, ...slower, ...runningOut, ...sameCircle }).code).toBe('silent')
    expect(said(4, { ...emptier, ...slower, ...runningOut, ...sameCircle }).code).toBe('emptier')
    expect(said(3, { ...slower, ...runningOut, ...sameCircle }).code).toBe('slower')
    expect(said(2, { ...runningOut, ...sameCircle }).code).toBe('running-out')
  })

  it.each([
    [{ ...silent, renewal: { ...slower.renewal, points: 2 } }, 'slower'],
    [{ ...emptier, pipeline: { ...runningOut.pipeline, points: 2 } }, 'running-out'],
    [{ ...slower, novelty: { ...sameCircle.novelty, points: 2 } }, 'same-circle'],
    [{ ...runningOut, novelty: { ...sameCircle.novelty, points: 2 } }, 'same-circle'],
    [{ ...slower, participation: { ...emptier.participation, points: 2 } }, 'emptier'],
    [{ ...slower, gap: { ...silent.gap, points: 2 } }, 'silent'],
  ] as const)('is of the family with most points', (more, code) => {
    expect(said(3, more).code).toBe(code)
  })

  it('is what carries points where other families cannot be read', () => {
    expect(said(1, { gap: { points: null }, participation: { points: null }, ...slower }).code).toBe('slower')
  })

  it('without points is that it eases, where a level is still held', () => {
    expect(said(0, {}, 'watch')).toEqual({ code: 'eased', values: {} })
  })

  it('without points and level is who renews the network', () => {
    expect(said(0)).toEqual({ code: 'renewing', values: { count: number(12), partners: number(10) } })
  })

  it.each([{ renewal: { now: null } }, { participation: { now: null } }])(
    'is calm where that is not known',
    (unknown) => {
      expect(said(0, unknown)).toEqual({ code: 'calm', values: {} })
    },
  )

  it('is that it was not read, whatever is held', () => {
    expect(said(null, silent, 'watch')).toEqual({ code: 'unread', values: {} })
  })
})
