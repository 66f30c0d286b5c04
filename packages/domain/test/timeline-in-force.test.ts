import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parametersInForce } from '../src/risks/thresholds.ts'
import { evaluateInForce, timelineInForce } from '../src/risks/timeline-in-force.ts'
import { evaluate, timeline } from '../src/risks/timeline.ts'
import { arbitraryHistory, monthsOfStory } from './given-history.ts'
import { packageHistory } from './package-history.ts'
import { runs } from './property-runs.ts'

const golden = packageHistory(new URL('../fixtures/golden/', import.meta.url))
const strict = { reliance: { watch: 0.1, warning: 0.2, critical: 0.3 } }

describe('a timeline by the lines in force', () => {
  it('without versions is the timeline of the product', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        const { thresholds, ...read } = timelineInForce(history, monthsOfStory.from, monthsOfStory.to, [])
        expect(read).toEqual(timeline(history, monthsOfStory.from, monthsOfStory.to))
        expect(thresholds).toEqual([{ from: monthsOfStory.from, version: read.parametersVersion, values: null }])
      }),
      runs(20),
    )
  })

  it('reads each month as that month alone by the lines of its version', () => {
    const versions = [
      { from: '2021-01', position: 1, values: strict },
      { from: '2022-01', position: 2, values: {} },
    ]
    const read = timelineInForce(golden, '2020-06', '2022-12', versions)
    expect(read.thresholds.map(({ from, version }) => [from, version.slice(10)])).toEqual([
      ['2020-06', ''],
      ['2021-01', '+1'],
      ['2022-01', '+2'],
    ])
    expect(read.months).toHaveLength(31)
    for (const month of ['2020-12', '2021-01', '2021-12', '2022-01']) {
      const set = month < '2021-01' ? null : month < '2022-01' ? strict : {}
      const alone = evaluate(golden, month, parametersInForce(set, 'any'))
      expect(read.months.find((one) => one.month === month)).toEqual(alone)
      expect(evaluateInForce(golden, month, versions)).toMatchObject(alone)
    }
  })

  it('of no month is none', () => {
    expect(() => timelineInForce(golden, '2021-02', '2021-01', [])).toThrow('no month from 2021-02 to 2021-01')
  })

  it('stricter lines are felt from their month on and not before', () => {
    const usual = timeline(golden, '2020-06', '2022-12').months
    const read = timelineInForce(golden, '2020-06', '2022-12', [{ from: '2021-06', position: 1, values: strict }])
    const levels = (months: typeof usual) => months.map(({ funding }) => funding.sublevels.concentration.level)
    expect(levels(read.months).slice(0, 12)).toEqual(levels(usual).slice(0, 12))
    expect(levels(read.months).slice(12)).not.toEqual(levels(usual).slice(12))
  })
})
