import { describe, expect, it } from 'vitest'
import { withoutCosts } from './without-costs.ts'

const reading = {
  level: 'warning',
  score: 2,
  sublevels: {
    concentration: { level: 2, reliance: 0.5, cover: { adjustment: -1 }, levelBeforeCover: 3 },
    runway: { level: 1, months: 9 },
    cliff: { level: 0 },
  },
  readings: { income: 100, runwayMonths: 9, stressRunwayMonths: 3 },
  change: { kind: 'raised', points: { runway: 1, concentration: 2, cliff: 0 } },
}

describe('a kept reading without what was read from costs', () => {
  it('tells nothing of how long the money lasts, and all the rest', () => {
    const before = JSON.stringify(reading)
    expect(withoutCosts(reading)).toEqual({
      level: 'warning',
      score: 2,
      sublevels: { concentration: { reliance: 0.5, levelBeforeCover: 3 }, cliff: { level: 0 } },
      readings: { income: 100 },
      change: { kind: 'raised', points: { cliff: 0 } },
    })
    expect(JSON.stringify(reading)).toBe(before)
  })

  it.each([
    [{ level: 'none' }],
    [{ level: 'none', change: null }],
    [{ change: { kind: 'raised' } }],
    [{ change: { kind: 'raised', points: null } }],
    [{ sublevels: null, readings: 3 }],
    [{ sublevels: { cliff: { level: 0 } } }],
    [{ sublevels: { concentration: null } }],
    [{ sublevels: { concentration: [1] } }],
    [null],
    ['text'],
    [[1, 2]],
  ])('misses nothing in %j', (one) => {
    expect(withoutCosts(one)).toEqual(one)
  })
})
