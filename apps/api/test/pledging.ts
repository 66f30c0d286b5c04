import type { Pledge } from '@commonweal/contracts/pledges'
import type { LightMyRequestResponse } from 'fastify'
import type { Cast } from './cast.ts'
import { ask, type TestApp } from './test-app.ts'

export const cash = { kind: 'cash', route: 'partner-co-funding', amountMinor: 100_000, currency: 'EUR' }
export const today = { on: '2026-05-15' }

type Answer = Promise<LightMyRequestResponse>

export interface Pledging {
  readonly base: string
  readonly initiativeId: string
  /** Below `/pledges`, as the steward unless somebody else is named. */
  readonly post: (path: string, body: object, token?: string, headers?: Record<string, string>) => Answer
  /** What the school's member offers, and what the library then made of it. */
  readonly offer: (extra?: object) => Promise<Pledge>
  readonly confirmed: (extra?: object) => Promise<Pledge>
  readonly edit: (id: string, revision: number, body: object, token?: string) => Answer
  readonly plan: (id: string, revision: number, body: object, token?: string) => Answer
}

/** An initiative led by the library, and what the school does there with its pledges. */
export async function pledgingOf({ app }: TestApp, { here }: Cast): Promise<Pledging> {
  const base = `/communities/${here.communityId}`
  const { library, school } = here.organisations
  const started = await ask(app, {
    method: 'POST',
    url: `${base}/initiatives`,
    token: here.steward.token,
    body: {
      title: 'Repair café',
      kind: 'joint',
      startedOn: '2026-01-10',
      participations: [
        { organisationId: library, role: 'lead' },
        { organisationId: school, role: 'contributor' },
      ],
    },
  })
  const initiativeId = started.json<{ id: string }>().id
  const post = (path: string, body: object, token = here.steward.token, headers: Record<string, string> = {}) =>
    ask(app, { method: 'POST', url: `${base}/pledges${path}`, token, body, headers })
  const offer = async (extra: object = {}) => {
    const draft = { organisationId: school, initiativeId, ...cash, ...extra }
    return (await post('', draft, here.member.token)).json<Pledge>()
  }
  return {
    base,
    initiativeId,
    post,
    offer,
    confirmed: async (extra: object = {}) => {
      const { id } = await offer(extra)
      await post(`/${id}/accept`, today, here.librarian.token)
      return (await post(`/${id}/confirm`, today, here.librarian.token)).json<Pledge>()
    },
    edit: (id: string, revision: number, body: object, token = here.member.token) =>
      ask(app, {
        method: 'PUT',
        url: `${base}/pledges/${id}`,
        token,
        body,
        headers: { 'if-match': `"${revision}"` },
      }),
    plan: (id: string, revision: number, body: object, token = here.member.token) =>
      post(`/${id}/plan`, body, token, { 'if-match': `"${revision}"` }),
  }
}
