import type { RowIssue } from '@commonweal/contracts/imports'

/** How many issues of a kind an answer lists; the total is told beside them. */
export const LISTED_ISSUES = 1_000
const MAX_VALUE = 200

/** Faults or warnings of one import, in the order they were found. */
export interface IssueList {
  readonly listed: RowIssue[]
  total: number
}

export function issueList(): IssueList {
  return { listed: [], total: 0 }
}

export function addIssue(
  list: IssueList,
  issue: { file: string; line?: number | null; column?: string | null; code: string; value?: string | null },
): void {
  list.total += 1
  if (list.listed.length >= LISTED_ISSUES) return
  list.listed.push({
    file: issue.file,
    line: issue.line ?? null,
    column: issue.column ?? null,
    code: issue.code,
    value: issue.value === null || issue.value === undefined ? null : shown(issue.value),
  })
}

/** A value as it can be shown in one line of an answer, whatever was in the file. */
function shown(value: string): string {
  const cut = value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value
  return cut.toWellFormed().replace(/[\u0000-\u001f\u007f]/g, '\uFFFD')
}

/** By file, then line, so that a person can go through the file from the top. */
export function inFileOrder(list: IssueList): RowIssue[] {
  return list.listed.toSorted((a, b) => a.file.localeCompare(b.file, 'en') || (a.line ?? 0) - (b.line ?? 0))
}
