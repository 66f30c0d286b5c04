import type { FundingReading } from '@commonweal/domain/risks/funding/funding-fold'
import type { FundingSublevels } from '@commonweal/domain/risks/funding/funding-reader'
import type { FundingParameters } from '@commonweal/domain/risks/parameters'
import { concentrationTold } from './concentration-words.ts'
import {
  known,
  levelOfGrade,
  sayLevel,
  sayReason,
  type ShownReading,
  type SublevelName,
  type Told,
} from './reading-words.ts'
import type { Voice } from './voice.ts'
import '../words/of/readings.ts'
import '../words/of/risks.ts'

export const sublevelNames = [
  'concentration',
  'incomeFall',
  'runway',
  'cliff',
  'fulfilment',
  'retention',
  'publicShare',
] as const satisfies SublevelName[]

type Tell<Name extends SublevelName> = (v: Voice, reading: FundingSublevels[Name], lines: FundingParameters) => Told

const tell: { readonly [Name in SublevelName]: Tell<Name> } = {
  concentration: concentrationTold,
  incomeFall: (v, { n, ratio, incomeMinor, yearBeforeMinor }, { incomeFall }) => ({
    sentence:
      ratio === null || incomeMinor === null || yearBeforeMinor === null
        ? ''
        : v.t('readings:sublevel.incomeFall.sentence', {
            income: v.money(incomeMinor),
            ratio: v.share(ratio),
            before: v.money(yearBeforeMinor),
          }),
    values: [
      { label: v.t('readings:sublevel.incomeFall.income'), value: known(incomeMinor, v.money) },
      { label: v.t('readings:sublevel.incomeFall.before'), value: known(yearBeforeMinor, v.money) },
      { label: v.t('readings:sublevel.incomeFall.ratio'), value: known(ratio, v.share) },
    ],
    n: v.t('readings:sublevel.incomeFall.n', { n: v.number(n) }),
    formula: v.t('readings:sublevel.incomeFall.formula'),
    lines: lineOf(v, incomeFall.lines, (level, line) =>
      v.t('readings:sublevel.incomeFall.line', { level, ratio: v.share(line) }),
    ),
    needs: v.t('readings:sublevel.incomeFall.needs', { months: v.number(incomeFall.leastHistoryMonths) }),
  }),
  runway: (v, reading, { runway }) => ({
    sentence: runwaySentence(v, reading),
    values: [
      {
        label: v.t('readings:sublevel.runway.months'),
        value:
          known(reading.months, v.number) ??
          known(reading.holdsForMonths, (months) =>
            v.t('readings:sublevel.runway.atLeast', { months: v.number(months) }),
          ),
      },
      { label: v.t('readings:sublevel.runway.stress'), value: known(reading.stressMonths, v.number) },
      { label: v.t('readings:sublevel.runway.severe'), value: known(reading.severeMonths, v.number) },
      { label: v.t('readings:sublevel.runway.reserves'), value: known(reading.reservesMinor, v.money) },
      {
        label: v.t('readings:sublevel.runway.from'),
        value: known(reading.incomeFrom, (from) => v.t(`readings:sublevel.runway.${from}`)),
      },
    ],
    n: v.t('readings:sublevel.runway.n', { n: v.number(reading.n) }),
    formula: v.t('readings:sublevel.runway.formula', {
      expected: v.share(runway.haircut.expected),
      stress: v.share(runway.haircut.stress),
      severe: v.share(runway.haircut.severe),
      payments: v.number(runway.provenPayments),
    }),
    lines: lineOf(v, runway.lines, (level, line) =>
      v.t('readings:sublevel.runway.line', { level, months: v.number(line) }),
    ),
    needs: v.t('readings:sublevel.runway.needs'),
  }),
  cliff: (v, reading, { cliff }) => ({
    sentence: cliffSentence(v, reading),
    values: [
      { label: v.t('readings:sublevel.cliff.months'), value: known(reading.months, v.number) },
      { label: v.t('readings:sublevel.cliff.before'), value: known(reading.beforeMinor, v.money) },
      { label: v.t('readings:sublevel.cliff.after'), value: known(reading.afterMinor, v.money) },
    ],
    n: v.t('readings:sublevel.cliff.n', { n: v.number(reading.n) }),
    formula: v.t('readings:sublevel.cliff.formula', { look: v.number(cliff.lookMonths), ratio: v.share(cliff.ratio) }),
    lines: lineOf(v, cliff.lines, (level, line) =>
      v.t('readings:sublevel.cliff.line', { level, months: v.number(line) }),
    ),
    needs: v.t('readings:sublevel.cliff.needs', { pledges: v.number(cliff.leastPledges) }),
  }),
  fulfilment: (v, { n, share, dueMinor, paidMinor }, { fulfilment }) => ({
    sentence:
      share === null || dueMinor === null || paidMinor === null
        ? ''
        : v.t('readings:sublevel.fulfilment.sentence', {
            due: v.money(dueMinor),
            days: v.number(fulfilment.graceDays),
            paid: v.money(paidMinor),
            share: v.share(share),
          }),
    values: [
      { label: v.t('readings:sublevel.fulfilment.due'), value: known(dueMinor, v.money) },
      { label: v.t('readings:sublevel.fulfilment.paid'), value: known(paidMinor, v.money) },
      { label: v.t('readings:sublevel.fulfilment.share'), value: known(share, v.share) },
    ],
    n: v.t('readings:sublevel.fulfilment.n', { n: v.number(n) }),
    formula: v.t('readings:sublevel.fulfilment.formula', { days: v.number(fulfilment.graceDays) }),
    lines: lineOf(v, fulfilment.lines, (level, line) =>
      v.t('readings:sublevel.fulfilment.line', { level, share: v.share(line) }),
    ),
    needs: v.t('readings:sublevel.fulfilment.needs', {
      dues: v.number(fulfilment.leastDues),
      part: v.share(fulfilment.leastBudgetShare),
    }),
  }),
  retention: (v, { n, share, countShare, interval }, { retention }) => ({
    sentence:
      share === null || countShare === null
        ? ''
        : v.t('readings:sublevel.retention.sentence', {
            share: v.share(share),
            kept: v.number(Math.round(countShare * n)),
            n: v.number(n),
          }),
    values: [
      { label: v.t('readings:sublevel.retention.share'), value: known(share, v.share) },
      { label: v.t('readings:sublevel.retention.countShare'), value: known(countShare, v.share) },
      {
        label: v.t('readings:sublevel.retention.interval'),
        value: known(interval, ({ low, high }) => `${v.share(low)} – ${v.share(high)}`),
      },
    ],
    n: v.t('readings:sublevel.retention.n', { n: v.number(n) }),
    formula: v.t('readings:sublevel.retention.formula', { months: v.number(retention.renewalMonths) }),
    lines: lineOf(v, retention.lines, (level, line) =>
      v.t('readings:sublevel.retention.line', { level, share: v.share(line) }),
    ),
    needs: v.t('readings:sublevel.retention.needs', { funders: v.number(retention.leastFunders) }),
  }),
  publicShare: (v, { n, share, localShare }, { publicShare, leastHistoryMonths }) => ({
    sentence:
      share === null || localShare === null
        ? ''
        : v.t('readings:sublevel.publicShare.sentence', { share: v.share(share), local: v.share(localShare) }),
    values: [
      { label: v.t('readings:sublevel.publicShare.share'), value: known(share, v.share) },
      { label: v.t('readings:sublevel.publicShare.local'), value: known(localShare, v.share) },
    ],
    n: v.t('readings:sublevel.publicShare.n', { n: v.number(n) }),
    formula: v.t('readings:sublevel.publicShare.formula'),
    lines: lineOf(v, publicShare.lines, (level, line) =>
      v.t('readings:sublevel.publicShare.line', { level, share: v.share(line) }),
    ),
    needs: v.t('readings:sublevel.publicShare.needs', { months: v.number(leastHistoryMonths) }),
  }),
}

function runwaySentence(v: Voice, { months, holdsForMonths, reservesMinor }: FundingSublevels['runway']): string {
  if (reservesMinor === null) return ''
  const reserves = v.money(reservesMinor)
  if (months !== null) return v.t('readings:sublevel.runway.sentence', { reserves, months: v.number(months) })
  if (holdsForMonths === null) return ''
  return v.t('readings:sublevel.runway.holds', { reserves, months: v.number(holdsForMonths) })
}

function cliffSentence(v: Voice, reading: FundingSublevels['cliff']): string {
  const { months, month, beforeMinor, afterMinor, noneWithinMonths } = reading
  if (noneWithinMonths !== null) return v.t('readings:sublevel.cliff.none', { months: v.number(noneWithinMonths) })
  if (months === null || month === null || beforeMinor === null || afterMinor === null) return ''
  const [before, after] = [v.money(beforeMinor), v.money(afterMinor)]
  if (months <= 0) return v.t('readings:sublevel.cliff.here', { before, after })
  return v.t('readings:sublevel.cliff.sentence', { month: v.month(month), count: months, before, after })
}

/** One line for each level that has one. */
function lineOf(v: Voice, lines: readonly number[], say: (level: string, line: number) => string): string[] {
  return lines.map((line, index) => say(sayLevel(v, levelOfGrade((index + 1) as 1 | 2 | 3)), line))
}

/** One sub-level of a month in words. */
export function sublevelInWords<Name extends SublevelName>(
  v: Voice,
  name: Name,
  reading: FundingSublevels[Name],
  lines: FundingParameters,
): ShownReading {
  const told = tell[name](v, reading, lines)
  const key: SublevelName = name
  return {
    name,
    title: v.t(`readings:sublevel.${key}.title`),
    question: v.t(`readings:sublevel.${key}.question`),
    grade: reading.level,
    ...told,
    sentence:
      reading.level === null || told.sentence === ''
        ? v.t('risks:unreadable', { reason: sayReason(v, reading.reason) })
        : told.sentence,
  }
}

/** The seven sub-levels of a month. */
export function fundingInWords(v: Voice, reading: FundingReading, lines: FundingParameters): ShownReading[] {
  return sublevelNames.map((name) => sublevelInWords(v, name, reading.sublevels[name], lines))
}
