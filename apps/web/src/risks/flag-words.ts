import { flagLevels, type FlagLevel } from '@commonweal/domain/risks/flag-level'
import type { FlagReading } from '@commonweal/domain/risks/flag-reading'
import type { FundingReading } from '@commonweal/domain/risks/funding/funding-fold'
import type { WithheldSource } from '@commonweal/domain/risks/history-seen-by'
import type { Parameters } from '@commonweal/domain/risks/parameters'
import type { StagnationReading } from '@commonweal/domain/risks/stagnation/stagnation-fold'
import { fundingInWords } from './funding-words.ts'
import { sayLevel, sayReason, type ShownReading } from './reading-words.ts'
import { stagnationInWords } from './stagnation-words.ts'
import type { Voice } from './voice.ts'
import '../words/of/risks.ts'

export type FlagName = 'stagnation' | 'funding'
export const flagNames = ['stagnation', 'funding'] as const satisfies FlagName[]

/** The sentence of exposure: what stands out, said of the network and never of somebody. */
export function stagnationHeadline(v: Voice, reading: StagnationReading, { stagnation }: Parameters): string {
  const shown = stagnationInWords(v, reading, stagnation)
  const leading = strongest(shown)
  if (leading) return leading.sentence
  if (reading.score === null)
    return shown.find((one) => typeof one.grade === 'number')?.sentence ?? v.t('risks:headline.none')
  if (reading.heldLevel !== 'none') return v.t('risks:headline.eased')
  const { now: starts } = reading.families.renewal
  const { now: partners } = reading.families.participation
  if (starts === null || partners === null) return v.t('risks:headline.stagnationCalm')
  return v.t('risks:headline.stagnationCalmCounts', { count: starts, partners: v.number(partners) })
}

export function fundingHeadline(v: Voice, reading: FundingReading, { funding }: Parameters): string {
  const shown = fundingInWords(v, reading, funding)
  const leading = strongest(shown)
  const { reliance, effectiveFunders, n } = reading.sublevels.concentration
  if (leading?.name === 'concentration' && reliance !== null) {
    return relianceSentence(v, reliance, effectiveFunders, n, funding.concentration.reliance[0])
  }
  if (leading) return leading.sentence
  if (reading.score === null) return v.t('risks:headline.none')
  if (reading.heldLevel !== 'none') return v.t('risks:headline.eased')
  if (reliance === null) return v.t('risks:headline.fundingCalm')
  return v.t('risks:headline.fundingCalmShare', { count: n, share: v.share(reliance) })
}

/** The reading with the highest grade above zero; of equals the first. */
function strongest(shown: readonly ShownReading[]): ShownReading | undefined {
  return shown.reduce<ShownReading | undefined>(
    (most, one) => ((one.grade ?? 0) > (most?.grade ?? 0) ? one : most),
    undefined,
  )
}

function relianceSentence(v: Voice, reliance: number, effective: number | null, funders: number, line: number): string {
  if (funders === 1) return v.t('risks:headline.oneFunder')
  if (reliance < line && effective !== null) return v.t('risks:headline.few', { effective: v.number(effective) })
  const share = v.share(reliance)
  const fraction = fractionOf(reliance)
  if (fraction === null) return v.t('risks:headline.share', { share })
  return v.t('risks:headline.fraction', { fraction: v.t(`risks:fraction.${fraction}`), share })
}

/** The plain fraction a share is close to, or null. */
function fractionOf(share: number) {
  if (share >= 0.92) return 'nearlyAll'
  const near = (value: number) => Math.abs(share - value) <= 0.03
  if (near(1 / 3)) return 'third'
  if (near(1 / 2)) return 'half'
  if (near(2 / 3)) return 'twoThirds'
  return near(3 / 4) ? 'threeQuarters' : null
}

/** Which parts carry the score, the strongest first. */
export function saySigns(v: Voice, shown: readonly ShownReading[], flag: FlagName): string | null {
  const signs = shown.filter((one) => (one.grade ?? 0) > 0).toSorted((a, b) => (b.grade ?? 0) - (a.grade ?? 0))
  if (signs.length === 0) return null
  const said = signs.map(({ title, grade }) => {
    const much =
      flag === 'stagnation' ? v.t('risks:points', { count: grade ?? 0 }) : sayLevel(v, flagLevels[grade ?? 0] ?? 'none')
    return `${title} (${much})`
  })
  return v.t('risks:headline.points', { list: v.list(said) })
}

/** Whether there was no reading up to this month at all, so that no level of an earlier time is held. */
export function isNeverRead({ insufficientSince }: FlagReading, firstMonth: string): boolean {
  return insufficientSince === firstMonth
}

/** What else has to be known to read the level rightly: no reading, held, easing, rising, capped. */
export function flagNotes(v: Voice, reading: FlagReading, { flags }: Parameters, firstMonth: string): string[] {
  const notes: string[] = []
  if (reading.level === 'insufficient-data') {
    notes.push(v.t('risks:note.insufficient', { reason: sayReason(v, reading.reason) }))
    if (isNeverRead(reading, firstMonth)) return [...notes, v.t('risks:note.notYet')]
    if (reading.insufficientSince) {
      notes.push(v.t('risks:note.insufficientSince', { month: v.month(reading.insufficientSince) }))
    }
    if (reading.heldLevel === 'none' && reading.insufficientSince) notes.push(v.t('risks:note.heldNone'))
    if (reading.isStale) notes.push(v.t('risks:note.stale'))
    return notes
  }
  if (reading.readingsBelowLeave > 0) {
    notes.push(v.t('risks:note.easing', { count: reading.readingsBelowLeave, needed: v.number(flags.releaseReadings) }))
  }
  if (reading.calledLevel && rank(reading.calledLevel) > rank(reading.heldLevel)) {
    const { calls, of } = flags.rise
    notes.push(
      v.t('risks:note.rising', { level: sayLevel(v, reading.calledLevel), calls: v.number(calls), of: v.number(of) }),
    )
  }
  if (reading.evidenceOnset && reading.onset && reading.evidenceOnset < reading.onset)
    notes.push(v.t('risks:note.evidence', { day: v.day(reading.evidenceOnset) }))
  if (reading.heldLevel !== 'none' && reading.reopenedCount > 0) notes.push(v.t('risks:note.reopened'))
  return notes
}

/** What only the stagnation flag knows: how old the network is, and whether it is closing. */
export function lifeNotes(v: Voice, reading: StagnationReading): string[] {
  if (reading.isInformationOnly) return [v.t('risks:note.closing')]
  if (reading.level === 'insufficient-data' || !reading.cappedAtWatch) return []
  return [
    reading.formingThrough
      ? v.t('risks:note.cappedUntil', { day: v.day(reading.formingThrough) })
      : v.t('risks:note.capped'),
  ]
}

function rank(level: FlagLevel): number {
  return flagLevels.indexOf(level)
}

/** What the person may not see, on which therefore nothing rests; null where nothing is withheld. */
export function sayWithheld(v: Voice, withheld: readonly WithheldSource[] = []): string | null {
  const list = withheldInWords(v, withheld)
  return list === null ? null : v.t('risks:note.withheld', { list })
}

/** The kinds of record that are withheld as a list in words; null where none is. */
export function withheldInWords(v: Voice, withheld: readonly WithheldSource[] = []): string | null {
  const named = (['costs', 'reserves'] as const).filter((source) => withheld.includes(source))
  return named.length === 0 ? null : v.list(named.map((source) => v.t(`risks:note.source.${source}`)))
}

/** The readings, the one that rests on withheld records with that as its reason: they may well be kept. */
export function withUnseen(
  v: Voice,
  shown: readonly ShownReading[],
  withheld: readonly WithheldSource[] | undefined,
): readonly ShownReading[] {
  const list = withheldInWords(v, withheld)
  if (list === null) return shown
  const sentence = v.t('risks:note.unseen', { list })
  return shown.map((one) => (one.name === 'runway' && one.grade === null ? { ...one, sentence } : one))
}
