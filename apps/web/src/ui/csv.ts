import type { Column } from './list-table.tsx'

const startsLikeFormula = /^[=+\-@\t\r]/

/**
 * Rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read UTF-8. Text that a spreadsheet would run as a
 * formula gets a leading apostrophe; numbers stay numbers.
 */
export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const shown = columns.filter(({ csv, day, count }) => csv ?? day ?? count)
  const lines = [
    shown.map(({ header }) => cellOf(header)),
    ...rows.map((row) => shown.map(({ csv, day, count }) => cellOf((csv ?? day ?? count)?.(row) ?? null))),
  ]
  return `\ufeff${lines.map((line) => `${line.join(',')}\r\n`).join('')}`
}

function cellOf(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = startsLikeFormula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
