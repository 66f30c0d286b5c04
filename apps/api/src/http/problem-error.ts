import type { ProblemCode } from '@commonweal/contracts/problems'
import type { Facts, Ruling } from '@commonweal/domain/ruling'

export interface FieldError {
  readonly pointer: string
  readonly code: string
  readonly detail: string
}

/** An expected refusal on its way to the one handler that writes problems. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly facts: Facts
  readonly errors: readonly FieldError[]

  constructor(code: ProblemCode, facts: Facts = {}, errors: readonly FieldError[] = []) {
    super(code)
    this.code = code
    this.facts = facts
    this.errors = errors
  }
}

/** The only place that turns a refusal of a rule into a throw. */
export function accept<Value, Code extends ProblemCode>(ruling: Ruling<Value, Code>): Value {
  if (ruling.allowed) return ruling.value
  throw new ProblemError(ruling.problem, ruling.facts)
}

/** What a person may not know about answers like what does not exist. */
export function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new ProblemError('not-found')
  return value
}
