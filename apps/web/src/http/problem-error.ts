import type { Problem } from '@commonweal/contracts/problem'

/** The server refused; code, facts and field errors as it wrote them. */
export class ProblemError extends Error {
  readonly status: number
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[]

  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'ProblemError'
    this.status = problem.status
    this.code = problem.code
    this.facts = problem.facts ?? {}
    this.errors = problem.errors ?? []
  }
}

/** No answer came: offline, server away, or something between that does not speak our language. */
export class NoAnswerError extends Error {
  constructor(cause: unknown) {
    super('No answer', { cause })
    this.name = 'NoAnswerError'
  }
}

export function isProblem(error: unknown, code: string): error is ProblemError {
  return error instanceof ProblemError && error.code === code
}
