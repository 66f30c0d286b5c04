import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * Answers with an ETag made of the content, or with 304 where the caller has this content already. The tag is weak because the same
 * content leaves in several encodings. Private: what one person may see is kept by nobody between.
 */
export function revalidated(request: FastifyRequest, reply: FastifyReply, answer: unknown): FastifyReply {
  const content = reply.serialize(answer) as string
  const tag = `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`
  reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', 'authorization')
  if (isKnown(request.headers['if-none-match'], tag)) return reply.code(304).send()
  return reply.type('application/json; charset=utf-8').send(content)
}

/** Weak comparison over the tags a caller lists (RFC 9110 §13.1.2). */
function isKnown(listed: string | undefined, tag: string): boolean {
  if (listed === undefined) return false
  const opaque = (one: string) => one.trim().replace(/^W\//, '')
  return listed.trim() === '*' || listed.split(',').some((one) => opaque(one) === opaque(tag))
}
