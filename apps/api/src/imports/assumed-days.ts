import { cell, type FileRows, type PackageRows } from './file-rows.ts'
import type { FileKind } from './package-columns.ts'

/** Answers the day (or an instant of it) since which a row counts as known when its file does not say. */
export type AssumedDay = (rows: FileRows, row: number) => string

/**
 * A fact counts as known from its own day: a membership from its beginning, an instalment since its pledge was
 * confirmed, a cost since its initiative started. What has no day of its own (an organisation, a person) counts as
 * known from the first day the package tells of. See docs/package-format.md.
 */
export function assumedDays(rows: PackageRows, today: string): AssumedDay {
  const started = daysById(rows.get('initiatives'), ['started_on'])
  const confirmed = daysById(rows.get('pledges'), ['confirmed_on', 'from'])
  const posted = daysById(rows.get('updates'), ['posted_at'])
  const first = firstDay(rows) ?? today
  const startOf = (file: FileRows, row: number) => started.get(cell(file, row, 'initiative_id')) ?? ''
  const own: Partial<Record<FileKind, AssumedDay>> = {
    memberships: (file, row) => cell(file, row, 'from') || cell(file, row, 'to'),
    representations: (file, row) => cell(file, row, 'from'),
    roles: (file, row) => cell(file, row, 'from'),
    initiatives: (file, row) => cell(file, row, 'started_on'),
    'initiative-steps': (file, row) => cell(file, row, 'on'),
    participations: (file, row) => cell(file, row, 'from') || startOf(file, row),
    coordinations: (file, row) => cell(file, row, 'from') || startOf(file, row),
    milestones: (file, row) => startOf(file, row) || cell(file, row, 'due_on'),
    updates: (file, row) => cell(file, row, 'posted_at'),
    files: (file, row) => posted.get(cell(file, row, 'update_id')) ?? '',
    spaces: (file, row) => cell(file, row, 'from'),
    bookings: (file, row) => cell(file, row, 'starts_at'),
    pledges: (file, row) => cell(file, row, 'confirmed_on') || cell(file, row, 'from'),
    'pledge-steps': (file, row) => cell(file, row, 'on'),
    instalments: (file, row) => confirmed.get(cell(file, row, 'pledge_id')) || cell(file, row, 'due_on'),
    receipts: (file, row) => cell(file, row, 'received_on'),
    costs: (file, row) => earlier(startOf(file, row), cell(file, row, 'due_on')),
    reserves: (file, row) => cell(file, row, 'on'),
  }
  return (file, row) => own[file.file.kind]?.(file, row) || first
}

function earlier(a: string, b: string): string {
  return a !== '' && a < b ? a : b
}

function daysById(rows: FileRows | undefined, columns: readonly string[]): Map<string, string> {
  const days = new Map<string, string>()
  for (const [row, id] of rows?.ids.entries() ?? []) {
    const day = rows && columns.map((name) => cell(rows, row, name)).find((value) => value !== '')
    if (day) days.set(id, day)
  }
  return days
}

/** The earliest day any fact of the package carries. */
function firstDay(rows: PackageRows): string | null {
  let first: string | null = null
  for (const file of rows.values()) {
    if (file.file.isAboutRows) continue
    const days = file.file.columns.flatMap((column, at) => (column.type.is === 'day' ? [at] : []))
    for (const cells of file.cells) {
      for (const at of days) {
        const day = cells[at] ?? ''
        if (day !== '' && (first === null || day < first)) first = day
      }
    }
  }
  return first
}
