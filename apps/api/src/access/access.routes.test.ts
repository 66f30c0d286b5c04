import type { LightMyRequestResponse } from 'fastify'
import { createHmac } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { NOW, ask, startTestApp, type TestApp } from '../../test/test-app.ts'
import { accounts } from './access.table.ts'
import { hashPassword } from './password.ts'

let test: TestApp
let cast: Cast
const email = 'Astrid@lindenmark.example'
const password = 'löjrom och rädisor 🌱'

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  await test.house.db
    .insert(accounts)
    .values({ id: uuidv7(), email, displayName: 'Astrid', passwordHash: await hashPassword(password), createdAt: NOW })
})
afterAll(() => test.close())
beforeEach(() => {
  test.clock.now = NOW
})

const signIn = (body: object = { email, password }) => ask(test.app, { method: 'POST', url: '/session', body })
const cookieOf = (answer: LightMyRequestResponse) => answer.cookies.find((cookie) => cookie.name === 'commonweal')
const refresh = (token: string | undefined, headers: Record<string, string> = {}) =>
  ask(test.app, {
    method: 'POST',
    url: '/session/refresh',
    headers: { cookie: `commonweal=${token ?? ''}`, ...headers },
  })

describe('signIn', () => {
  it('opens a session: a short token in the answer, a refresh token only in an HttpOnly cookie', async () => {
    const answer = await signIn({ email: 'astrid@LINDENMARK.example', password })
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({ accessToken: expect.any(String), expiresInSeconds: 600 })
    expect(cookieOf(answer)).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
    const me = await ask(test.app, { url: '/me', token: answer.json().accessToken })
    expect(me.json()).toMatchObject({ account: { email, displayName: 'Astrid' }, communities: [] })
  })

  it('a wrong password and an unknown address answer alike', async () => {
    const wrong = await signIn({ email, password: 'not this one' })
    const unknown = await signIn({ email: 'nobody@nowhere.example', password })
    expect(wrong.statusCode).toBe(401)
    expect(wrong.body).toBe(unknown.body)
  })

  it('the password is the same whichever way its letters were composed', async () => {
    expect((await signIn({ email, password: password.normalize('NFD') })).statusCode).toBe(200)
  })

  it('over https the cookie carries the __Host- prefix and Secure', async () => {
    const secure = await startTestApp({ publicUrl: 'https://commonweal.test' })
    await secure.house.db
      .insert(accounts)
      .values({ id: uuidv7(), email, displayName: 'A', passwordHash: await hashPassword(password), createdAt: NOW })
    const answer = await ask(secure.app, { method: 'POST', url: '/session', body: { email, password } })
    expect(answer.cookies[0]).toMatchObject({ name: '__Host-commonweal', secure: true, httpOnly: true, path: '/' })
    await secure.close()
  })
})

describe('refreshSession', () => {
  it('rotates the refresh token and gives a new access token', async () => {
    const first = cookieOf(await signIn())?.value
    const answer = await refresh(first)
    expect(answer.statusCode).toBe(200)
    expect(cookieOf(answer)?.value).not.toBe(first)
  })

  it('ten tabs that refresh at once all stay signed in, and one token results', async () => {
    const first = cookieOf(await signIn())?.value
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(first)))
    expect(answers.map((answer) => answer.statusCode)).toEqual(Array(10).fill(200))
    expect(answers.filter((answer) => cookieOf(answer)).length).toBe(1)
  })

  it('a token used again later ends the whole family', async () => {
    const first = cookieOf(await signIn())?.value
    const second = cookieOf(await refresh(first))?.value
    test.clock.now = new Date(NOW.getTime() + 60_000)
    expect((await refresh(first)).json()).toMatchObject({ status: 401, code: 'session-ended' })
    expect((await refresh(second)).json()).toMatchObject({ status: 401, code: 'session-ended' })
  })

  it('the access token of an ended session opens nothing', async () => {
    const answer = await signIn()
    await ask(test.app, {
      method: 'POST',
      url: '/session/end',
      headers: { cookie: `commonweal=${cookieOf(answer)?.value}` },
    })
    expect((await ask(test.app, { url: '/me', token: answer.json().accessToken })).statusCode).toBe(401)
  })

  it.each([undefined, 'x', `${uuidv7()}.${'a'.repeat(43)}`])('the cookie %s is refused', async (token) => {
    expect((await refresh(token)).json()).toMatchObject({ status: 401, code: 'session-ended' })
  })

  it('a page of another site cannot use the cookie', async () => {
    const first = cookieOf(await signIn())?.value
    const answer = await refresh(first, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })
    expect(answer.statusCode).toBe(401)
    expect((await refresh(first)).statusCode).toBe(200)
  })

  it('a session ends after thirty days', async () => {
    const first = cookieOf(await signIn())?.value
    test.clock.now = new Date(NOW.getTime() + 31 * 86_400_000)
    expect((await refresh(first)).statusCode).toBe(401)
  })
})

describe('access tokens', () => {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const seconds = () => Math.floor(Date.now() / 1000)
  const forge = (header: object, claims: object, hash = 'sha256', secret = test.house.config.secret) => {
    const content = `${encode({ alg: 'HS256', typ: 'at+jwt', ...header })}.${encode({
      sub: cast.here.steward.accountId,
      sid: uuidv7(),
      iss: 'commonweal',
      aud: 'commonweal-api',
      iat: seconds(),
      exp: seconds() + 600,
      ...claims,
    })}`
    return `${content}.${createHmac(hash, secret).update(content).digest('base64url')}`
  }

  it.each([
    ['no token', () => ''],
    [
      'algorithm none',
      () => `${encode({ alg: 'none', typ: 'at+jwt' })}.${encode({ sub: cast.here.steward.accountId })}.`,
    ],
    ['HS512', () => forge({ alg: 'HS512' }, {}, 'sha512')],
    ['another audience', () => forge({}, { aud: 'other' })],
    ['another issuer', () => forge({}, { iss: 'other' })],
    ['another type', () => forge({ typ: 'JWT' }, {})],
    ['a critical header', () => forge({ crit: ['x'], x: 1 }, {})],
    ['expired', () => forge({}, { exp: seconds() - 1 })],
    ['without expiry', () => forge({}, { exp: undefined })],
    ['another key', () => forge({}, {}, 'sha256', 'another secret of at least thirty-two bytes')],
    ['tampered', () => `${cast.here.steward.token.slice(0, -2)}AA`],
    ['nine kilobytes', () => forge({}, { pad: 'x'.repeat(9000) })],
    ['not a token', () => '…'],
  ])('%s is a 401 problem', async (_name, token) => {
    const answer = await ask(test.app, { url: '/me', token: encodeURI(token()) })
    expect(answer.json()).toMatchObject({ status: 401, code: 'not-signed-in' })
  })

  it('a forged token with the right parts but no session opens nothing', async () => {
    expect((await ask(test.app, { url: '/me', token: forge({}, {}) })).statusCode).toBe(401)
  })
})

describe('demo sign-in', () => {
  it('is not offered unless the installation allows it', async () => {
    expect((await ask(test.app, { url: '/demo/sign-ins' })).json()).toEqual({ items: [] })
    const answer = await ask(test.app, { method: 'POST', url: '/demo/session', body: { role: 'steward' } })
    expect(answer.json()).toMatchObject({ status: 404, code: 'demo-not-offered' })
  })
})

describe('on behalf of', () => {
  it('an organisation the person does not act for is refused', async () => {
    const answer = await ask(test.app, {
      url: `/communities/${cast.here.communityId}`,
      token: cast.here.member.token,
      headers: { 'on-behalf-of': cast.here.organisations.library },
    })
    expect(answer.json()).toMatchObject({ status: 403, code: 'not-your-organisation' })
  })
})
