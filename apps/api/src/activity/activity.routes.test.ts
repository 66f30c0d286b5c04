import type { ActivityRow } from '@commonweal/contracts/activity'
import type { Initiative } from '@commonweal/contracts/initiatives'
import type { Pledge } from '@commonweal/contracts/pledges'
import type { Space } from '@commonweal/contracts/spaces'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'

let test: TestApp
let cast: Cast
let base: string

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  base = `/communities/${cast.here.communityId}`
})
afterAll(() => test.close())

const send = async <Answer>(method: 'POST' | 'PUT', path: string, body: object) => {
  const answer = await ask(test.app, { method, url: `${base}${path}`, token: cast.here.steward.token, body })
  expect(answer.statusCode, answer.body).toBeLessThan(300)
  return answer.json<Answer>()
}
const acts = async (q = '') =>
  (
    await ask(test.app, {
      url: `${base}/activity${q ? `?q=${encodeURIComponent(q)}` : ''}`,
      token: cast.here.viewer.token,
    })
  ).json<{ items: ActivityRow[] }>().items

it('calls things by the name they have now, and nobody who is only spoken of', async () => {
  const { council, school } = cast.here.organisations
  const initiative = await send<Initiative>('POST', '/initiatives', {
    title: 'Reading boat',
    kind: 'joint',
    participations: [{ organisationId: school, role: 'lead' }],
  })
  const space = await send<Space>('POST', '/spaces', {
    name: 'Boat house',
    kind: 'physical',
    address: 'Quay 2',
    hostId: council,
  })
  const pledge = await send<Pledge>('POST', '/pledges', {
    organisationId: council,
    kind: 'cash',
    route: 'local-budget',
    amountMinor: 5000,
    currency: 'EUR',
  })
  await test.pool.query(`update initiatives set title = 'Books on boats' where id = $1`, [initiative.id])
  const suspended = await ask(test.app, {
    method: 'POST',
    url: `${base}/people/${cast.here.member.personId}/suspend`,
    token: cast.here.steward.token,
    body: { reason: 'Away' },
  })
  expect(suspended.statusCode, suspended.body).toBeLessThan(300)

  const named = new Map((await acts()).map(({ verb, objectId, object }) => [`${verb} ${objectId}`, object]))
  expect(named.get(`startInitiative ${initiative.id}`)).toBe('Books on boats')
  expect(named.get(`offerSpace ${space.id}`)).toBe('Boat house')
  expect(named.get(`offerPledge ${pledge.id}`)).toBe('Town Council')
  expect((await acts('on boats')).map(({ verb }) => verb)).toEqual(['startInitiative'])
  expect((await acts('BOAT HOUSE')).map(({ verb }) => verb)).toEqual(['offerSpace'])
  expect(named.get(`suspendPerson ${cast.here.member.personId}`)).toBeNull()
})
