import { wilsonInterval } from '../statistics/wilson.ts'
import type { SecondaryParameters } from './secondary-parameters.ts'
import { levelOf, share, type Signal, type SignalLevel, unread } from './signal.ts'

export interface YouthInputs {
  /** Initiatives of the window with a known partner. */
  readonly initiatives: number
  /** Those in which young people take part themselves, through a youth group. */
  readonly direct: number
  /** Those of the direct ones whose length is known, and in which the youth group joined in the first third. */
  readonly directOfKnownLength: number
  readonly early: number
  /** Initiatives with a school or a service for them, and no youth group. */
  readonly proxyOnly: number
}

const WARNING = 2

/**
 * Youth: the share of initiatives of 12 months in which young people take part themselves, judged by the upper end of its interval;
 * none at all in five initiatives or more calls for warning. Represented only by schools or social services is no part and counted
 * apart. value: that share, 0..1, with Wilson's interval. n: initiatives. Source: docs/indicators.md §6; docs/adr/0073.
 */
export function readYouth(inputs: YouthInputs, lines: SecondaryParameters['youth']): Signal {
  const { initiatives, direct } = inputs
  const interval = wilsonInterval(direct, initiatives)
  if (interval === null) return unread('zero-denominator')
  const isNone = direct === 0 && initiatives >= lines.leastInitiativesForNone
  const byBound = levelOf(lines.upperBound, (line) => interval.high < line)
  const score: SignalLevel = isNone && byBound < WARNING ? WARNING : byBound
  return {
    score,
    value: share(direct, initiatives),
    interval,
    n: initiatives,
    parts: { direct: score },
    contributors: {},
    reported: {
      direct,
      earlyShare: share(inputs.early, inputs.directOfKnownLength),
      directOfKnownLength: inputs.directOfKnownLength,
      proxyOnly: inputs.proxyOnly,
      proxyRatio: share(inputs.proxyOnly, inputs.proxyOnly + direct),
    },
    persons: null,
  }
}
