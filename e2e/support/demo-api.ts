import { inject } from 'vitest'
import '../../tools/testing/provided.ts'
import type { Role } from './people.ts'

export interface Refusal {
  readonly status: number
  readonly code: string
}

interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
}

/** The demo community as one of its people reaches it without a browser: for what a test needs to be there. */
export interface DemoApi {
  readonly slug: string
  /** Asks below the community's address, `partners?limit=1`; throws on a refusal. */
  readonly ask: <Answer>(path: string, request?: Request) => Promise<Answer>
  /** The refusal that must come; throws when the server allows it. */
  readonly refusalOf: (path: string, request: Request) => Promise<Refusal>
}

const demo = 'lindenmark'

interface Me {
  readonly communities: readonly { readonly id: string; readonly slug: string }[]
}

export async function demoApiAs(role: Role): Promise<DemoApi> {
  const { accessToken } = await read<{ accessToken: string }>(
    await send('/demo/session', { method: 'POST', body: { role } }),
  )
  const authorization = `Bearer ${accessToken}`
  const me = await read<Me>(await send('/me', { headers: { authorization } }))
  // Other tests found communities of their own, which may come first.
  const community = me.communities.find(({ slug }) => slug === demo)
  if (!community) throw new Error(`the ${role} of the demo is in no community`)
  const reach = (path: string, request: Request = {}) =>
    send(`/communities/${community.id}/${path}`, { ...request, headers: { authorization, ...request.headers } })
  return {
    slug: community.slug,
    ask: async <Answer>(path: string, request?: Request) => read<Answer>(await reach(path, request)),
    refusalOf: async (path, request) => {
      const response = await reach(path, request)
      if (response.ok) throw new Error(`${path} was allowed to the ${role}`)
      return (await response.json()) as Refusal
    },
  }
}

function send(path: string, { method = 'GET', body, headers = {} }: Request): Promise<Response> {
  return fetch(`${inject('baseUrl')}/api/v1${path}`, {
    method,
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
}

async function read<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw new Error(`${response.status} ${response.url}: ${await response.text()}`)
  return (await response.json()) as Answer
}
