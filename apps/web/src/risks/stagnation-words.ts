import type { StagnationParameters } from '@commonweal/domain/risks/parameters'
import type { StagnationReading } from '@commonweal/domain/risks/stagnation/stagnation-fold'
import type { StagnationFamilies } from '@commonweal/domain/risks/stagnation/stagnation-reader'
import { known, sayReason, type FamilyName, type ShownReading, type Told } from './reading-words.ts'
import type { Voice } from './voice.ts'
import '../words/of/readings.ts'
import '../words/of/risks.ts'

export const familyNames = ['renewal', 'gap', 'novelty', 'participation', 'pipeline'] as const satisfies FamilyName[]

type Tell<Name extends FamilyName> = (v: Voice, reading: StagnationFamilies[Name], lines: StagnationParameters) => Told

const tell: { readonly [Name in FamilyName]: Tell<Name> } = {
  renewal: (v, { n, now, base, baseMonths, pBelow75pct, pBelow50pct }, { renewal, windowMonths }) => ({
    sentence:
      now === null || base === null || !baseMonths
        ? ''
        : v.t('readings:family.renewal.sentence', { count: now, usual: v.number((base / baseMonths) * windowMonths) }),
    values: [
      { label: v.t('readings:family.renewal.now'), value: known(now, v.number) },
      {
        label: v.t('readings:family.renewal.base', { months: v.number(baseMonths ?? 24) }),
        value: known(base, v.number),
      },
      { label: v.t('readings:family.renewal.below75'), value: known(pBelow75pct, v.chance) },
      { label: v.t('readings:family.renewal.below50'), value: known(pBelow50pct, v.chance) },
    ],
    n: v.t('readings:family.renewal.n', { n: v.number(n) }),
    formula: v.t('readings:family.renewal.formula'),
    lines: [renewal.onePoint, renewal.twoPoints].map(({ ratio, probability }, index) =>
      v.t('readings:family.renewal.line', {
        points: points(v, index + 1),
        probability: v.share(probability),
        ratio: v.share(ratio),
      }),
    ),
    needs: v.t('readings:family.renewal.needs', {
      months: v.number(renewal.leastHistoryMonths),
      starts: v.number(renewal.leastBaseStarts),
    }),
  }),
  gap: (v, { n, days, lastStartOn, startDays24m, exposureMonths, p }, { gap }) => ({
    sentence:
      days === null || lastStartOn === null
        ? ''
        : v.t('readings:family.gap.sentence', { count: days, day: v.day(lastStartOn) }),
    values: [
      { label: v.t('readings:family.gap.days'), value: known(days, v.number) },
      { label: v.t('readings:family.gap.lastStartOn'), value: known(lastStartOn, v.day) },
      { label: v.t('readings:family.gap.startDays'), value: known(startDays24m, v.number) },
      { label: v.t('readings:family.gap.exposure'), value: known(exposureMonths, v.number) },
      { label: v.t('readings:family.gap.p'), value: known(p, v.chance) },
    ],
    n: v.t('readings:family.gap.n', { n: v.number(n) }),
    formula: v.t('readings:family.gap.formula'),
    lines: [gap.onePoint, gap.twoPoints].map(({ probabilityBelow, days }, index) =>
      v.t('readings:family.gap.line', {
        points: points(v, index + 1),
        probability: v.share(probabilityBelow),
        days: v.number(days),
      }),
    ),
    needs: v.t('readings:family.gap.needs', {
      days: v.number(gap.leastStartDays),
      months: v.number(gap.leastExposureMonths),
    }),
  }),
  novelty: (v, reading, { novelty }) => ({
    sentence: noveltySentence(v, reading),
    values: [
      { label: v.t('readings:family.novelty.initiatives'), value: known(reading.initiatives, v.number) },
      { label: v.t('readings:family.novelty.newTieRate'), value: known(reading.newTieRate, v.share) },
      { label: v.t('readings:family.novelty.untried'), value: known(reading.untriedPairShare, v.share) },
      { label: v.t('readings:family.novelty.relative'), value: known(reading.relative, v.share) },
      { label: v.t('readings:family.novelty.newPartners'), value: known(reading.newPartnerRate, v.share) },
    ],
    n: v.t('readings:family.novelty.n', { n: v.number(reading.n) }),
    formula: v.t('readings:family.novelty.formula', {
      months: v.number(novelty.memoryMonths),
      most: v.number(novelty.mostPartnersForPairs ?? 0),
    }),
    lines: [
      ...[novelty.onePointRelative, novelty.twoPointsRelative].map((relative, index) =>
        v.t('readings:family.novelty.line', { points: points(v, index + 1), relative: v.share(relative) }),
      ),
      v.t('readings:family.novelty.saturatedLine', { share: v.share(novelty.saturatedBelow) }),
    ],
    needs: v.t('readings:family.novelty.needs', {
      months: v.number(novelty.leastHistoryMonths),
      initiatives: v.number(novelty.leastJointInitiatives),
    }),
  }),
  participation: (v, { n, now, median24m }, { participation }) => ({
    sentence:
      now === null || median24m === null
        ? ''
        : v.t('readings:family.participation.sentence', { count: now, median: v.number(median24m) }),
    values: [
      { label: v.t('readings:family.participation.now'), value: known(now, v.number) },
      { label: v.t('readings:family.participation.median'), value: known(median24m, v.number) },
    ],
    n: v.t('readings:family.participation.n', { n: v.number(n) }),
    formula: v.t('readings:family.participation.formula'),
    lines: [participation.onePointShare, participation.twoPointsShare].map((share, index) =>
      v.t('readings:family.participation.line', { points: points(v, index + 1), share: v.share(share) }),
    ),
    needs: v.t('readings:family.participation.needs', { median: v.number(participation.leastMedian) }),
  }),
  pipeline: (v, { n, horizonMonths, stillRunning, running, medianShare24m, p }, { pipeline }) => ({
    sentence:
      stillRunning === null || running === null || horizonMonths === null || medianShare24m === null
        ? ''
        : v.t('readings:family.pipeline.sentence', {
            still: v.number(stillRunning),
            running: v.number(running),
            share: v.share(stillRunning / running),
            horizon: v.number(horizonMonths),
            median: v.share(medianShare24m),
          }),
    values: [
      { label: v.t('readings:family.pipeline.still'), value: known(stillRunning, v.number) },
      { label: v.t('readings:family.pipeline.running'), value: known(running, v.number) },
      { label: v.t('readings:family.pipeline.horizon'), value: known(horizonMonths, v.number) },
      { label: v.t('readings:family.pipeline.median'), value: known(medianShare24m, v.share) },
      { label: v.t('readings:family.pipeline.p'), value: known(p, v.chance) },
    ],
    n: v.t('readings:family.pipeline.n', { n: v.number(n) }),
    formula: v.t('readings:family.pipeline.formula'),
    lines: [pipeline.onePoint, pipeline.twoPoints].map(({ divisor, probability }, index) =>
      v.t('readings:family.pipeline.line', {
        points: points(v, index + 1),
        divisor: v.number(divisor),
        probability: v.share(probability),
      }),
    ),
    needs: v.t('readings:family.pipeline.needs', {
      running: v.number(pipeline.leastRunning),
      durations: v.number(pipeline.leastDurations),
      months: v.number(pipeline.leastPastMonths),
    }),
  }),
}

function noveltySentence(v: Voice, reading: StagnationFamilies['novelty']): string {
  const { isSaturated, newTieRate, untriedPairShare, newPartnerRate } = reading
  if (isSaturated && newPartnerRate !== null) {
    return v.t('readings:family.novelty.saturated', { newcomers: v.share(newPartnerRate) })
  }
  if (newTieRate === null || untriedPairShare === null) return ''
  return v.t('readings:family.novelty.sentence', { rate: v.share(newTieRate), expected: v.share(untriedPairShare) })
}

function points(v: Voice, count: number): string {
  return v.t('risks:points', { count })
}

/** One family of a month in words. */
export function familyInWords<Name extends FamilyName>(
  v: Voice,
  name: Name,
  reading: StagnationFamilies[Name],
  lines: StagnationParameters,
): ShownReading {
  const told = tell[name](v, reading, lines)
  const key: FamilyName = name
  return {
    name,
    title: v.t(`readings:family.${key}.title`),
    question: v.t(`readings:family.${key}.question`),
    grade: reading.points,
    ...told,
    sentence:
      reading.points === null || told.sentence === ''
        ? v.t('risks:unreadable', { reason: sayReason(v, reading.reason) })
        : told.sentence,
  }
}

/** The five families of a month, and what is reported beside them. */
export function stagnationInWords(v: Voice, reading: StagnationReading, lines: StagnationParameters): ShownReading[] {
  return [
    ...familyNames.map((name) => familyInWords(v, name, reading.families[name], lines)),
    dormancyInWords(v, reading.reported.dormancy, lines),
  ]
}

function dormancyInWords(
  v: Voice,
  { n, dormant, share, interval, reason }: StagnationReading['reported']['dormancy'],
  lines: StagnationParameters,
): ShownReading {
  const days = v.number(lines.quietDays)
  return {
    name: 'dormancy',
    title: v.t('readings:family.dormancy.title'),
    question: v.t('readings:family.dormancy.question'),
    grade: undefined,
    sentence:
      dormant === null
        ? v.t('risks:unreadable', { reason: sayReason(v, reason) })
        : v.t('readings:family.dormancy.sentence', { count: dormant, n: v.number(n), days }),
    values: [
      { label: v.t('readings:family.dormancy.share'), value: known(share, v.share) },
      {
        label: v.t('readings:family.dormancy.interval'),
        value: known(interval, ({ low, high }) => `${v.share(low)} – ${v.share(high)}`),
      },
    ],
    n: v.t('readings:family.dormancy.n', { n: v.number(n) }),
    formula: v.t('readings:family.dormancy.formula', { days }),
    lines: [],
    needs: v.t('readings:family.dormancy.needs', { members: v.number(lines.dormancy.leastMembers) }),
  }
}
