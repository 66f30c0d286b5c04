import type { Notice } from '@commonweal/contracts/notices'
import type { Partner } from '@commonweal/contracts/partners'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { thingsOf, type Things } from '../../test/given.ts'
import { ask, mailsTo, startTestApp, type TestApp } from '../../test/test-app.ts'
import { mailNotices } from './notice-mails.ts'

let test: TestApp
let cast: Cast
let things: Things
let base: string

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  things = await thingsOf(test, cast.here)
  base = `/communities/${cast.here.communityId}`
})
afterAll(() => test.close())

const noticesOf = async (token: string) =>
  (await ask(test.app, { url: `${base}/notices`, token })).json<{ items: Notice[] }>().items
const write = (body: object, token = cast.here.member.token) =>
  ask(test.app, { method: 'POST', url: `${base}/messages`, token, body })
const toLibrary = () => ({
  toOrganisationId: cast.here.organisations.library,
  objectKind: 'space',
  objectId: things.spaceId,
  text: 'Is there a ramp?',
})
const mail = () => mailNotices(test.pool, test.house.send, 'http://commonweal.test', test.clock.now)

describe('messages', () => {
  it('reach those who act for the host, on their page and by mail, once', async () => {
    expect((await write(toLibrary())).json()).toEqual({ recipients: 1 })
    expect(await noticesOf(cast.here.librarian.token)).toMatchObject([
      {
        kind: 'message',
        title: 'Reading room',
        text: 'Is there a ramp?',
        fromOrganisation: 'Hill School',
        isRead: false,
      },
    ])
    expect(await noticesOf(cast.here.member.token)).toEqual([])
    expect(await mail()).toBe(1)
    expect(await mail()).toBe(0)
    const [letter] = await mailsTo(test, cast.here.librarian.email)
    expect(letter?.text).toContain(`/c/lindenmark/spaces/${things.spaceId}`)
  })

  it('whoever wants no mails gets none, and still the notice', async () => {
    await ask(test.app, {
      method: 'PUT',
      url: `${base}/notice-settings`,
      token: cast.here.librarian.token,
      body: { mails: 'off' },
    })
    await write(toLibrary())
    expect(await mail()).toBe(0)
    expect(await noticesOf(cast.here.librarian.token)).toHaveLength(2)
    await ask(test.app, {
      method: 'PUT',
      url: `${base}/notice-settings`,
      token: cast.here.librarian.token,
      body: { mails: 'each' },
    })
  })

  it('a notice is marked by its owner and is not there for others', async () => {
    const [notice] = await noticesOf(cast.here.librarian.token)
    const read = (token: string) => ask(test.app, { method: 'POST', url: `${base}/notices/${notice?.id}/read`, token })
    expect((await read(cast.here.steward.token)).statusCode).toBe(404)
    expect((await read(cast.here.librarian.token)).statusCode).toBe(204)
    expect((await noticesOf(cast.here.librarian.token))[0]?.isRead).toBe(true)
  })

  it.each([
    ['nobody-to-reach', () => ({ toOrganisationId: cast.here.organisations.council })],
    ['organisation-unknown', () => ({ toOrganisationId: cast.elsewhere.organisations.library })],
    ['not-found', () => ({ objectId: cast.here.communityId })],
    ['request-not-valid', () => ({ text: '  \n ' })],
  ])('%s', async (code, extra) => {
    expect((await write({ ...toLibrary(), ...extra() })).json()).toMatchObject({ code })
  })

  it('a mail that cannot leave waits for the next round', async () => {
    await write(toLibrary())
    await expect(
      mailNotices(test.pool, () => Promise.reject(new Error('no route to host')), 'http://x', test.clock.now),
    ).rejects.toThrow('no route')
    expect(await mail()).toBe(1)
  })
})

describe('decisions', () => {
  it('a step of their membership is told to the people of the organisation', async () => {
    const before = (await noticesOf(cast.here.librarian.token)).length
    const answer = await ask(test.app, {
      method: 'POST',
      url: `${base}/partners/${cast.here.organisations.library}/pause`,
      token: cast.here.steward.token,
      body: { on: '2026-05-01', reason: 'Building works' },
    })
    expect(answer.json<Partner>().state).toBe('paused')
    const told = await noticesOf(cast.here.librarian.token)
    expect(told).toHaveLength(before + 1)
    expect(told).toContainEqual(
      expect.objectContaining({ kind: 'membership-decided', outcome: 'paused', text: 'Building works' }),
    )
  })
})

describe('searchCommunity', () => {
  it('finds things by a word, the nearest first, people only for those who may know them', async () => {
    const search = async (q: string, token: string) =>
      (await ask(test.app, { url: `${base}/search?q=${encodeURIComponent(q)}`, token })).json<{
        items: { kind: string; title: string }[]
      }>().items
    expect((await search('re', cast.here.viewer.token)).map((hit) => hit.title)).toEqual([
      'Repair café',
      'Reading room',
      'A hundred toasters',
    ])
    expect((await search('some', cast.here.steward.token)).map((hit) => hit.kind)).toEqual(['person'])
    expect(await search('some', cast.here.viewer.token)).toEqual([])
    expect(await search('%', cast.here.viewer.token)).toEqual([])
  })
})
