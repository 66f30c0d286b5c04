import type { FundingSublevels } from '../funding/funding-reader.ts'
import type { FundingParameters, StagnationParameters } from '../parameters.ts'
import type { StagnationFamilies } from '../stagnation/stagnation-reader.ts'

/** One condition of a line: the measure of the reading, and how it has to stand to `at`. Conditions of one grade hold together. */
export interface Threshold {
  /** Points or level reached. */
  readonly grade: 1 | 2 | 3
  readonly measure: string
  readonly is: 'at-least' | 'at-most' | 'below'
  readonly at: number
  /** One of several that suffice, instead of one that must hold. */
  readonly suffices?: true
}

type StagnationThresholds = Readonly<
  Record<keyof StagnationFamilies, (lines: StagnationParameters) => readonly Threshold[]>
>
type FundingThresholds = Readonly<Record<keyof FundingSublevels, (lines: FundingParameters) => readonly Threshold[]>>

/** The lines in force for the five families, in the names of their own measures. Source: docs/indicators.md §4A. */
export const stagnationThresholds: StagnationThresholds = {
  renewal: ({ renewal }) => [
    { grade: 1, measure: 'pBelow75pct', is: 'at-least', at: renewal.onePoint.probability },
    { grade: 2, measure: 'pBelow50pct', is: 'at-least', at: renewal.twoPoints.probability },
  ],
  gap: ({ gap }) =>
    ([gap.onePoint, gap.twoPoints] as const).flatMap((line, index): Threshold[] => [
      { grade: index === 0 ? 1 : 2, measure: 'p', is: 'below', at: line.probabilityBelow },
      { grade: index === 0 ? 1 : 2, measure: 'days', is: 'at-least', at: line.days },
    ]),
  novelty: ({ novelty }) => [
    { grade: 1, measure: 'relative', is: 'at-most', at: novelty.onePointRelative },
    { grade: 2, measure: 'relative', is: 'at-most', at: novelty.twoPointsRelative },
  ],
  participation: ({ participation }) => [
    { grade: 1, measure: 'now / median24m', is: 'at-most', at: participation.onePointShare },
    { grade: 2, measure: 'now / median24m', is: 'at-most', at: participation.twoPointsShare },
  ],
  pipeline: ({ pipeline }) =>
    ([pipeline.onePoint, pipeline.twoPoints] as const).flatMap((line, index): Threshold[] => [
      {
        grade: index === 0 ? 1 : 2,
        measure: 'stillRunning / running / medianShare24m',
        is: 'at-most',
        at: 1 / line.divisor,
      },
      { grade: index === 0 ? 1 : 2, measure: 'p', is: 'at-most', at: line.probability },
    ]),
}

/** The lines in force for the seven sub-levels, in the names of their own measures. Source: docs/indicators.md §4B. */
export const fundingThresholds: FundingThresholds = {
  concentration: ({ concentration }) => [
    ...levels('reliance', 'at-least', concentration.reliance).map(sufficing),
    ...levels('effectiveFunders', 'below', concentration.effectiveFunders).map(sufficing),
  ],
  incomeFall: ({ incomeFall }) => levels('ratio', 'at-most', incomeFall.lines),
  runway: ({ runway }) => levels('months', 'below', runway.lines),
  cliff: ({ cliff }) => levels('months', 'at-most', cliff.lines),
  fulfilment: ({ fulfilment }) => levels('share', 'below', fulfilment.lines),
  retention: ({ retention }) => levels('share', 'below', retention.lines),
  publicShare: ({ publicShare }) => levels('share', 'at-least', publicShare.lines),
}

function levels(measure: string, is: Threshold['is'], lines: readonly number[]): Threshold[] {
  return lines.map((at, index) => ({ grade: (index + 1) as 1 | 2 | 3, measure, is, at }))
}

function sufficing(threshold: Threshold): Threshold {
  return { ...threshold, suffices: true }
}
