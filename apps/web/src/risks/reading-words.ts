import type { Reason } from '@commonweal/domain/risks/reason'
import type { SublevelBase } from '@commonweal/domain/risks/funding/sublevel'
import { flagLevels, type FlagLevel } from '@commonweal/domain/risks/flag-level'
import type { FundingSublevels } from '@commonweal/domain/risks/funding/funding-reader'
import type { StagnationFamilies } from '@commonweal/domain/risks/stagnation/stagnation-reader'
import type { Voice } from './voice.ts'
import '../words/of/risks.ts'

export type FamilyName = keyof StagnationFamilies
export type SublevelName = keyof FundingSublevels
export type ReadingName = FamilyName | SublevelName | 'dormancy'

/** A value of a reading as a person reads it; null where it is not known. */
export interface ShownValue {
  readonly label: string
  readonly value: string | null
  /** The organisation the value names, to be linked once its name is known. */
  readonly organisationId?: string
}

/** One family or sub-level in words. */
export interface ShownReading {
  readonly name: ReadingName
  readonly title: string
  readonly question: string
  /** Points 0..2 or level 0..3; null where the data do not suffice; undefined where nothing is scored. */
  readonly grade: number | null | undefined
  readonly sentence: string
  readonly values: readonly ShownValue[]
  readonly n: string
  readonly formula: string
  readonly lines: readonly string[]
  readonly needs: string
}

/** The parts that depend on the kind of reading; title, question and the face without data are the same for all. */
export type Told = Pick<ShownReading, 'sentence' | 'values' | 'n' | 'formula' | 'lines' | 'needs'>

export function sayReason(v: Voice, reason: Reason | undefined): string {
  if (reason === undefined) return v.t('risks:reason.other')
  if (reason.startsWith('incomplete-after:')) {
    return v.t('risks:reason.incomplete', { day: v.day(reason.slice('incomplete-after:'.length)) })
  }
  return v.t(`risks:reason.${reason as Exclude<Reason, `incomplete-after:${string}`>}`)
}

export function sayLevel(v: Voice, level: FlagLevel | 'insufficient-data'): string {
  return v.t(`levels:${level}`)
}

/** The level a sub-level stands for. */
export function levelOfGrade(grade: NonNullable<SublevelBase['level']>): FlagLevel {
  return flagLevels[grade]
}

/** A value through its words, or null where it is not known. */
export function known<Value>(value: Value | null, say: (value: Value) => string): string | null {
  return value === null ? null : say(value)
}
