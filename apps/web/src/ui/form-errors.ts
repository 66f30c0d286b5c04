import type { ProblemCode } from '@commonweal/contracts/problems'
import type { Ruling } from '@commonweal/domain/ruling'
import { NoAnswerError, ProblemError } from '../http/problem-error.ts'
import { sayProblem } from '../words/problem-sentence.ts'
import type { Say } from '../words/words.tsx'
import '../words/of/common.ts'

/** Where a problem without a pointer belongs in a form. */
export type FieldOfProblem = Partial<Record<ProblemCode, string>>

/**
 * What the server refused, by field of the form: `/participations/0/role` is `participations.0.role`. Empty where the
 * refusal concerns the whole.
 */
export function errorsByField(t: Say, error: unknown, fieldOfProblem: FieldOfProblem = {}): Record<string, string> {
  if (!(error instanceof ProblemError) || error instanceof NoAnswerError) return {}
  const byPointer = error.errors.map(({ pointer, code }): [string, string] => [
    pointer.replace(/^#/, '').replace(/^\//, '').replaceAll('/', '.'),
    error.code === 'request-not-valid' ? sayShape(t, code) : sayProblem(t, error),
  ])
  const own = fieldOfProblem[error.code as ProblemCode]
  if (byPointer.length === 0 && own) return { [own]: sayProblem(t, error) }
  return Object.fromEntries(byPointer)
}

/** What a rule of the domain refuses, at its field, before anything is sent. Empty where it allows it, or says so at no field. */
export function errorsOfRuling(
  t: Say,
  ruling: Ruling<unknown, ProblemCode>,
  fieldOfProblem: FieldOfProblem,
): Record<string, string> {
  const field = ruling.allowed ? undefined : fieldOfProblem[ruling.problem]
  return ruling.allowed || field === undefined ? {} : { [field]: t(`problems:${ruling.problem}`) }
}

/** A rule of JSON Schema that a value broke, in words. */
function sayShape(t: Say, keyword: string): string {
  switch (keyword) {
    case 'required':
      return t('common:form.field.required')
    case 'minLength':
      return t('common:form.field.required')
    case 'maxLength':
      return t('common:form.field.tooLong')
    case 'enum':
      return t('common:form.field.choice')
    case 'pattern':
    case 'format':
      return t('common:form.field.format')
    default:
      return t('common:form.field.refused')
  }
}
