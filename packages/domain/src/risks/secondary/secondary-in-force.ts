import { addMonths, type Month } from '../../values/month.ts'
import type { History } from '../history.ts'
import { parametersInForce, type ThresholdSpan, type ThresholdVersion } from '../thresholds.ts'
import { thresholdSpans } from '../timeline-in-force.ts'
import type { SecondaryFlagName } from './flag-names.ts'
import { secondaryTimeline, type SecondaryTimeline } from './secondary-timeline.ts'

export interface SecondaryInForce extends SecondaryTimeline {
  /** Which lines judge which months, and which flags are switched off in them; the first begins with the first month. */
  readonly thresholds: readonly ThresholdSpan[]
}

/**
 * The secondary readings of the months from..to, each by the table in force in it. All flags are read, also those switched off; `wantedIn`
 * leaves those out. Costs one fold for each version that is in force somewhere in the range.
 */
export function secondaryInForce(
  history: History,
  from: Month,
  to: Month,
  versions: readonly ThresholdVersion[],
): SecondaryInForce {
  const spans = thresholdSpans(from, to, versions)
  const read = spans.map((span, index) => {
    const next = spans[index + 1]
    const last = next ? addMonths(next.from, -1) : to
    return secondaryTimeline(history, span.from, last, parametersInForce(span.values, span.version))
  })
  const last = read.at(-1)
  if (last === undefined) throw new RangeError(`no month from ${from} to ${to}`)
  return { ...last, thresholds: spans, months: read.flatMap(({ months }) => months) }
}

/** The flags a community had switched off in a month. */
export function switchedOffIn(spans: readonly ThresholdSpan[], month: Month): readonly SecondaryFlagName[] {
  return spans.findLast(({ from }) => from <= month)?.values?.switchedOff ?? []
}

/** The flags of a month without those the community had switched off in it. */
export function wantedIn<Flags extends Readonly<Partial<Record<SecondaryFlagName, unknown>>>>(
  flags: Flags,
  spans: readonly ThresholdSpan[],
  month: Month,
): Partial<Flags> {
  const off: readonly string[] = switchedOffIn(spans, month)
  return Object.fromEntries(Object.entries(flags).filter(([name]) => !off.includes(name))) as Partial<Flags>
}
