import type { FileRows } from './file-rows.ts'
import { addIssue, type IssueList } from './issues.ts'

interface DatabaseFailure {
  readonly code?: string
  readonly constraint?: string
  readonly detail?: string
  readonly message?: string
}

/** Classes of SQLSTATE that speak of the data: a value, a constraint, a size. */
const DATA_FAILURES = /^(22|23|54)/
const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/**
 * The database is the judge of what only it can see: rows of the package against rows only the community has. Its
 * refusal becomes a fault of the first row it speaks of. False for a failure that is not about the data.
 */
export function addWriteFault(
  faults: IssueList,
  error: unknown,
  rows: FileRows | null,
  communityId: string | null,
): boolean {
  const failure = error as DatabaseFailure
  if (!DATA_FAILURES.test(failure.code ?? '')) return false
  const named = (failure.detail ?? '').match(UUIDS)?.filter((id) => id !== communityId) ?? []
  const row = rows
    ? rows.ids.findIndex((id, index) => named.some((name) => name === id || rows.cells[index]?.includes(name)))
    : -1
  addIssue(faults, {
    file: rows ? (rows.saidIn[row] ?? rows.file.name) : 'community.json',
    line: rows?.lines[row] ?? null,
    code: failure.constraint ?? 'refused-by-database',
    value: rows?.refs[row] ?? failure.message ?? null,
  })
  return true
}
