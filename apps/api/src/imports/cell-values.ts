import { readOpenings, writeOpenings } from '@commonweal/domain/spaces/opening-hours'
import { NO_CODES, type CellType } from './package-columns.ts'

/** A cell that cannot be what its column holds. */
export class CellFault {
  readonly code: string
  constructor(code: string) {
    this.code = code
  }
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6})0*)?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

// Written out, because no control character is meant to pass unseen.
const CONTROL = /[\u0000-\u001f\u007f]/
const CONTROL_BUT_LAYOUT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/**
 * The one canonical text of a filled cell, so that equal values are equal texts: instants in UTC, numbers without
 * ornament, ids in lower case where they are UUIDs. Or the fault that keeps it from being one.
 */
export function cellValue(type: CellType, cell: string): string | CellFault {
  switch (type.is) {
    case 'text':
      return checkedText(cell, CONTROL_BUT_LAYOUT, type.maxLength)
    case 'line':
      return checkedText(cell, CONTROL, type.maxLength)
    case 'ref':
      return checkedRef(cell)
    case 'uuid':
      return UUID.test(cell) ? cell.toLowerCase() : new CellFault('not-a-uuid')
    case 'choice':
      return type.list.includes(cell) ? cell : new CellFault('not-in-list')
    case 'day':
      return isDay(cell) ? cell : new CellFault('not-a-day')
    case 'instant':
      return canonicalInstant(cell)
    case 'boolean':
      return canonicalBoolean(cell)
    case 'integer':
      return canonicalInteger(cell, type.min, type.max)
    case 'decimal':
      return canonicalDecimal(cell, type.digits, type.isSigned)
    case 'currency':
      return currencies.has(cell) ? cell : new CellFault('not-a-currency')
    case 'country':
      return /^[A-Z]{2}$/.test(cell) ? cell : new CellFault('not-a-country')
    case 'timezone':
      return isTimezone(cell) ? cell : new CellFault('not-a-timezone')
    case 'email':
      return cell.length <= 320 && /^[^@\s]+@[^@\s]+$/.test(cell) && !CONTROL.test(cell)
        ? cell
        : new CellFault('not-an-email')
    case 'codes':
      return isCodes(cell, type.list) ? cell : new CellFault('not-in-list')
    case 'opening-hours':
      return isOpeningHours(cell) ? cell : new CellFault('not-opening-hours')
    case 'sha256':
      return /^[0-9a-f]{64}$/i.test(cell) ? cell.toLowerCase() : new CellFault('not-a-sha256')
    case 'json':
      if (!isJsonObject(cell)) return new CellFault('not-a-json-object')
      return type.isFit?.(JSON.parse(cell)) === false ? new CellFault('not-what-is-kept-here') : cell
  }
}

/** An id: any one-line text; a UUID stands for itself, whatever its case. */
export function checkedRef(cell: string): string | CellFault {
  if (UUID.test(cell)) return cell.toLowerCase()
  return checkedText(cell, CONTROL, 200)
}

export function isUuid(ref: string): boolean {
  return UUID.test(ref)
}

function checkedText(cell: string, forbidden: RegExp, maxLength: number): string | CellFault {
  if (forbidden.test(cell)) return new CellFault('control-character')
  if (cell.trim() === '') return new CellFault('blank')
  return cell.length > maxLength ? new CellFault('too-long') : cell
}

/** A day that exists, from the year 1000 to 9999. */
export function isDay(cell: string): boolean {
  const parts = DAY.exec(cell)
  if (parts === null) return false
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const length = month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0)
  return year >= 1000 && dayOfMonth >= 1 && dayOfMonth <= length
}

function canonicalInstant(cell: string): string | CellFault {
  const parts = INSTANT.exec(cell)
  if (parts === null)
    return new CellFault(/[Zz]$|[+-]\d{2}:\d{2}$/.test(cell) ? 'not-an-instant' : 'instant-without-offset')
  const [, on = '', hour, minute, second, fraction = '', sign, offsetHour, offsetMinute] = parts
  if (!isDay(on) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return new CellFault('not-an-instant')
  if (Number(offsetHour ?? 0) > 15 || Number(offsetMinute ?? 0) > 59) return new CellFault('not-an-instant')
  const offset = (Number(offsetHour ?? 0) * 60 + Number(offsetMinute ?? 0)) * (sign === '-' ? -1 : 1)
  const at = Date.UTC(
    Number(on.slice(0, 4)),
    Number(on.slice(5, 7)) - 1,
    Number(on.slice(8)),
    Number(hour),
    Number(minute) - offset,
    Number(second),
  )
  const utc = new Date(at).toISOString().slice(0, 19)
  if (!isDay(utc.slice(0, 10))) return new CellFault('not-an-instant')
  const digits = fraction.replace(/0+$/, '')
  return `${utc}${digits ? `.${digits}` : ''}Z`
}

const booleans: Record<string, string> = {
  true: 'true',
  false: 'false',
  yes: 'true',
  no: 'false',
  '1': 'true',
  '0': 'false',
}

function canonicalBoolean(cell: string): string | CellFault {
  return booleans[cell.toLowerCase()] ?? new CellFault('not-a-boolean')
}

function canonicalInteger(cell: string, min: number, max: number): string | CellFault {
  if (!/^-?\d{1,20}$/.test(cell)) return new CellFault('not-an-integer')
  const value = Number(cell)
  if (!Number.isSafeInteger(value) || value < min || value > max) return new CellFault('out-of-range')
  return String(value === 0 ? 0 : value)
}

function canonicalDecimal(cell: string, digits: number, isSigned: boolean): string | CellFault {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(cell)
  if (parts === null) return new CellFault('not-a-number')
  const whole = (parts[2] ?? '').replace(/^0+(?=\d)/, '')
  const fraction = (parts[3] ?? '').replace(/0+$/, '')
  if (fraction.length > 2) return new CellFault('too-precise')
  if (whole.length > digits || (parts[1] === '-' && !isSigned)) return new CellFault('out-of-range')
  const value = fraction ? `${whole}.${fraction}` : whole
  return parts[1] === '-' && value !== '0' ? `-${value}` : value
}

const currencies = new Set(Intl.supportedValuesOf('currency'))
const knownZones = new Map<string, boolean>()

/** A name of the IANA time zone database; offsets like `+01:00` are not places. */
export function isTimezone(name: string): boolean {
  const known = knownZones.get(name)
  if (known !== undefined) return known
  const answer = /^[A-Za-z]/.test(name) && name.length <= 64 && formatsTime(name)
  if (knownZones.size < 2000) knownZones.set(name, answer)
  return answer
}

function formatsTime(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone }).format(0)
    return true
  } catch {
    return false
  }
}

/** `none`, or codes of the list, each once. */
function isCodes(cell: string, list: readonly string[]): boolean {
  const codes = cell.split(';')
  return cell === NO_CODES || (codes.every((code) => list.includes(code)) && new Set(codes).size === codes.length)
}

/** The one text of a week's windows, as the domain writes it. */
function isOpeningHours(cell: string): boolean {
  try {
    const written = writeOpenings(readOpenings(cell) ?? [])
    return written.allowed && written.value === cell
  } catch {
    return false
  }
}

/** JSON the database can keep: an object without NUL and without half a character. */
function isJsonObject(cell: string): boolean {
  try {
    const value: unknown = JSON.parse(cell)
    return typeof value === 'object' && value !== null && !Array.isArray(value) && isKeepable(value)
  } catch {
    return false
  }
}

function isKeepable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000')
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, item]) => isKeepable(key) && isKeepable(item))
}

export { CONTROL_BUT_LAYOUT }
