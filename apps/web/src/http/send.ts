import type { RouteSpec } from '@commonweal/contracts/route'
import type { Problem } from '@commonweal/contracts/problem'
import { forgetEarly } from './early.ts'
import { actsFor } from './on-behalf.ts'
import { NoAnswerError, ProblemError } from './problem-error.ts'
import { forgetRepeatKey, repeatKeyOf } from './repeat-key.ts'

type Value = string | number | boolean | null | undefined

/** The parts of a call, without the types that `call` has checked already. */
export interface Parts {
  readonly params?: Readonly<Record<string, string>> | undefined
  readonly query?: Readonly<Record<string, Value>> | undefined
  readonly body?: unknown
  readonly revision?: number | undefined
}

export function urlOf(route: Pick<RouteSpec, 'url'>, { params = {}, query = {} }: Parts): string {
  const path = route.url.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  return `/api/v1${path}${search.size ? `?${search}` : ''}`
}

/** One request, one answer; a refusal is thrown as `ProblemError`. */
export async function send(
  route: RouteSpec,
  parts: Parts,
  token: string | null,
  signal?: AbortSignal,
): Promise<Response> {
  const url = urlOf(route, parts)
  const init: RequestInit = { method: route.method, credentials: 'same-origin', signal: signal ?? null }
  if (parts.body !== undefined) init.body = route.bytes ? (parts.body as BodyInit) : JSON.stringify(parts.body)
  const repeatable = isRepeatable(route) ? `${url} ${typeof init.body === 'string' ? init.body : ''}` : null
  init.headers = headersOf(route, parts, token, repeatable)
  const response = await answerOf(() => fetch(url, init), signal)
  if (token && route.method !== 'GET') forgetEarly()
  if (repeatable) forgetRepeatKey(repeatable)
  if (!response.ok) throw await refusalOf(response)
  return response
}

export function headersOf(route: RouteSpec, parts: Parts, token: string | null, repeatable: string | null): Headers {
  const headers = new Headers({ accept: 'application/json, application/problem+json' })
  const organisationId = actsFor(parts.params?.['communityId'])
  if (token) headers.set('authorization', `Bearer ${token}`)
  if (token && organisationId) headers.set('on-behalf-of', organisationId)
  if (parts.revision !== undefined) headers.set('if-match', `"${parts.revision}"`)
  if (parts.body !== undefined) headers.set('content-type', route.bytes ?? 'application/json')
  if (repeatable) headers.set('idempotency-key', repeatKeyOf(repeatable))
  return headers
}

function isRepeatable(route: RouteSpec): boolean {
  return route.method === 'POST' && route.access !== 'public' && 201 in route.success
}

async function answerOf<Answer>(ask: () => Promise<Answer>, signal?: AbortSignal): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    if (signal?.aborted) throw error
    throw new NoAnswerError(error)
  }
}

async function refusalOf(response: Response): Promise<Error> {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json'))
    return new NoAnswerError(response.status)
  return new ProblemError((await response.json()) as Problem)
}
