import { isProblem } from '../http/problem-error.ts'
import { useWords } from '../words/words.tsx'
import { isKnown, sayIssue } from './issue-words.ts'

/** Why a file cannot be opened as a package, where the server says it. */
export function RefusedPackage({ error }: { error: unknown }) {
  const { t } = useWords()
  if (!isProblem(error, 'package-not-readable')) return null
  const { reason } = error.facts
  if (typeof reason !== 'string' || !isKnown(reason)) return null
  return <p>{sayIssue(t, reason)}</p>
}
