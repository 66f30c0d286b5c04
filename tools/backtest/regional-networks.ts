import type { History } from '../../packages/domain/src/risks/history.ts'
import { alwaysGreen, concentrated, fallingTrend, floorOf, gapAbove, halved } from './baselines.ts'
import { levelSignals } from './detector.ts'
import { dissolution, type Fall, fallsToHalf } from './labels.ts'
import { type Tally, tallyOfFalls } from './metrics.ts'
import { engineReadings, networkSeries, plainPairs, readableMonths } from './network-series.ts'
import type { Signals } from './signals.ts'

/** Months of history the engine needs before it can compare; no detector is judged before. */
const READ_FROM = 24

export interface RegionalResult {
  readonly falls: readonly Fall[]
  readonly dissolvedAt: number | null
  readonly tallies: Map<string, Tally>
  readonly span: { readonly from: string; readonly to: string }
}

/** A community package with all detectors of stagnation, judged against the falls of its running initiatives; null when unreadable. */
export function regionalNetwork(history: History): RegionalResult | null {
  const span = readableMonths(history)
  if (span === null) return null
  const series = networkSeries(history, span)
  const readings = engineReadings(history, span)
  const stagnation = readings.map((reading) => reading.stagnation)
  const plain = engineReadings(history, span, plainPairs).map((reading) => reading.stagnation)
  const hhi = readings.map(({ funding }) => funding.readings.hhi)
  const falls = fallsToHalf(series.running)
  const detectors: [string, Signals][] = [
    ['engine, warning', levelSignals(stagnation, 'warning')],
    ['engine, watch', levelSignals(stagnation, 'watch')],
    ['engine, critical', levelSignals(stagnation, 'critical')],
    ['engine with plain pairs, warning', levelSignals(plain, 'warning')],
    ...simpleRules(series),
    ['HHI > 0.25 alone', concentrated(hhi)],
  ]
  return {
    falls,
    dissolvedAt: dissolution(series.activePartners),
    tallies: new Map(detectors.map(([name, signals]) => [name, tallyOfFalls(signals, falls, READ_FROM)])),
    span,
  }
}

/** The simple rules the engine has to beat, on the starts and active partners of a network. */
export function simpleRules(series: {
  readonly starts: readonly number[]
  readonly daysSinceStart: readonly (number | null)[]
  readonly activePartners: readonly number[]
}): [string, Signals][] {
  return [
    ['always green', alwaysGreen(series.starts.length)],
    ['gap > 90 days', gapAbove(90, series.daysSinceStart)],
    ['gap > 180 days', gapAbove(180, series.daysSinceStart)],
    ['year halved', halved(series.starts, 12)],
    ['floor of 5 active', floorOf(5, series.activePartners, 1)],
    ['MK-12', fallingTrend(series.starts)],
  ]
}
