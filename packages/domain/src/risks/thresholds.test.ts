import { describe, expect, it } from 'vitest'
import { parameters } from './parameters.ts'
import {
  judgedOtherwise,
  parametersInForce,
  thresholdFaults,
  thresholdsInForce,
  thresholdsOf,
  versionName,
} from './thresholds.ts'

const points = {
  watch: { enter: 3, leave: 2 },
  warning: { enter: 4, leave: 3 },
  critical: { enter: 6, leave: 5 },
}

describe('thresholdFaults', () => {
  it('the lines of the product are free of faults', () => {
    expect(thresholdFaults(thresholdsOf(parameters))).toEqual([])
  })

  it.each([
    [
      'a share above one',
      { reliance: { watch: 0.35, warning: 0.5, critical: 1.2 } },
      '/reliance/critical',
      'out-of-range',
    ],
    ['a fourth decimal', { reliance: { watch: 0.3501, warning: 0.5, critical: 0.7 } }, '/reliance/watch', 'too-fine'],
    ['half a month', { runwayMonths: { watch: 12, warning: 6.5, critical: 3 } }, '/runwayMonths/warning', 'too-fine'],
    [
      'a worse level that is easier to reach',
      { publicShare: { watch: 0.6, warning: 0.5, critical: 0.9 } },
      '/publicShare/warning',
      'out-of-order',
    ],
    [
      'a lower line that does not fall',
      { fulfilment: { watch: 0.9, warning: 0.75, critical: 0.75 } },
      '/fulfilment/critical',
      'out-of-order',
    ],
    ['equal lines of a fall', { incomeFall: { watch: 0.5, warning: 0.5 } }, '/incomeFall/warning', 'out-of-order'],
    [
      'a level left above where it is entered',
      { stagnation: { ...points, watch: { enter: 3, leave: 4 } } },
      '/stagnation/watch/leave',
      'leave-above-enter',
    ],
    [
      'levels entered at the same points',
      { stagnation: { ...points, warning: { enter: 3, leave: 3 } } },
      '/stagnation/warning/enter',
      'out-of-order',
    ],
    ['a floor below nothing', { incomeFloorMinor: -1 }, '/incomeFloorMinor', 'out-of-range'],
  ])('%s is refused where it stands', (_, values, pointer, code) => {
    expect(thresholdFaults(values)).toContainEqual({ pointer, code })
  })

  it('what lies on the edge of its range stands, and what is a step beyond does not', () => {
    const faults = (watch: number) => thresholdFaults({ reliance: { watch: 0.01, warning: 0.5, critical: watch } })
    expect([faults(1), faults(1.001).length, thresholdFaults({ incomeFloorMinor: 0 })]).toEqual([[], 1, []])
    expect(thresholdFaults({ incomeFall: { watch: 0.75, warning: 0.01 } })).toEqual([])
    expect(thresholdFaults({ stagnation: { ...points, watch: { enter: 3, leave: 3 } } })).toEqual([])
  })

  it('every line of points has a pointer of its own', () => {
    const at = (level: 'watch' | 'warning' | 'critical', side: 'enter' | 'leave') =>
      thresholdFaults({ stagnation: { ...points, [level]: { ...points[level], [side]: 11 } } }).map(
        (one) => one.pointer,
      )
    for (const level of ['watch', 'warning', 'critical'] as const) {
      expect(at(level, 'enter')).toContain(`/stagnation/${level}/enter`)
      expect(at(level, 'leave')).toContain(`/stagnation/${level}/leave`)
    }
    expect(thresholdFaults({ stagnation: points })).toEqual([])
    const falling = { ...points, warning: { enter: 4, leave: 1 } }
    expect(thresholdFaults({ stagnation: falling })).toEqual([
      { pointer: '/stagnation/warning/leave', code: 'out-of-order' },
    ])
    const level = { ...points, warning: { enter: 4, leave: 2 } }
    expect(thresholdFaults({ stagnation: level })).toEqual([])
  })
})

describe('parametersInForce', () => {
  it('without values it is the table of the product', () => {
    expect(parametersInForce(null)).toBe(parameters)
  })

  it('every value moves its own line and nothing else', () => {
    const set = parametersInForce({ stagnation: points, retention: { watch: 0.8, warning: 0.6, critical: 0.4 } }, 'x')
    expect(set).toEqual({
      ...parameters,
      version: 'x',
      flags: { ...parameters.flags, stagnation: points },
      funding: { ...parameters.funding, retention: { ...parameters.funding.retention, lines: [0.8, 0.6, 0.4] } },
    })
  })

  it('every kind of line is set by its own name', () => {
    const lines = { watch: 9, warning: 8, critical: 7 }
    for (const name of [
      'runwayMonths',
      'cliffMonths',
      'fulfilment',
      'retention',
      'publicShare',
      'reliance',
      'effectiveFunders',
    ] as const) {
      const set = thresholdsOf(parametersInForce({ [name]: lines }))
      expect(set).toEqual({ ...thresholdsOf(parameters), [name]: lines })
    }
    expect(thresholdsOf(parametersInForce({ incomeFall: { watch: 9, warning: 8 } })).incomeFall).toEqual({
      watch: 9,
      warning: 8,
    })
  })

  it('what is set and read again is the same', () => {
    const usual = thresholdsOf(parameters)
    expect(parametersInForce(usual)).toEqual(parameters)
    const other = { ...usual, effectiveFunders: { watch: 6, warning: 4, critical: 2 }, incomeFloorMinor: 100_000 }
    expect(thresholdsOf(parametersInForce(other))).toEqual(other)
  })
})

describe('thresholdsInForce', () => {
  const version = (position: number, from: string) => ({ position, from, values: {} })

  it('of the versions that have begun the one set last judges', () => {
    const versions = [version(1, '2026-01'), version(2, '2026-06'), version(3, '2026-04')]
    const judged = (month: string) => thresholdsInForce(versions, month)?.position ?? null
    expect(['2025-12', '2026-01', '2026-03', '2026-04', '2026-07'].map(judged)).toEqual([null, 1, 1, 3, 3])
    expect(thresholdsInForce(versions.toReversed(), '2026-07')?.position).toBe(3)
  })

  it('a version is named beside the table it rests on', () => {
    expect(versionName(null)).toBe(parameters.version)
    expect(versionName(version(2, '2026-01'))).toBe(`${parameters.version}+2`)
  })
})

describe('judgedOtherwise', () => {
  const reliance = { watch: 0.2, warning: 0.3, critical: 0.4 }
  const stagnation = {
    watch: { enter: 3, leave: 1 },
    warning: { enter: 4, leave: 2 },
    critical: { enter: 6, leave: 4 },
  }

  it('names the flags whose lines changed, and no other', () => {
    expect(judgedOtherwise(null, { reliance })).toEqual(['funding'])
    expect(judgedOtherwise({ reliance }, { reliance, stagnation })).toEqual(['stagnation'])
    expect(judgedOtherwise({ reliance, stagnation }, null)).toEqual(['stagnation', 'funding'])
    expect(judgedOtherwise(null, { incomeFloorMinor: 500 })).toEqual(['funding'])
  })

  it('names none where lines stay, or only a sign of another threat is put out of sight', () => {
    expect(judgedOtherwise({ reliance }, { reliance })).toEqual([])
    expect(judgedOtherwise({ reliance }, { reliance, switchedOff: ['youth'] })).toEqual([])
    expect(judgedOtherwise(null, { reliance: { watch: 0.35, warning: 0.5, critical: 0.7 } })).toEqual([])
  })
})
