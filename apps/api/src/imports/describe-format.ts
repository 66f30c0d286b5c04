import type { CellType, PackageColumn } from './package-columns.ts'
import type { PackageFile } from './package-file.ts'
import { packageFiles } from './package-files.ts'

/** The part of docs/package-format.md that follows from the table of files: one section a file, one row a column. */
export function describeFiles(): string {
  return packageFiles.map(describeFile).join('\n')
}

function describeFile(file: PackageFile): string {
  const id =
    file.naturalKey === null
      ? 'required; any text unique in the file'
      : `optional; without it a row is known by ${file.naturalKey.map(code).join(', ')}`
  const rows = [
    ...(file.isAboutRows ? [] : [['id', `text up to 200, or a UUID`, id]]),
    ...file.columns.map((column) => [
      column.name,
      typeText(column.type),
      column.isShorthand ? 'shorthand, read only' : column.isRequired ? 'required' : '',
    ]),
    ...(file.hasKnowledge ? [['recorded_at', 'instant', 'since when the row is known']] : []),
  ]
  const table = rows.map(([name = '', ...rest]) => `| ${code(name)} | ${rest.join(' | ')} |`).join('\n')
  return `### ${code(file.name)}\n\nA row is ${file.holds}.\n\n| column | holds | |\n|---|---|---|\n${table}\n`
}

function typeText(type: PackageColumn['type']): string {
  switch (type.is) {
    case 'line':
      return `text of one line, up to ${type.maxLength}`
    case 'text':
      return `text, up to ${type.maxLength}`
    case 'ref':
      return `id in ${code(`${type.to}.csv`)}`
    case 'choice':
      return type.list.map(code).join(', ')
    case 'codes':
      return `${type.list.map(code).join(', ')}, several between \`;\`; \`none\` is none of them`
    case 'integer':
      return integerText(type)
    case 'decimal':
      return 'number with up to two decimals'
    default:
      return plainTypes[type.is]
  }
}

function integerText({ min, max }: Extract<CellType, { is: 'integer' }>): string {
  const most = max === Number.MAX_SAFE_INTEGER ? '2^53 − 1' : String(max)
  const least = min === -Number.MAX_SAFE_INTEGER ? '−(2^53 − 1)' : String(min)
  return `whole number, ${least} to ${most}`
}

const plainTypes = {
  day: 'day',
  instant: 'instant',
  boolean: '`true`, `false`',
  currency: 'currency (ISO 4217)',
  country: 'country (two letters)',
  timezone: 'zone (IANA)',
  email: 'e-mail address',
  json: 'JSON object',
  uuid: 'UUID',
  sha256: 'SHA-256, 64 hexadecimal digits',
  'opening-hours': 'windows of weekdays, `Mo 09:00-12:00,13:00-17:00; Sa 10:00-14:00`',
} as const

function code(text: string): string {
  return `\`${text}\``
}
