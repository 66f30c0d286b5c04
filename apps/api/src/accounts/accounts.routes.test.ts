import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { NOW, ask, mailsTo, startTestApp, type TestApp } from '../../test/test-app.ts'

let test: TestApp
const password = 'a long sentence of my own'

beforeAll(async () => {
  test = await startTestApp()
})
afterAll(() => test.close())
beforeEach(() => {
  test.clock.now = NOW
})

const post = (url: string, body: object, token?: string) => ask(test.app, { method: 'POST', url, body, token })
const signUp = (email: string, displayName = 'Bo Lund') => post('/accounts', { email, displayName, password })
const signIn = (email: string, word = password) => post('/session', { email, password: word })

async function accountOf(email: string): Promise<string> {
  await signUp(email)
  const mails = await mailsTo(test, email)
  const confirmed = await post('/accounts/confirm', { token: mails.at(-1)?.token })
  return confirmed.json<{ accessToken: string }>().accessToken
}

describe('signUp', () => {
  it('an account comes into being by the link in the mail, once', async () => {
    expect((await signUp('bo@lund.example')).statusCode).toBe(202)
    expect((await signIn('bo@lund.example')).statusCode).toBe(401)
    const [mail] = await mailsTo(test, 'bo@lund.example')
    expect((await post('/accounts/confirm', { token: mail?.token })).statusCode).toBe(200)
    expect((await signIn('bo@lund.example')).statusCode).toBe(200)
    expect((await post('/accounts/confirm', { token: mail?.token })).json()).toMatchObject({
      status: 410,
      code: 'link-not-valid',
    })
  })

  it('a known address gets the same answer, and another mail', async () => {
    await accountOf('known@lund.example')
    const unknown = await signUp('fresh@lund.example')
    const known = await signUp('Known@lund.example')
    expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body])
    const mails = await mailsTo(test, 'Known@lund.example')
    expect(mails.map((mail) => mail.subject)).toEqual(['You already have an account at Commonweal'])
  })

  it('a link runs out after a day', async () => {
    await signUp('slow@lund.example')
    const [mail] = await mailsTo(test, 'slow@lund.example')
    test.clock.now = new Date(NOW.getTime() + 25 * 3_600_000)
    expect((await post('/accounts/confirm', { token: mail?.token })).json()).toMatchObject({ code: 'link-not-valid' })
  })

  it.each([
    ['short', 'password-too-short'],
    ['aaaaaaaaaaaaaaaaaaaaaaa', 'password-too-common'],
    ['mari@lund.example', 'password-names-you'],
  ])('the password %s is refused', async (word, code) => {
    const answer = await post('/accounts', { email: 'mari@lund.example', displayName: 'Mari', password: word })
    expect(answer.json()).toMatchObject({ status: 422, code })
  })

  it('too many sign-ups for one address are turned away', async () => {
    const answers = []
    for (let index = 0; index < 7; index += 1) answers.push((await signUp('often@lund.example')).statusCode)
    expect(answers).toEqual([202, 202, 202, 202, 202, 429, 429])
  })
})

describe('password', () => {
  it('a reset sets a new one and ends every session; the owner is told', async () => {
    const token = await accountOf('eva@lund.example')
    expect((await post('/password-resets', { email: 'eva@lund.example' })).statusCode).toBe(202)
    const mail = await vi.waitFor(async () => {
      const mails = await mailsTo(test, 'eva@lund.example')
      expect(mails.at(-1)?.subject).toBe('A new password for Commonweal')
      return mails.at(-1)
    })
    const body = { token: mail?.token, password: 'another sentence of my own' }
    expect((await post('/password-resets/complete', body)).statusCode).toBe(204)
    expect((await post('/password-resets/complete', body)).json()).toMatchObject({ code: 'link-not-valid' })
    expect((await ask(test.app, { url: '/me', token })).statusCode).toBe(401)
    expect((await signIn('eva@lund.example')).statusCode).toBe(401)
    expect((await signIn('eva@lund.example', body.password)).statusCode).toBe(200)
    expect((await mailsTo(test, 'eva@lund.example')).at(-1)?.subject).toBe('Your password was changed')
  })

  it('the link leads back to the invitation one came from, whose secret no server is told by an address', async () => {
    await accountOf('nils@lund.example')
    const invitation = 'i'.repeat(43)
    expect((await post('/password-resets', { email: 'nils@lund.example', invitation })).statusCode).toBe(202)
    const mail = await vi.waitFor(async () => {
      const last = (await mailsTo(test, 'nils@lund.example')).at(-1)
      expect(last?.subject).toBe('A new password for Commonweal')
      return last
    })
    expect(mail?.text).toContain(`/new-password#${mail?.token}.${invitation}\n`)
    const body = { token: mail?.token, password: 'another sentence of my own' }
    expect((await post('/password-resets/complete', body)).statusCode).toBe(204)
  })

  it('the link leads to the page one was going to, and only within the product', async () => {
    await accountOf('siv@lund.example')
    const back = "/c/lindenmark/partners?q=b%26b&name=O'Brien#row-3"
    expect((await post('/password-resets', { email: 'siv@lund.example', back })).statusCode).toBe(202)
    const mail = await vi.waitFor(async () => {
      const last = (await mailsTo(test, 'siv@lund.example')).at(-1)
      expect(last?.subject).toBe('A new password for Commonweal')
      return last
    })
    // The mail writes every `=` as `=3D` (RFC 2045, section 6.7).
    expect(mail?.text.replaceAll('=3D', '=')).toContain(`/new-password#${mail?.token}${back}\n`)
    for (const away of [
      '//elsewhere.example',
      '/\\elsewhere.example',
      'https://elsewhere.example',
      '/\n.example',
      'c',
    ]) {
      const answer = await post('/password-resets', { email: 'siv@lund.example', back: away })
      expect(answer.statusCode).toBe(400)
      expect(answer.json()).toMatchObject({ errors: [{ pointer: '/back' }] })
    }
    // The first opened the account.
    expect(await mailsTo(test, 'siv@lund.example')).toHaveLength(2)
  })

  it('an unknown address answers alike and gets no mail', async () => {
    const known = await post('/password-resets', { email: 'eva@lund.example' })
    const unknown = await post('/password-resets', { email: 'nobody@lund.example' })
    expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body])
    expect(await mailsTo(test, 'nobody@lund.example')).toEqual([])
  })

  it('a change needs the present one, and ends the other sessions only', async () => {
    const token = await accountOf('ida@lund.example')
    const other = (await signIn('ida@lund.example')).json<{ accessToken: string }>().accessToken
    const wrong = await post(
      '/me/password',
      { currentPassword: 'not this', newPassword: 'another sentence of mine' },
      token,
    )
    expect(wrong.json()).toMatchObject({ code: 'sign-in-refused', errors: [{ pointer: '/currentPassword' }] })
    expect(
      (await post('/me/password', { currentPassword: password, newPassword: 'another sentence of mine' }, token))
        .statusCode,
    ).toBe(204)
    expect((await ask(test.app, { url: '/me', token })).statusCode).toBe(200)
    expect((await ask(test.app, { url: '/me', token: other })).statusCode).toBe(401)
  })
})

describe('sessions', () => {
  it('shows where I am signed in, and ends one of them at once', async () => {
    const token = await accountOf('per@lund.example')
    const other = (await signIn('per@lund.example')).json<{ accessToken: string }>().accessToken
    const mine = (await ask(test.app, { url: '/me/sessions', token })).json<{
      items: { id: string; isThisOne: boolean }[]
    }>().items
    expect(mine.map((each) => each.isThisOne).toSorted()).toEqual([false, true])
    const elsewhere = mine.find((each) => !each.isThisOne)
    expect((await post(`/me/sessions/${elsewhere?.id}/end`, {}, token)).statusCode).toBe(204)
    expect((await ask(test.app, { url: '/me', token: other })).statusCode).toBe(401)
  })

  it('a session of somebody else is not there', async () => {
    const token = await accountOf('leo@lund.example')
    const stranger = await accountOf('lis@lund.example')
    const [theirs] = (await ask(test.app, { url: '/me/sessions', token: stranger })).json<{ items: { id: string }[] }>()
      .items
    expect((await post(`/me/sessions/${theirs?.id}/end`, {}, token)).statusCode).toBe(404)
  })
})

describe('foundCommunity', () => {
  it('makes the founder its first steward', async () => {
    const token = await accountOf('founder@lund.example')
    const draft = {
      name: 'Lindenmark',
      slug: 'lindenmark',
      country: 'DK',
      timezone: 'Europe/Copenhagen',
      currency: 'EUR',
    }
    const made = await post('/communities', draft, token)
    expect(made.statusCode).toBe(201)
    const me = (await ask(test.app, { url: '/me', token })).json()
    expect(me.communities).toMatchObject([{ slug: 'lindenmark', role: 'steward' }])
    expect((await post('/communities', draft, token)).json()).toMatchObject({
      status: 409,
      code: 'community-slug-taken',
    })
    expect((await post('/communities', { ...draft, slug: 'x1', timezone: 'Mars/Base' }, token)).json()).toMatchObject({
      code: 'timezone-unknown',
    })
  })
})
