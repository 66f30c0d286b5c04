import type { Assessment } from '@commonweal/contracts/assessments'
import type { HandlingRow } from '@commonweal/contracts/handling'
import { revisedMonths, type RevisedMonth } from '@commonweal/domain/risks/revised-months'
import { judgedOtherwise, type ThresholdSpan } from '@commonweal/domain/risks/thresholds'
import type { MonthReading } from '@commonweal/domain/risks/timeline'
import type { FlagName } from './flag-words.ts'

export const markKinds = ['revised', 'thresholds', 'measure'] as const
export type MarkKind = (typeof markKinds)[number]

/** Something that happened to the line of a flag in a month. */
export interface Mark {
  readonly key: string
  readonly kind: MarkKind
  readonly flag: FlagName
  readonly month: string
  readonly revision?: Revision
  readonly measure?: HandlingRow
}

/** What was said of a flag when its month was assessed, beside what is known now. */
export interface Revision extends RevisedMonth {
  readonly assessedAt: string
  readonly knownOn: string
}

/** The flags of months that read otherwise now than when they were first spoken of. */
export function revisionsOf(said: readonly Assessment[], months: readonly MonthReading[]): Revision[] {
  const first = said.filter(({ position }) => position === 0)
  const byMonth = new Map(first.map((one) => [one.month, one]))
  return revisedMonths(first, months).flatMap((revised) => {
    const kept = byMonth.get(revised.month)
    return revised.isLevelRevised && kept ? [{ ...revised, assessedAt: kept.assessedAt, knownOn: kept.knownOn }] : []
  })
}

/** Everything to be marked on the lines, in the order of the months. */
export function marksOf(
  revisions: readonly Revision[],
  spans: readonly ThresholdSpan[],
  measures: readonly HandlingRow[],
): Mark[] {
  const marks: Mark[] = [
    ...revisions.map((revision): Mark => ({
      key: `revised ${revision.flag} ${revision.month}`,
      kind: 'revised',
      flag: revision.flag,
      month: revision.month,
      revision,
    })),
    ...spans.slice(1).flatMap(({ from, version, values }, index) =>
      judgedOtherwise(spans[index]?.values ?? null, values).map((flag): Mark => ({
        key: `${version} ${flag} ${from}`,
        kind: 'thresholds',
        flag,
        month: from,
      })),
    ),
    ...measures.map((measure): Mark => ({
      key: measure.id,
      kind: 'measure',
      flag: measure.flag,
      month: measure.month,
      measure,
    })),
  ]
  return marks.toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))
}
