import type { Day } from '../../values/day.ts'
import type { FlagReading } from '../flag-reading.ts'
import type { FundingSublevels } from '../funding/funding-reader.ts'
import type { FundingParameters } from '../parameters.ts'
import { dayOf, moneyOf, monthsOf, numberOf, type Sentence, shareOf } from './value.ts'

export const fundingExposures = [
  'largest-funder-until',
  'largest-funder-ended',
  'largest-funder-open',
  'few-funders',
  'runway',
  'cliff',
  'cliff-here',
  'income-fall',
  'late-payments',
  'funders-lost',
  'public-money',
  'spread',
  'calm',
  'eased',
  'unread',
] as const
export type FundingExposure = (typeof fundingExposures)[number]

type Exposed = (
  sublevels: FundingSublevels,
  lines: FundingParameters,
  largestUntil: Day | null,
  today: Day,
) => Sentence<FundingExposure> | null

/** In the order in which one of several equal levels is told. */
const exposedBy: readonly (readonly [keyof FundingSublevels, Exposed])[] = [
  [
    'concentration',
    ({ concentration: { reliance, effectiveFunders, n } }, { concentration }, until, today) => {
      if (reliance === null || effectiveFunders === null) return null
      if (n > 1 && reliance < concentration.reliance[0])
        return { code: 'few-funders', values: { effective: numberOf(effectiveFunders), funders: numberOf(n) } }
      const part = shareOf(reliance)
      if (until === null) return { code: 'largest-funder-open', values: { part } }
      return {
        code: until < today ? 'largest-funder-ended' : 'largest-funder-until',
        values: { part, day: dayOf(until) },
      }
    },
  ],
  [
    'runway',
    ({ runway: { months, reservesMinor } }) =>
      months === null || reservesMinor === null
        ? null
        : { code: 'runway', values: { months: monthsOf(months), reserves: moneyOf(reservesMinor) } },
  ],
  [
    'cliff',
    ({ cliff: { months, month, beforeMinor, afterMinor } }) => {
      if (months === null || month === null || beforeMinor === null || afterMinor === null) return null
      const values = { before: moneyOf(beforeMinor), after: moneyOf(afterMinor) }
      if (months <= 0) return { code: 'cliff-here', values }
      return { code: 'cliff', values: { ...values, month: { type: 'month', value: month }, count: numberOf(months) } }
    },
  ],
  [
    'incomeFall',
    ({ incomeFall: { ratio, incomeMinor, yearBeforeMinor } }) =>
      ratio === null || incomeMinor === null || yearBeforeMinor === null
        ? null
        : {
            code: 'income-fall',
            values: { ratio: shareOf(ratio), income: moneyOf(incomeMinor), before: moneyOf(yearBeforeMinor) },
          },
  ],
  [
    'fulfilment',
    ({ fulfilment: { share, dueMinor, paidMinor } }) =>
      share === null || dueMinor === null || paidMinor === null
        ? null
        : {
            code: 'late-payments',
            values: { share: shareOf(share), due: moneyOf(dueMinor), paid: moneyOf(paidMinor) },
          },
  ],
  [
    'retention',
    ({ retention: { share, countShare, n } }) =>
      share === null || countShare === null
        ? null
        : {
            code: 'funders-lost',
            values: { share: shareOf(share), kept: numberOf(Math.round(countShare * n)), funders: numberOf(n) },
          },
  ],
  [
    'publicShare',
    ({ publicShare: { share, localShare } }) =>
      share === null || localShare === null
        ? null
        : { code: 'public-money', values: { part: shareOf(share), local: shareOf(localShare) } },
  ],
]

/**
 * One sentence of exposure, from the sub-level that is worst. largestUntil: last day of the latest period the largest funder has
 * confirmed. Nobody is named: the network is exposed, nobody failed. Source: docs/indicators.md §7 rule 9.
 */
export function fundingExposure(
  reading: Pick<FlagReading, 'score' | 'heldLevel'>,
  sublevels: FundingSublevels,
  lines: FundingParameters,
  largestUntil: Day | null,
  today: Day,
): Sentence<FundingExposure> {
  const { score } = reading
  if (score === null) return { code: 'unread', values: {} }
  if (score > 0) {
    for (const [name, say] of exposedBy) {
      const said = sublevels[name].level === score ? say(sublevels, lines, largestUntil, today) : null
      if (said !== null) return said
    }
  }
  if (reading.heldLevel !== 'none') return { code: 'eased', values: {} }
  const { reliance, n } = sublevels.concentration
  if (reliance === null) return { code: 'calm', values: {} }
  return { code: 'spread', values: { count: numberOf(n), share: shareOf(reliance) } }
}
