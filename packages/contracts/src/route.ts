import type { Permission } from '@commonweal/domain/access/permissions'
import type * as Type from 'typebox'
import type { ProblemCode } from './problems.ts'

/** Who may call: a row of the permission table, anyone at all, or anyone with a session. */
export type Access = Permission | 'public' | 'signed-in'

export interface RouteSpec {
  /** Verb-noun name, the same in rule, action, hook and OpenAPI. */
  readonly operation: string
  readonly summary: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`, with `:name` parameters. */
  readonly url: string
  readonly access: Access
  readonly params?: Type.TSchema
  readonly query?: Type.TSchema
  readonly body?: Type.TSchema
  /** Content type of a body that is not JSON and arrives as bytes. */
  readonly bytes?: string
  /** Content type of an answer that is not JSON and leaves as a stream. */
  readonly stream?: string
  readonly success: { readonly [status: number]: Type.TSchema | null }
  readonly problems: readonly ProblemCode[]
  /** Changes need `If-Match` with the revision last seen. */
  readonly isConditional?: boolean
  /** The answer carries an ETag of its content; a repeat with `If-None-Match` is answered 304 without the content. */
  readonly isRevalidated?: boolean
}

export function defineRoute<const Spec extends RouteSpec>(spec: Spec): Spec {
  return spec
}

type StaticOf<Schema> = Schema extends Type.TSchema ? Type.Static<Schema> : undefined

/** Types of what a route receives. */
export type ParamsOf<Spec extends RouteSpec> = StaticOf<Spec['params']>
export type QueryOf<Spec extends RouteSpec> = StaticOf<Spec['query']>
export type BodyOf<Spec extends RouteSpec> = StaticOf<Spec['body']>
/** Type of what a route answers with on success. */
export type AnswerOf<Spec extends RouteSpec> = StaticOf<Spec['success'][keyof Spec['success']]>

/** Arguments of a call: exactly the parts the route has. */
export type CallOf<Spec extends RouteSpec> = (Spec extends { params: Type.TSchema }
  ? { params: ParamsOf<Spec> }
  : { params?: undefined }) &
  (Spec extends { query: Type.TSchema } ? { query?: QueryOf<Spec> } : { query?: undefined }) &
  (Spec extends { body: Type.TSchema } ? { body: BodyOf<Spec> } : { body?: Uint8Array | undefined }) &
  (Spec extends { isConditional: true } ? { revision: number } : { revision?: undefined })
