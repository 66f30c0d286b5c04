import { sectors } from '@commonweal/domain/partners/sectors'
import { cellValue, CellFault } from './cell-values.ts'
import { addIssue, type IssueList } from './issues.ts'
import { instant, line, MAX_REF, text, uuid, type CellType } from './package-columns.ts'

export const communityFile = 'community.json'
export const packageFormat = 'commonweal-community-package'
export const packageVersion = 1

/** What `community.json` says. `source` names whose ids the package carries. */
export interface CommunityRecord {
  readonly id: string | null
  readonly slug: string
  readonly name: string
  readonly country: string
  readonly timezone: string
  readonly currency: string
  readonly languages: readonly string[] | null
  readonly data_complete_through: string | null
  readonly source: string
  readonly note: string | null
  readonly core_sectors: readonly string[] | null
  readonly wants_independence: boolean | null
  readonly closing_since: string | null
  readonly closing_reason: string | null
  readonly created_at: string | null
  readonly recorded_at: string | null
}

/** What a field can hold: text, a list of codes, yes or no. */
type Said = string | readonly string[] | boolean | null

interface Field {
  readonly type: CellType | 'slug' | 'languages' | 'sectors' | 'yes-or-no'
  readonly isRequired: boolean
}

/** The fields in the order of an export, after `format` and `version`. */
const fields = {
  id: { type: uuid, isRequired: false },
  slug: { type: 'slug', isRequired: true },
  name: { type: line, isRequired: true },
  country: { type: { is: 'country' }, isRequired: true },
  timezone: { type: { is: 'timezone' }, isRequired: true },
  currency: { type: { is: 'currency' }, isRequired: true },
  languages: { type: 'languages', isRequired: false },
  data_complete_through: { type: { is: 'day' }, isRequired: false },
  source: { type: { is: 'line', maxLength: MAX_REF }, isRequired: false },
  note: { type: text, isRequired: false },
  core_sectors: { type: 'sectors', isRequired: false },
  wants_independence: { type: 'yes-or-no', isRequired: false },
  closing_since: { type: { is: 'day' }, isRequired: false },
  closing_reason: { type: text, isRequired: false },
  created_at: { type: instant, isRequired: false },
  recorded_at: { type: instant, isRequired: false },
} as const satisfies Record<keyof CommunityRecord, Field>

export const communityFields = Object.keys(fields) as readonly (keyof CommunityRecord)[]

/** Reads `community.json`; null where it has a fault, which is then in the list. */
export function readCommunityRecord(bytes: Buffer, faults: IssueList, unknowns: IssueList): CommunityRecord | null {
  const said = parsedObject(bytes)
  if (said === null) {
    addIssue(faults, { file: communityFile, code: 'not-a-json-object' })
    return null
  }
  const before = faults.total
  if (said['format'] !== packageFormat)
    addIssue(faults, {
      file: communityFile,
      column: 'format',
      code: 'unknown-format',
      value: shownJson(said['format']),
    })
  if (said['version'] !== packageVersion)
    addIssue(faults, {
      file: communityFile,
      column: 'version',
      code: 'unknown-version',
      value: shownJson(said['version']),
    })
  for (const name of Object.keys(said)) {
    if (name === 'format' || name === 'version' || name in fields) continue
    addIssue(unknowns, { file: communityFile, column: name, code: 'unknown-field' })
  }
  const record: Record<string, Said> = {}
  for (const name of communityFields) record[name] = checkedField(name, fields[name], said[name], faults)
  record['source'] ??= record['slug'] ?? null
  return faults.total === before ? (record as unknown as CommunityRecord) : null
}

function parsedObject(bytes: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

function checkedField(name: string, field: Field, value: unknown, faults: IssueList): Said {
  if (value === undefined || value === null || value === '') {
    if (field.isRequired) addIssue(faults, { file: communityFile, column: name, code: 'missing' })
    return null
  }
  const checked = checkedValue(field.type, value)
  if (!(checked instanceof CellFault)) return checked
  addIssue(faults, { file: communityFile, column: name, code: checked.code, value: shownJson(value) })
  return null
}

function checkedValue(type: Field['type'], value: unknown): Exclude<Said, null> | CellFault {
  if (type === 'languages') return checkedLanguages(value)
  if (type === 'sectors') return checkedSectors(value)
  if (type === 'yes-or-no') return typeof value === 'boolean' ? value : new CellFault('not-true-or-false')
  if (typeof value !== 'string' || !value.isWellFormed()) return new CellFault('not-a-text')
  if (type === 'slug') return /^[a-z0-9][a-z0-9-]{0,62}$/.test(value) ? value : new CellFault('not-a-slug')
  return cellValue(type, value)
}

function checkedLanguages(value: unknown): readonly string[] | CellFault {
  if (!Array.isArray(value) || value.length > 50) return new CellFault('not-a-list-of-languages')
  const isLanguage = (item: unknown) =>
    typeof item === 'string' && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(item) && item.length <= 35
  return value.every(isLanguage) ? (value as string[]) : new CellFault('not-a-list-of-languages')
}

function checkedSectors(value: unknown): readonly string[] | CellFault {
  const isSector = (item: unknown) => (sectors as readonly unknown[]).includes(item)
  if (!Array.isArray(value) || !value.every(isSector)) return new CellFault('not-a-list-of-sectors')
  return sectors.filter((sector) => value.includes(sector))
}

function shownJson(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
}

/** `community.json` as an export writes it: fields in fixed order, what is not known left out. */
export function writeCommunityRecord(record: CommunityRecord): string {
  const known = communityFields.flatMap((name): [string, unknown][] => {
    const value = record[name]
    return value === null || (name === 'languages' && record.languages?.length === 0) ? [] : [[name, value]]
  })
  return `${JSON.stringify({ format: packageFormat, version: packageVersion, ...Object.fromEntries(known) }, null, 2)}\n`
}
