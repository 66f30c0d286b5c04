import { parameters } from '@commonweal/domain/risks/parameters'
import { lineNames, lineRules, thresholdsOf, type ThresholdValues } from '@commonweal/domain/risks/thresholds'

export const groupNames = ['stagnation', ...lineNames] as const
export type GroupName = (typeof groupNames)[number]

/** One number of the thresholds: its place in the values, and how people write it. */
export interface ThresholdField {
  /** As the server points at it below `/values`, with dots. */
  readonly path: string
  readonly level: 'watch' | 'warning' | 'critical'
  readonly edge?: 'enter' | 'leave'
  /** People write percent where the values are shares. */
  readonly isShare: boolean
}

const levels = ['watch', 'warning', 'critical'] as const
export const usual = thresholdsOf(parameters)

/** The fields of a group, level by level; where a level is entered and left elsewhere, first where all are entered. */
export function fieldsOf(group: GroupName): readonly ThresholdField[] {
  if (group === 'stagnation')
    return (['enter', 'leave'] as const).flatMap((edge) =>
      levels.map((level) => ({
        path: `stagnation.${level}.${edge}`,
        level,
        edge,
        isShare: false,
      })),
    )
  const isShare = isShareGroup(group)
  return levels
    .filter((level) => level !== 'critical' || group !== 'incomeFall')
    .map((level) => ({ path: `${group}.${level}`, level, isShare }))
}

export function isShareGroup(group: GroupName): boolean {
  return group !== 'stagnation' && lineRules[group].most === 1
}

/** The value at a field's place. */
export function valueAt(values: ThresholdValues, path: string): number | undefined {
  const found = path
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], values)
  return typeof found === 'number' ? found : undefined
}

/** A value as people read it, shares as percentages. */
export function sayValue(value: number, { isShare }: Pick<ThresholdField, 'isShare'>, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: isShare ? 'percent' : 'decimal', maximumFractionDigits: 3 })
  return format.format(value)
}

/** A value as people write it. */
export function writtenOf(value: number, { isShare }: Pick<ThresholdField, 'isShare'>): string {
  return String(isShare ? Number((value * 100).toFixed(1)) : value)
}

/** What somebody wrote as a value; null where it is no number. */
export function readWritten(text: string, { isShare }: Pick<ThresholdField, 'isShare'>): number | null {
  const value = Number(text.trim().replace(',', '.'))
  if (text.trim() === '' || !Number.isFinite(value)) return null
  return isShare ? Number((value / 100).toFixed(5)) : value
}

/** What was written in all fields, by path; null where one is no number. Groups that are as usual are left out. */
export function valuesFrom(written: Readonly<Record<string, string>>): ThresholdValues {
  const values: Record<string, unknown> = {}
  for (const group of groupNames) {
    const parts: Record<string, unknown> = {}
    let isOwn = false
    for (const field of fieldsOf(group)) {
      const value = readWritten(written[field.path] ?? '', field)
      if (value !== valueAt(usual, field.path)) isOwn = true
      if (field.edge) parts[field.level] = { ...(parts[field.level] as object | undefined), [field.edge]: value }
      else parts[field.level] = value
    }
    if (isOwn) values[group] = parts
  }
  return values as ThresholdValues
}
