import type { FlagReading } from '../flag-reading.ts'
import type { StagnationParameters } from '../parameters.ts'
import type { StagnationFamilies } from '../stagnation/stagnation-reader.ts'
import { stagnationBaseline } from './reading-values.ts'
import { dayOf, numberOf, type Sentence, shareOf } from './value.ts'

export const stagnationExposures = [
  'silent-and-emptier',
  'silent',
  'slower',
  'emptier',
  'running-out',
  'same-circle',
  'no-newcomer',
  'renewing',
  'calm',
  'eased',
  'unread',
] as const
export type StagnationExposure = (typeof stagnationExposures)[number]

/**
 * One sentence of exposure, from the families that carry most points; of equals silence first, then participation, renewal, pipeline
 * and novelty. Says what the network is exposed to and never that somebody failed. Source: docs/indicators.md §7 rule 9.
 */
export function stagnationExposure(
  reading: Pick<FlagReading, 'score' | 'heldLevel'>,
  { renewal, gap, novelty, participation, pipeline }: StagnationFamilies,
  lines: StagnationParameters,
): Sentence<StagnationExposure> {
  if (reading.score === null) return { code: 'unread', values: {} }
  const points = {
    gap: gap.points ?? 0,
    participation: participation.points ?? 0,
    renewal: renewal.points ?? 0,
    pipeline: pipeline.points ?? 0,
    novelty: novelty.points ?? 0,
  }
  const most = Math.max(...Object.values(points))
  const silent = { day: dayOf(gap.lastStartOn ?? ''), days: numberOf(gap.days ?? 0) }
  const emptier = { now: numberOf(participation.now ?? 0), median: numberOf(participation.median24m ?? 0) }
  if (most > 0) {
    if (points.gap > 0 && points.participation > 0)
      return { code: 'silent-and-emptier', values: { ...silent, ...emptier } }
    if (points.gap === most) return { code: 'silent', values: silent }
    if (points.participation === most) return { code: 'emptier', values: emptier }
    if (points.renewal === most) {
      const usual = stagnationBaseline.renewal(renewal, lines) ?? numberOf(0)
      return { code: 'slower', values: { count: numberOf(renewal.now ?? 0), usual } }
    }
    if (points.pipeline === most) {
      const { stillRunning, running, horizonMonths } = pipeline
      return {
        code: 'running-out',
        values: {
          count: numberOf(stillRunning ?? 0),
          running: numberOf(running ?? 0),
          horizon: numberOf(horizonMonths ?? 0),
        },
      }
    }
    if (novelty.isSaturated === true) return { code: 'no-newcomer', values: {} }
    return {
      code: 'same-circle',
      values: { rate: shareOf(novelty.newTieRate ?? 0), expected: shareOf(novelty.untriedPairShare ?? 0) },
    }
  }
  if (reading.heldLevel !== 'none') return { code: 'eased', values: {} }
  if (renewal.now === null || participation.now === null) return { code: 'calm', values: {} }
  return { code: 'renewing', values: { count: numberOf(renewal.now), partners: numberOf(participation.now) } }
}
