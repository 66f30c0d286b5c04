import { problems, type ProblemCode } from '@commonweal/contracts/problems'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, FastifySchemaValidationError } from 'fastify'
import { constraintProblem } from '../database/constraint-problems.ts'
import { ProblemError, type FieldError } from './problem-error.ts'

/** Writes every problem of the API, expected or not. A 5xx reveals nothing and logs once. */
export function handleProblems(app: FastifyInstance, publicUrl: string): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error)
    if (problems[problem.code].status >= 500) request.log.error({ err: error }, 'request failed')
    return write(reply, publicUrl, problem)
  })
  app.setNotFoundHandler((_request: FastifyRequest, reply: FastifyReply) =>
    write(reply, publicUrl, new ProblemError('not-found')),
  )
}

function write(reply: FastifyReply, publicUrl: string, problem: ProblemError): FastifyReply {
  const { status, title } = problems[problem.code]
  const body = {
    type: `${publicUrl}/api/docs/problems#${problem.code}`,
    title,
    status,
    code: problem.code,
    ...(Object.keys(problem.facts).length > 0 ? { facts: problem.facts } : {}),
    ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
  }
  return reply
    .code(status)
    .removeHeader('etag')
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(body)
}

const frameworkProblems: Record<string, ProblemCode> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-not-supported',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request-not-valid',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request-not-valid',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request-not-valid',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_ROUTE_METHOD_NOT_SUPPORTED: 'method-not-allowed',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
}

function problemOf(error: FastifyError): ProblemError {
  if (error instanceof ProblemError) return error
  if (error.validation)
    return new ProblemError(
      'request-not-valid',
      {},
      error.validation.map((issue) => fieldError(issue, error.validationContext)),
    )
  const byConstraint = constraintProblem(error)
  if (byConstraint) return byConstraint
  const code = frameworkProblems[error.code]
  if (code) return new ProblemError(code)
  if (error.statusCode === 429) return new ProblemError('too-many-requests')
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return new ProblemError('request-not-valid')
  return new ProblemError('internal-error')
}

/** JSON pointer (RFC 6901) to the field at fault, below the part of the request it came in. */
function fieldError(issue: FastifySchemaValidationError, context: string | undefined): FieldError {
  const named = issue.params['missingProperty'] ?? issue.params['additionalProperty']
  const field = typeof named === 'string' ? `/${named.replaceAll('~', '~0').replaceAll('/', '~1')}` : ''
  const part = context && context !== 'body' ? `#/${context}` : ''
  return {
    pointer: `${part}${issue.instancePath}${field}`,
    code: issue.keyword,
    detail: issue.message ?? issue.keyword,
  }
}
