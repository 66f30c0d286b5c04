import type { FundingSublevels } from '@commonweal/domain/risks/funding/funding-reader'
import type { FundingParameters } from '@commonweal/domain/risks/parameters'
import { known, levelOfGrade, sayLevel, sayReason, type Told } from './reading-words.ts'
import type { Voice } from './voice.ts'
import '../words/of/readings.ts'

type Concentration = FundingSublevels['concentration']

/** Concentration with its cover, in words. */
export function concentrationTold(v: Voice, reading: Concentration, lines: FundingParameters): Told {
  const { n, reliance, effectiveFunders, hhi, largestFunderId } = reading
  const { concentration, cover } = lines
  return {
    sentence: [concentrationSentence(v, reading), coverSentence(v, reading, lines)].filter(Boolean).join(' '),
    values: [
      {
        label: v.t('readings:sublevel.concentration.largest'),
        value: null,
        ...(largestFunderId === null ? {} : { organisationId: largestFunderId }),
      },
      { label: v.t('readings:sublevel.concentration.reliance'), value: known(reliance, v.share) },
      { label: v.t('readings:sublevel.concentration.effective'), value: known(effectiveFunders, v.number) },
      {
        label: v.t('readings:sublevel.concentration.hhi'),
        value: known(hhi, v.fine),
      },
      { label: v.t('readings:sublevel.concentration.cover'), value: sayCover(v, reading) },
    ],
    n: v.t('readings:sublevel.concentration.n', { n: v.number(n) }),
    formula: v.t('readings:sublevel.concentration.formula', {
      ease: v.number(cover.easeAboveMonths),
      tighten: v.number(cover.tightenBelowMonths),
    }),
    lines: concentration.reliance.map((line, index) =>
      v.t('readings:sublevel.concentration.line', {
        level: sayLevel(v, levelOfGrade((index + 1) as 1 | 2 | 3)),
        share: v.share(line),
        effective: v.number(concentration.effectiveFunders[index] ?? 0),
      }),
    ),
    needs: v.t('readings:sublevel.concentration.needs', { months: v.number(lines.leastHistoryMonths) }),
  }
}

function concentrationSentence(v: Voice, { n, reliance, effectiveFunders }: Concentration): string {
  if (reliance === null || effectiveFunders === null) return ''
  if (n === 1) return v.t('readings:sublevel.concentration.single')
  return v.t('readings:sublevel.concentration.sentence', {
    n: v.number(n),
    share: v.share(reliance),
    effective: v.number(effectiveFunders),
  })
}

function coverSentence(v: Voice, { cover, level }: Concentration, { cover: lines }: FundingParameters): string {
  if (!level || cover.adjustment === 0) return ''
  if (cover.adjustment < 0) return v.t('readings:sublevel.concentration.eased')
  return v.t('readings:sublevel.concentration.tightened', { months: v.number(lines.tightenBelowMonths) })
}

/** How long the reserves last without the largest funder. */
export function sayCover(v: Voice, { level, cover }: Concentration): string | null {
  if (level === null) return null
  if (cover.lastsForEver) return v.t('readings:sublevel.concentration.coverForever')
  if (cover.stressRunwayMonths === null) return cover.reason === undefined ? null : sayReason(v, cover.reason)
  return v.t('readings:sublevel.concentration.coverMonths', { months: v.number(cover.stressRunwayMonths) })
}
