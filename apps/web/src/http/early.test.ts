import { readMe } from '@commonweal/contracts/access'
import { listInitiatives } from '@commonweal/contracts/initiatives'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runInThisContext } from 'node:vm'
import { beforeEach, expect, test, vi } from 'vitest'

const boot = readFileSync(path.resolve(import.meta.dirname, '../../public/boot.js'), 'utf8')
const communityId = '0196f0a0-0000-7000-8000-000000000001'
const me = { account: {}, communities: [{ id: communityId, slug: 'lindenmark' }] }
const list = { items: [{ id: 'one' }], nextCursor: null }
const listUrl = `/api/v1/communities/${communityId}/initiatives`

let asked: string[] = []

beforeEach(() => {
  vi.resetModules()
  localStorage.clear()
})

/** Opens an address as a browser does: `boot.js` first, then the scripts. */
async function open(address: string, answers: Record<string, () => Response | Promise<Response>> = {}) {
  history.replaceState(null, '', address)
  asked = []
  const known: typeof answers = {
    '/api/v1/session/refresh': () => Response.json({ accessToken: 'token', expiresInSeconds: 600 }),
    '/api/v1/me': () => Response.json(me),
    [listUrl]: () => Response.json(list),
    ...answers,
  }
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return known[url]?.() ?? new Response(null, { status: 404 })
  })
  runInThisContext(boot)
  const early = await import('./early.ts')
  const { call } = await import('./call.ts')
  const { pagesAhead } = await import('./ahead.ts')
  return { ...early, call, pagesAhead }
}

test('a list is asked for before the scripts are there, and each answer is taken once', async () => {
  const { earlyAnswersAreThere, pagesAhead, call } = await open('/c/lindenmark/initiatives')
  await earlyAnswersAreThere()
  expect(asked).toEqual(['/api/v1/session/refresh', '/api/v1/me', listUrl])
  expect(pagesAhead(listInitiatives, { params: { communityId }, query: {} })).toEqual({
    pages: [list],
    pageParams: [null],
  })
  expect(pagesAhead(listInitiatives, { params: { communityId }, query: {} })).toBeUndefined()
  expect(await call(readMe, {})).toEqual(me)
  expect(asked).toHaveLength(3)
  await call(readMe, {})
  expect(asked.slice(3)).toEqual(['/api/v1/me'])
})

test('the second time a list does not wait for who I am', async () => {
  const first = await open('/c/lindenmark/initiatives')
  await first.earlyAnswersAreThere()
  vi.resetModules()
  const never = new Promise<Response>(() => undefined)
  const { earlyAnswer } = await open('/c/lindenmark/initiatives', { '/api/v1/me': () => never })
  expect(await earlyAnswer(listUrl)).toEqual(list)
})

test('a community that has another id by now is asked for by that one', async () => {
  localStorage.setItem('commonweal-communities', JSON.stringify({ lindenmark: 'old' }))
  const { earlyAnswersAreThere, earlyAnswer } = await open('/c/lindenmark/initiatives')
  await earlyAnswersAreThere()
  expect(await earlyAnswer(listUrl)).toEqual(list)
  expect(await earlyAnswer('/api/v1/communities/old/initiatives')).toBeNull()
})

test('what is kept and cannot be read is left aside', async () => {
  localStorage.setItem('commonweal-communities', '{')
  const { earlyAnswer, earlyAnswersAreThere } = await open('/c/lindenmark/initiatives')
  await earlyAnswersAreThere()
  expect(await earlyAnswer(listUrl)).toEqual(list)
})

test('with a search, and on another page, only the session and who I am are asked for', async () => {
  for (const address of ['/c/lindenmark/initiatives?q=garden', '/c/lindenmark/today']) {
    vi.resetModules()
    const { earlyAnswersAreThere } = await open(address)
    await earlyAnswersAreThere()
    expect(asked).toEqual(['/api/v1/session/refresh', '/api/v1/me'])
  }
})

test('the session is taken over once, and never in storage', async () => {
  const { earlySession, earlyAnswersAreThere } = await open('/c/lindenmark/initiatives')
  await earlyAnswersAreThere()
  expect(await earlySession()).toMatchObject({ accessToken: 'token' })
  expect(await earlySession()).toBeNull()
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('token')
})

test('what was refused or lost is no answer', async () => {
  const { earlyAnswersAreThere, earlySession, earlyAnswer } = await open('/c/lindenmark/initiatives', {
    '/api/v1/session/refresh': () => new Response(null, { status: 401 }),
  })
  await earlyAnswersAreThere()
  expect(asked).toEqual(['/api/v1/session/refresh'])
  expect(await earlySession()).toBeNull()
  expect(await earlyAnswer('/api/v1/me')).toBeNull()

  vi.resetModules()
  const lost = await open('/c/lindenmark/initiatives', { [listUrl]: () => Promise.reject(new TypeError('offline')) })
  await lost.earlyAnswersAreThere()
  expect(await lost.earlyAnswer(listUrl)).toBeNull()
})

test('an answer that is not there yet is waited for, not asked for again', async () => {
  const late = Promise.withResolvers<Response>()
  const { earlyAnswer, earlyAnswerThere } = await open('/c/lindenmark/initiatives', {
    '/api/v1/me': () => late.promise,
  })
  expect(earlyAnswerThere('/api/v1/me')).toBeNull()
  const answer = earlyAnswer('/api/v1/me')
  late.resolve(Response.json(me))
  expect(await answer).toEqual(me)
})

test('after ten seconds, after a change and on behalf of an organisation the page asks for itself', async () => {
  const old = await open('/c/lindenmark/initiatives')
  await old.earlyAnswersAreThere()
  vi.spyOn(performance, 'now').mockReturnValue(10_001)
  expect(await old.earlyAnswer('/api/v1/me')).toBeNull()
  vi.restoreAllMocks()

  vi.resetModules()
  const changed = await open('/c/lindenmark/initiatives')
  await changed.earlyAnswersAreThere()
  changed.forgetEarly()
  expect(await changed.earlyAnswer('/api/v1/me')).toBeNull()

  vi.resetModules()
  const behalf = await open('/c/lindenmark/initiatives')
  await behalf.earlyAnswersAreThere()
  const { actFor } = await import('./on-behalf.ts')
  actFor(communityId, 'organisation')
  expect(behalf.pagesAhead(listInitiatives, { params: { communityId }, query: {} })).toBeUndefined()
  actFor(communityId, null)
  expect(behalf.pagesAhead(listInitiatives, { params: { communityId }, query: {} })).toBeDefined()
})

test('who signs out leaves no communities behind', async () => {
  const { earlyAnswersAreThere, forgetCommunities } = await open('/c/lindenmark/initiatives')
  await earlyAnswersAreThere()
  expect(localStorage.getItem('commonweal-communities')).toContain(communityId)
  forgetCommunities()
  expect(localStorage.getItem('commonweal-communities')).toBeNull()
})

test('a refusal is read to its end, so that its connection is free for the next question', async () => {
  const refusal = Response.json({ code: 'session-ended' }, { status: 401 })
  const { earlyAnswersAreThere, earlySession } = await open('/sign-in', { '/api/v1/session/refresh': () => refusal })
  await earlyAnswersAreThere()
  expect(await earlySession()).toBeNull()
  expect(refusal.bodyUsed).toBe(true)
})
