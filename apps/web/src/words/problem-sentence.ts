import type { ProblemCode } from '@commonweal/contracts/problems'
import { problems as problemsWords } from '@commonweal/words/en/problems'
import { NoAnswerError, ProblemError } from '../http/problem-error.ts'
import type { Say } from './words.tsx'
import './of/problems.ts'

/** Every code of the contract has its sentence: a missing one does not compile. */
const sentences: Record<ProblemCode | 'no-answer' | 'unforeseen', string> = problemsWords

/** What to tell a person about an error, in their language. */
export function sayProblem(t: Say, error: unknown): string {
  if (error instanceof NoAnswerError) return t('problems:no-answer')
  if (!(error instanceof ProblemError)) return t('problems:unforeseen')
  return isKnown(error.code) ? t(`problems:${error.code}`) : t('problems:unforeseen')
}

function isKnown(code: string): code is ProblemCode {
  return Object.hasOwn(sentences, code)
}
