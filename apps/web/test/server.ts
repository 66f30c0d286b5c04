import type { AnswerOf, BodyOf, ParamsOf, QueryOf, RouteSpec } from '@commonweal/contracts/route'
import type { Problem } from '@commonweal/contracts/problem'
import { problems, type ProblemCode } from '@commonweal/contracts/problems'
import { vi } from 'vitest'

export interface Asked<Spec extends RouteSpec> {
  readonly params: ParamsOf<Spec>
  readonly query: Partial<QueryOf<Spec>>
  readonly body: BodyOf<Spec>
  readonly headers: Headers
}

export interface Answer {
  readonly route: RouteSpec
  readonly give: (asked: Asked<RouteSpec>) => unknown
}

/** What the server refuses with; thrown by an answer. */
export class Refusal extends Error {
  readonly code: ProblemCode
  readonly errors: Problem['errors']

  constructor(code: ProblemCode, errors: Problem['errors'] = []) {
    super(code)
    this.code = code
    this.errors = errors
  }
}

/** The answer to a route, typed by the contract. */
export function answer<const Spec extends RouteSpec>(
  route: Spec,
  give: (asked: Asked<Spec>) => AnswerOf<Spec>,
): Answer {
  return { route, give: give }
}

/** Stands in for the server at the boundary, `fetch`; a request nobody answers fails the test. */
export function serve(answers: readonly Answer[]): void {
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const url = new URL(input, 'http://localhost')
    const path = url.pathname.replace('/api/v1', '')
    for (const { route, give } of answers) {
      const params = route.method === (init.method ?? 'GET') ? paramsOf(route.url, path) : null
      if (!params) continue
      return respond(route, () =>
        give({
          params: params,
          query: Object.fromEntries(url.searchParams) as never,
          body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
          headers: new Headers(init.headers),
        }),
      )
    }
    throw new Error(`Nobody answers ${init.method ?? 'GET'} ${path}`)
  })
}

function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const match = new RegExp(`^${pattern.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(path)
  return match ? { ...match.groups } : null
}

function respond(route: RouteSpec, give: () => unknown): Response {
  try {
    const status = Number(Object.keys(route.success)[0])
    const answered = give()
    return route.success[status] === null ? new Response(null, { status }) : Response.json(answered, { status })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { status, title } = problems[error.code]
    return new Response(
      JSON.stringify({ type: 'about:blank', title, status, code: error.code, errors: error.errors }),
      {
        status,
        headers: { 'content-type': 'application/problem+json' },
      },
    )
  }
}
