import { blockingStatuses } from '@commonweal/domain/bookings/booking'
import { clock } from './check-rows.ts'
import { addRowFault, cell, type FileRows, type PackageRows } from './file-rows.ts'
import type { IssueList } from './issues.ts'
import type { FileKind } from './package-columns.ts'

interface OverlapRule {
  readonly kind: FileKind
  /** Rows equal in these columns may not overlap. */
  readonly key: readonly string[]
  readonly code: string
  readonly span: (rows: FileRows, row: number) => { readonly from: string; readonly to: string } | null
}

const days = (rows: FileRows, row: number) => ({ from: cell(rows, row, 'from'), to: cell(rows, row, 'to') })

function rulesAt(spaces: FileRows | undefined, now: Date): readonly OverlapRule[] {
  const exclusive = exclusiveSpaces(spaces)
  return [
    { kind: 'memberships', key: ['organisation_id'], code: 'memberships-overlap', span: days },
    {
      kind: 'participations',
      key: ['initiative_id', 'organisation_id', 'role'],
      code: 'participations-overlap',
      span: days,
    },
    {
      kind: 'roles',
      key: ['person_id'],
      code: 'roles-both-open',
      // Only roles without an end stand in each other's way.
      span: (rows, row) => (cell(rows, row, 'to') === '' ? { from: '', to: '' } : null),
    },
    {
      kind: 'bookings',
      key: ['space_id'],
      code: 'bookings-overlap',
      span: (rows, row) =>
        exclusive.has(cell(rows, row, 'space_id')) &&
        isBlocking(cell(rows, row, 'status'), cell(rows, row, 'held_until'), now)
          ? { from: clock(cell(rows, row, 'starts_at')), to: clock(cell(rows, row, 'ends_at')) }
          : null,
    },
  ]
}

/** Spaces of the package that one booking keeps from others; those only the community knows the database judges. */
function exclusiveSpaces(rows: FileRows | undefined): ReadonlySet<string> {
  const exclusive = new Set<string>()
  for (const [row, id] of rows?.ids.entries() ?? []) {
    if (rows && cell(rows, row, 'is_shared') !== 'true') exclusive.add(id)
  }
  return exclusive
}

/** A booking that keeps its space occupied; a held one until it expires. */
function isBlocking(status: string, heldUntil: string, now: Date): boolean {
  if (!(blockingStatuses as readonly string[]).includes(status)) return false
  return status !== 'held' || heldUntil === '' || clock(heldUntil) > clock(now.toISOString())
}

/**
 * Rows of the package that stand in each other's way, by the rules the database keeps as exclusion constraints. The
 * later of two is named. Against rows only the community has, the constraint itself judges when rows are written.
 */
export function checkOverlaps(rows: PackageRows, now: Date, faults: IssueList): void {
  for (const rule of rulesAt(rows.get('spaces'), now)) {
    const file = rows.get(rule.kind)
    if (file) checkRule(rule, file, faults)
  }
}

function checkRule(rule: OverlapRule, rows: FileRows, faults: IssueList): void {
  const groups = new Map<string, { row: number; from: string; to: string }[]>()
  for (let row = 0; row < rows.lines.length; row += 1) {
    const span = rows.faulty.has(row) ? null : rule.span(rows, row)
    // An empty span touches nothing.
    if (span === null || (span.from !== '' && span.from === span.to)) continue
    const key = rule.key.map((name) => cell(rows, row, name)).join('|')
    const group = groups.get(key) ?? []
    groups.set(key, group)
    group.push({ row, ...span })
  }
  for (const group of groups.values()) {
    if (group.length === 1) continue
    group.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.row - b.row))
    let end = group[0]?.to ?? ''
    for (const { row, from, to } of group.slice(1)) {
      if (end === '' || from < end) addRowFault(faults, rows, row, null, rule.code, rows.refs[row] ?? null)
      end = laterEnd(end, to)
    }
  }
}

/** An empty end is open: later than any. */
function laterEnd(a: string, b: string): string {
  if (a === '' || b === '') return ''
  return a > b ? a : b
}
