import { describe, expect, it } from 'vitest'
import { isKeptReading, isThresholdValues } from './kept-shapes.ts'
import { parameters } from './parameters.ts'
import { thresholdsOf } from './thresholds.ts'

describe('isThresholdValues', () => {
  it('takes whole groups of known names that can stand', () => {
    expect(isThresholdValues({})).toBe(true)
    expect(isThresholdValues(JSON.parse(JSON.stringify(thresholdsOf(parameters))))).toBe(true)
    expect(isThresholdValues({ switchedOff: ['youth'] })).toBe(true)
  })

  it.each([
    null,
    [],
    { unheard: 1 },
    { reliance: [0.3, 0.5, 0.7] },
    { reliance: { watch: 0.3, warning: 0.5 } },
    { reliance: { watch: '0.3', warning: 0.5, critical: 0.7 } },
    { reliance: { watch: 0.7, warning: 0.5, critical: 0.3 } },
    { incomeFall: { watch: 0.7, warning: 0.5, critical: 0.3 } },
    { stagnation: { watch: 2, warning: 3, critical: 5 } },
    { switchedOff: ['weather'] },
    JSON.parse('{"__proto__": {"watch": 1}}'),
    { incomeFloorMinor: '5' },
    { weather: { watch: 0.3, warning: 0.5, critical: 0.7 } },
    { reliance: { watch: Infinity, warning: 0.5, critical: 0.7 } },
  ])('refuses %j', (value) => {
    expect(isThresholdValues(value)).toBe(false)
  })
})

describe('isKeptReading', () => {
  const flag = { level: 'insufficient-data', heldLevel: 'watch', score: null }

  it('needs both flags with levels and a score or none', () => {
    expect(isKeptReading({ stagnation: flag, funding: { ...flag, level: 'watch', score: 1, more: [] } })).toBe(true)
    expect(isKeptReading({ stagnation: flag })).toBe(false)
    expect(isKeptReading({ stagnation: flag, funding: { ...flag, heldLevel: 'insufficient-data' } })).toBe(false)
    expect(isKeptReading({ stagnation: flag, funding: { ...flag, score: '1' } })).toBe(false)
    expect(isKeptReading({ stagnation: flag, funding: { ...flag, onset: 'May' } })).toBe(false)
  })

  it.each([
    [undefined, true],
    [null, true],
    ['2024-05', true],
    ['2024-12', true],
    ['2024-13', false],
    ['2024-00', false],
    ['2024-5', false],
    ['2024-05-01', false],
    ['x2024-05', false],
    ['abcd-05', false],
    [202_405, false],
    [['2024-05'], false],
  ])('takes a month or nothing for an onset: %j', (onset, isFit) => {
    expect(isKeptReading({ stagnation: flag, funding: { ...flag, onset } })).toBe(isFit)
  })

  it.each([
    null,
    'text',
    [flag, flag],
    { funding: flag },
    { stagnation: null, funding: flag },
    { stagnation: { ...flag, level: 'weather' }, funding: flag },
  ])('refuses %j', (value) => {
    expect(isKeptReading(value)).toBe(false)
  })
})
