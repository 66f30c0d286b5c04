import { may, verdict, type Permission } from '@commonweal/domain/access/permissions'
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, RouteSpec } from '@commonweal/contracts/route'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { Readable } from 'node:stream'
import { findActor, isSessionOpen, readingActor, type Actor } from '../access/actor.store.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/orm.ts'
import type { AccountScope, PublicScope, Representation, Scope } from '../database/scope.ts'
import type { SendMail } from '../mail/mailer.ts'
import { identify, type Identity } from './identity.ts'
import { answerOnce, isRepeatable } from './idempotency.ts'
import { ProblemError } from './problem-error.ts'
import { revalidated } from './revalidation.ts'
import { plainSchema } from './schema.ts'

/** What the whole api shares: built once in `app.ts`. */
export interface House {
  readonly app: FastifyInstance
  readonly config: Config
  readonly pool: pg.Pool
  readonly db: Database
  readonly clock: () => Date
  readonly send: SendMail
  readonly files: FileStore
  /** Every route in service, in order: the published document is made from them. */
  readonly specs: RouteSpec[]
}

type ScopeOf<Spec extends RouteSpec> = Spec['access'] extends 'public'
  ? PublicScope
  : Spec['access'] extends 'signed-in'
    ? AccountScope
    : Scope

export interface Served<Spec extends RouteSpec> {
  readonly scope: ScopeOf<Spec>
  readonly params: ParamsOf<Spec>
  readonly query: QueryOf<Spec>
  readonly body: BodyOf<Spec>
  readonly bytes: Spec extends { bytes: string } ? Buffer : undefined
  /** The thing read in the journey of the actor, where the route asks for one; null where there is none such. */
  readonly alongside: unknown
  /** The revision a conditional change names. */
  readonly revision: Spec extends { isConditional: true } ? number : undefined
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

type Answer<Spec extends RouteSpec> = Spec extends { stream: string }
  ? Readable
  : AnswerOf<Spec> extends undefined
    ? void
    : AnswerOf<Spec>

declare module 'fastify' {
  interface FastifyRequest {
    identity: Identity | null
    actor: Actor | null
    alongside: unknown
    isSettled: boolean
  }
}

/**
 * A thing that every request of a route needs, read in the journey of the actor: a round trip less for the few routes that are
 * asked most. SQL that gives it as JSON, its community `c.id`, its id `$5`; and the parameter of the route that names it.
 */
export interface ReadAlongside {
  readonly json: string
  readonly param: string
}

export const API_ROOT = '/api/v1'
const actorAlone = readingActor()
const idShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Judges a request by the thing it names before its body is received: throws what the handler would. */
export interface JudgedFirst<Spec extends RouteSpec> {
  readonly param: keyof ParamsOf<Spec> & string
  readonly judge: (scope: ScopeOf<Spec>, id: string, request: FastifyRequest) => Promise<void>
}

/** Puts a route of the contracts into service. The only way a route comes into being. */
export function serve<const Spec extends RouteSpec>(
  house: House,
  spec: Spec,
  handler: (served: Served<Spec>) => Promise<Answer<Spec>>,
  { alongside, first }: { readonly alongside?: ReadAlongside; readonly first?: JudgedFirst<Spec> } = {},
): void {
  const [status, answer] = onlySuccess(spec)
  house.specs.push(spec)
  const reading = alongside && { statement: readingActor(alongside.json), param: alongside.param }
  const mayBeRepeated = isRepeatable(spec)
  house.app.route({
    method: spec.method,
    url: `${API_ROOT}${spec.url}`,
    schema: {
      ...(spec.params ? { params: plainSchema(spec.params) } : {}),
      ...(spec.query ? { querystring: plainSchema(spec.query) } : {}),
      ...(spec.body ? { body: plainSchema(spec.body) } : {}),
      ...(answer ? { response: { [status]: plainSchema(answer) } } : {}),
    },
    // Identity and permission come first: nothing of a stranger's request is parsed.
    onRequest: async (request) => {
      await admit(house, spec, request, reading)
      const id = first && (request.params as Record<string, string | undefined>)[first.param]
      // As above, an id of the wrong shape is left to the validation.
      if (first && id !== undefined && idShape.test(id))
        await first.judge(scopeFor(house, spec, request) as ScopeOf<Spec>, id, request)
    },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const answer = (scope: PublicScope | AccountScope | Scope): Promise<Answer<Spec>> =>
        handler({
          scope,
          params: request.params,
          query: request.query,
          body: request.body,
          bytes: request.body,
          alongside: request.alongside,
          revision: spec.isConditional ? revisionNamed(request) : undefined,
          request,
          reply,
        } as unknown as Served<Spec>)
      const scope = scopeFor(house, spec, request)
      const result = mayBeRepeated ? await answerOnce(scope, request, answer) : await answer(scope)
      if (!request.isSettled) throw new Error(`${spec.operation} never settled its condition: call scope.authorize`)
      const revision = (result as { revision?: unknown } | undefined)?.revision
      if (typeof revision === 'number') reply.header('etag', `"${revision}"`)
      if (spec.isRevalidated) return revalidated(request, reply.code(status), result)
      // A file that has a type of its own has said so.
      if (spec.stream && !reply.hasHeader('content-type')) reply.type(spec.stream)
      return reply.code(status).send(result)
    },
  })
}

function onlySuccess(spec: RouteSpec): [number, RouteSpec['success'][number]] {
  const entries = Object.entries(spec.success)
  const [entry] = entries
  if (!entry || entries.length !== 1) throw new Error(`${spec.operation} needs exactly one success status`)
  return [Number(entry[0]), entry[1]]
}

async function admit(
  { app, pool, clock }: House,
  spec: RouteSpec,
  request: FastifyRequest,
  reading: { readonly statement: string; readonly param: string } | undefined,
): Promise<void> {
  request.isSettled = true
  if (spec.access === 'public') return
  const identity = identify(app, request)
  request.identity = identity
  if (spec.access === 'signed-in') {
    if (!(await isSessionOpen(pool, identity, clock()))) throw new ProblemError('not-signed-in')
    return
  }
  const { communityId } = request.params as { communityId?: string }
  // An id of the wrong shape is left to the validation, which says so.
  if (!communityId || !idShape.test(communityId)) {
    if (!(await isSessionOpen(pool, identity, clock()))) throw new ProblemError('not-signed-in')
    return
  }
  const named = reading && (request.params as Record<string, string | undefined>)[reading.param]
  const seen =
    reading && named !== undefined && idShape.test(named)
      ? await findActor(pool, reading.statement, identity, communityId, clock(), named)
      : await findActor(pool, actorAlone, identity, communityId, clock())
  if (!seen) {
    if (!(await isSessionOpen(pool, identity, clock()))) throw new ProblemError('not-signed-in')
    throw new ProblemError('not-found')
  }
  const { actor } = seen
  request.actor = actor
  request.alongside = seen.alongside
  const condition = verdict(actor.role, spec.access)
  if (condition === 'denied') throw new ProblemError('forbidden')
  request.isSettled = condition === 'always'
}

function scopeFor(
  { config, pool, db, clock }: House,
  spec: RouteSpec,
  request: FastifyRequest,
): PublicScope | AccountScope | Scope {
  const open: PublicScope = { config, pool, client: pool, db, isInTransaction: false, now: clock() }
  if (!request.identity) return open
  if (!request.actor) return { ...open, ...request.identity }
  const actor = request.actor
  const permission = spec.access as Permission
  const organisationIds = actor.representations.map((each) => each.organisationId)
  return {
    ...open,
    ...request.identity,
    ...actor,
    onBehalfOf: onBehalfOf(actor, request),
    authorize: (ownerIds) => {
      request.isSettled = true
      if (!may({ role: actor.role, organisationIds }, permission, ownerIds))
        throw new ProblemError('not-your-organisation')
    },
  }
}

/** The header names the organisation where a person acts for several; with one, it is that one. */
function onBehalfOf(actor: Actor, request: FastifyRequest): Representation | null {
  const named = request.headers['on-behalf-of']
  if (named === undefined) return actor.representations.length === 1 ? (actor.representations[0] ?? null) : null
  const representation = actor.representations.find((each) => each.organisationId === named)
  if (!representation) throw new ProblemError('not-your-organisation')
  return representation
}

function revisionNamed(request: FastifyRequest): number {
  const header = request.headers['if-match']
  if (header === undefined) throw new ProblemError('revision-missing')
  const match = /^"([1-9]\d{0,8})"$/.exec(header)
  if (!match)
    throw new ProblemError('request-not-valid', {}, [
      { pointer: '#/headers/if-match', code: 'etag', detail: 'a quoted revision is expected' },
    ])
  return Number(match[1])
}
