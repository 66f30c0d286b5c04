import { flagLevels } from './flag-level.ts'
import { secondaryFlagNames } from './secondary/flag-names.ts'
import { lineNames, thresholdFaults, type ThresholdValues } from './thresholds.ts'

/** Whether JSON from elsewhere is a set of thresholds that can stand: known names, whole groups, and free of faults. */
export function isThresholdValues(value: unknown): value is ThresholdValues {
  if (!isRecord(value)) return false
  const isFit = Object.entries(value).every(([name, part]) => {
    if (name === 'incomeFloorMinor') return typeof part === 'number'
    if (name === 'switchedOff')
      return Array.isArray(part) && part.every((flag) => (secondaryFlagNames as readonly unknown[]).includes(flag))
    if (name === 'stagnation')
      return isOf(part, ['watch', 'warning', 'critical'], (level) => isOf(level, ['enter', 'leave'], isNumber))
    if (!(lineNames as readonly string[]).includes(name)) return false
    return isOf(part, name === 'incomeFall' ? ['watch', 'warning'] : ['watch', 'warning', 'critical'], isNumber)
  })
  return isFit && thresholdFaults(value as ThresholdValues).length === 0
}

/** Whether JSON from elsewhere is a reading as it is kept: both flags with a level, the level held, and a score or none. */
export function isKeptReading(value: unknown): boolean {
  return isRecord(value) && isFlag(value['stagnation']) && isFlag(value['funding'])
}

function isFlag(value: unknown): boolean {
  if (!isRecord(value)) return false
  const { level, heldLevel, score, onset } = value
  const levels: readonly unknown[] = flagLevels
  return (
    (levels.includes(level) || level === 'insufficient-data') &&
    levels.includes(heldLevel) &&
    (score === null || isNumber(score)) &&
    (onset === undefined || onset === null || (typeof onset === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(onset)))
  )
}

function isOf(value: unknown, names: readonly string[], isPart: (part: unknown) => boolean): boolean {
  return (
    isRecord(value) &&
    Object.keys(value).length === names.length &&
    names.every((name) => Object.hasOwn(value, name) && isPart(value[name]))
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
