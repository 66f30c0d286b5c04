import type { RowIssue } from '@commonweal/contracts/imports'
import { imports as importsWords } from '@commonweal/words/en/imports'
import type { Say } from '../words/words.tsx'
import '../words/of/imports.ts'

/** Two sentences stand for codes without one of their own. */
type KnownCode = Exclude<keyof typeof importsWords.issue, 'refused-by-rule' | 'other'>

/** What a code of the server says about a row, in words. Names of database rules have underscores instead of hyphens. */
export function sayIssue(t: Say, code: string): string {
  if (isKnown(code)) return t(`imports:issue.${code}`)
  if (code.endsWith('-unknown')) return t('imports:issue.reference-unknown')
  if (code.includes('_')) return t('imports:issue.refused-by-rule', { code })
  return t('imports:issue.other', { code })
}

export function isKnown(code: string): code is KnownCode {
  return Object.hasOwn(importsWords.issue, code)
}

/** Issues of one kind in one place of the package. */
export interface IssueGroup {
  readonly key: string
  readonly file: string
  readonly column: string | null
  readonly code: string
  readonly issues: readonly RowIssue[]
}

/** Hundreds of equal faults are one thing to mend: gathered by file, column and code, the most frequent first. */
export function groupIssues(issues: readonly RowIssue[]): IssueGroup[] {
  const groups = new Map<string, RowIssue[]>()
  for (const issue of issues) {
    const key = [issue.file, issue.column ?? '', issue.code].join('\u0000')
    const group = groups.get(key)
    if (group) group.push(issue)
    else groups.set(key, [issue])
  }
  return [...groups]
    .map(([key, [first, ...rest]]) => ({ key, first: first as RowIssue, rest }))
    .map(({ key, first, rest }) => ({
      key,
      file: first.file,
      column: first.column,
      code: first.code,
      issues: [first, ...rest],
    }))
    .toSorted((a, b) => b.issues.length - a.issues.length)
}
