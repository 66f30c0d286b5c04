import type { RouteSpec } from '@commonweal/contracts/route'
import { and, eq } from 'drizzle-orm'
import type { FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { idempotencyKeys } from '../access/access.table.ts'
import { inTransaction, type AccountScope, type PublicScope } from '../database/scope.ts'
import { ProblemError } from './problem-error.ts'

/** A POST that creates something, by someone with a session, may be repeated under a key. */
export function isRepeatable(spec: RouteSpec): boolean {
  return (
    spec.method === 'POST' &&
    spec.access !== 'public' &&
    (spec.body !== undefined || spec.bytes !== undefined) &&
    Object.keys(spec.success).includes('201')
  )
}

/**
 * Answers once for each key: a repeat gets the first answer, a parallel one waits for it, another request under the same
 * key is refused. A refused request leaves no claim and may be tried again.
 */
export async function answerOnce<Outer extends PublicScope, Result>(
  scope: Outer,
  request: FastifyRequest,
  answer: (scope: Outer) => Promise<Result>,
): Promise<Result> {
  const key = keyOf(request)
  if (key === null) return answer(scope)
  const { accountId } = scope as unknown as AccountScope
  const fingerprint = createHash('sha256')
    .update(
      `${request.method} ${request.url}\n${String(request.headers['on-behalf-of'] ?? '')}\n${JSON.stringify(request.body)}`,
    )
    .digest('base64url')
  return inTransaction(scope, async (scope) => {
    // The unique key makes a parallel repeat wait here until the first commits or rolls back.
    const claimed = await scope.db
      .insert(idempotencyKeys)
      .values({ accountId, key, fingerprint, createdAt: scope.now })
      .onConflictDoNothing()
      .returning({ key: idempotencyKeys.key })
    const isOurs = and(eq(idempotencyKeys.accountId, accountId), eq(idempotencyKeys.key, key))
    if (claimed.length === 0) {
      const [first] = await scope.db.select().from(idempotencyKeys).where(isOurs)
      if (first?.fingerprint !== fingerprint) throw new ProblemError('idempotency-key-reused')
      // The answer belongs to the same person and the same request, whose condition was settled then.
      request.isSettled = true
      return first.answer as Result
    }
    const result = await answer(scope)
    await scope.db.update(idempotencyKeys).set({ answer: result }).where(isOurs)
    return result
  })
}

function keyOf(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,100}$/.test(key)) {
    throw new ProblemError('request-not-valid', {}, [
      { pointer: '#/headers/idempotency-key', code: 'pattern', detail: '1 to 100 visible characters' },
    ])
  }
  return key
}
