import type { Invitation } from '@commonweal/contracts/invitations'
import type { Person } from '@commonweal/contracts/people'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { NOW, ask, mailsTo, startTestApp, type TestApp } from '../../test/test-app.ts'

let test: TestApp
let cast: Cast
let base: string

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  base = `/communities/${cast.here.communityId}`
})
afterAll(() => test.close())
beforeEach(() => {
  test.clock.now = NOW
})

const post = (url: string, body: object, token = cast.here.steward.token) =>
  ask(test.app, { method: 'POST', url, body, token })
const invite = (email: string, extra: object = {}) =>
  post(`${base}/invitations`, {
    email,
    displayName: 'Nora Vik',
    role: 'member',
    organisationId: cast.here.organisations.library,
    ...extra,
  })
const asNew = { displayName: 'Nora Vik', password: 'a long sentence of my own' }

describe('invitations', () => {
  it('a mail, a link, an account: the guest acts for their organisation', async () => {
    const invitation = (await invite('nora@vik.example')).json<Invitation>()
    expect(invitation).toMatchObject({ state: 'open', organisation: 'Town Library', capacity: 'partner' })
    const [mail] = await mailsTo(test, 'nora@vik.example')
    expect(mail?.text).toContain('Lindenmark')
    const seen = await post('/invitations/read', { token: mail?.token })
    expect(seen.json()).toMatchObject({ community: 'Lindenmark', role: 'member', hasAccount: false })
    const session = await post('/invitations/accept-as-new', { token: mail?.token, ...asNew })
    const me = (await ask(test.app, { url: '/me', token: session.json<{ accessToken: string }>().accessToken })).json()
    expect(me.communities).toMatchObject([
      { slug: 'lindenmark', role: 'member', organisations: [{ name: 'Town Library' }] },
    ])
    expect((await post('/invitations/accept-as-new', { token: mail?.token, ...asNew })).json()).toMatchObject({
      status: 410,
      code: 'link-not-valid',
    })
    expect((await invite('Nora@vik.example')).json()).toMatchObject({ status: 409, code: 'already-here' })
  })

  it('somebody with an account accepts signed in, and only for their own address', async () => {
    await invite(cast.stranger.email)
    const [mail] = await mailsTo(test, cast.stranger.email)
    const foreign = await post('/invitations/accept', { token: mail?.token }, cast.elsewhere.member.token)
    expect(foreign.json()).toMatchObject({ status: 403, code: 'invitation-for-other' })
    expect((await post('/invitations/accept-as-new', { token: mail?.token, ...asNew })).json()).toMatchObject({
      code: 'account-exists',
    })
    const both = await Promise.all(
      [1, 2].map(() => post('/invitations/accept', { token: mail?.token }, cast.stranger.token)),
    )
    expect(both.map((answer) => answer.statusCode).toSorted()).toEqual([200, 410])
  })

  it('a second open invitation for an address is refused; one taken back makes room', async () => {
    const { id } = (await invite('twice@vik.example')).json<Invitation>()
    expect((await invite('TWICE@vik.example')).json()).toMatchObject({ status: 409, code: 'already-invited' })
    expect((await post(`${base}/invitations/${id}/revoke`, {})).json()).toMatchObject({ state: 'revoked' })
    const [mail] = await mailsTo(test, 'twice@vik.example')
    expect((await post('/invitations/read', { token: mail?.token })).json()).toMatchObject({ code: 'link-not-valid' })
    expect((await invite('twice@vik.example')).statusCode).toBe(201)
  })

  it('sent again, the old link is dead and the new one works', async () => {
    const { id } = (await invite('again@vik.example')).json<Invitation>()
    expect((await post(`${base}/invitations/${id}/resend`, {})).statusCode).toBe(200)
    const mails = await mailsTo(test, 'again@vik.example')
    const answers = await Promise.all(mails.map((mail) => post('/invitations/read', { token: mail.token })))
    expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([200, 410])
  })

  it('an invitation runs out after two weeks and shows as expired', async () => {
    const { id } = (await invite('late@vik.example')).json<Invitation>()
    const [mail] = await mailsTo(test, 'late@vik.example')
    test.clock.now = new Date(NOW.getTime() + 15 * 86_400_000)
    expect((await post('/invitations/read', { token: mail?.token })).json()).toMatchObject({ code: 'link-not-valid' })
    const list = (await ask(test.app, { url: `${base}/invitations?limit=100`, token: cast.here.steward.token })).json<{
      items: Invitation[]
    }>()
    expect(list.items.find((each) => each.id === id)?.state).toBe('expired')
  })

  it('an organisation of another community is unknown', async () => {
    const answer = await invite('x@vik.example', { organisationId: cast.elsewhere.organisations.library })
    expect(answer.json()).toMatchObject({ status: 422, code: 'organisation-unknown' })
  })
})

describe('people', () => {
  const act = (personId: string, verb: string, body: object = {}) => post(`${base}/people/${personId}/${verb}`, body)

  it('suspension and readmission act at once', async () => {
    const { personId, token } = cast.here.viewer
    expect((await act(personId, 'suspend', { reason: ' ' })).json()).toMatchObject({ code: 'reason-missing' })
    await act(personId, 'suspend', { reason: 'Shared the list outside' })
    expect((await ask(test.app, { url: base, token })).statusCode).toBe(404)
    await act(personId, 'readmit')
    expect((await ask(test.app, { url: base, token })).statusCode).toBe(200)
  })

  it('a change of role acts at once, and the last steward stays', async () => {
    const { personId, token } = cast.here.coordinator
    expect(
      (await post(`${base}/invitations`, { email: 'a@b.example', displayName: 'A', role: 'viewer' }, token)).statusCode,
    ).toBe(403)
    await act(personId, 'role', { role: 'steward' })
    expect(
      (await post(`${base}/invitations`, { email: 'a@b.example', displayName: 'A', role: 'viewer' }, token)).statusCode,
    ).toBe(201)
    const both = await Promise.all([
      act(cast.here.steward.personId, 'role', { role: 'member' }),
      post(`${base}/people/${personId}/role`, { role: 'member' }, token),
    ])
    expect(both.map((answer) => answer.statusCode).filter((status) => status === 200)).toHaveLength(1)
  })

  it('a person comes to act for an organisation and later stops; the trace stays', async () => {
    const steward =
      (await ask(test.app, { url: base, token: cast.here.steward.token })).statusCode === 200
        ? cast.here.steward
        : cast.here.coordinator
    const { rows } = await test.pool.query<{ token: string }>(
      `select p.id as token from roles r join people p on p.id = r.person_id and p.community_id = r.community_id
        where r.community_id = $1 and r.role = 'steward' and r.to_on is null`,
      [cast.here.communityId],
    )
    const token = rows[0]?.token === cast.here.coordinator.personId ? cast.here.coordinator.token : steward.token
    const url = `${base}/people/${cast.here.viewer.personId}/representations`
    const organisationId = cast.here.organisations.council
    expect((await post(url, { organisationId, capacity: 'statutory' }, token)).statusCode).toBe(201)
    expect((await post(url, { organisationId, capacity: 'partner' }, token)).json()).toMatchObject({
      code: 'already-representing',
    })
    expect((await post(`${url}/end`, { organisationId, on: '2020-01-01' }, token)).json()).toMatchObject({
      code: 'dates-in-wrong-order',
    })
    const ended = (await post(`${url}/end`, { organisationId, on: '2026-06-01' }, token)).json<Person>()
    expect(ended.representations).toMatchObject([
      { organisation: 'Town Council', capacity: 'statutory', to: '2026-06-01' },
    ])
  })
})
