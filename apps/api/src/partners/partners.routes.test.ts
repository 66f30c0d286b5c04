import type { Partner, PartnerRow } from '@commonweal/contracts/partners'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'

let test: TestApp
let cast: Cast
let base: string

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  base = `/communities/${cast.here.communityId}/partners`
})
afterAll(() => test.close())

const draft = { name: 'River Bank', sector: 'finance', legalStatus: 'private' }
const add = (body: object, token = cast.here.coordinator.token) =>
  ask(test.app, { method: 'POST', url: base, token, body })

describe('listPartners', () => {
  it('pages through all partners in order without losing or repeating one', async () => {
    const names: string[] = []
    let cursor = ''
    do {
      const answer = await ask(test.app, {
        url: `${base}?limit=1${cursor ? `&cursor=${cursor}` : ''}`,
        token: cast.here.viewer.token,
      })
      const page = answer.json<{ items: PartnerRow[]; nextCursor: string | null }>()
      names.push(...page.items.map((item) => item.name))
      cursor = page.nextCursor ?? ''
    } while (cursor)
    expect(names).toEqual(['Hill School', 'Town Council', 'Town Library'])
  })

  it('pages by name in either direction whatever letters the names have', async () => {
    const own = await startTestApp()
    try {
      const { here } = await castOf(own)
      const partners = `/communities/${here.communityId}/partners`
      const names = [
        'ärzte ohne Eile',
        'Ärzte am Ort',
        'ÉCOLE',
        'école libre',
        'İstanbul Kafe',
        'ζωή',
        'ΖΩΗ ΚΑΙ ΤΕΧΝΗΣ',
        "O'Hara",
      ]
      for (const name of names) {
        const body = { ...draft, name }
        const added = await ask(own.app, { method: 'POST', url: partners, token: here.coordinator.token, body })
        expect(added.statusCode).toBe(201)
      }
      const page = async (query: Record<string, string>) => {
        const url = `${partners}?${new URLSearchParams(query).toString()}`
        return (await ask(own.app, { url, token: here.viewer.token })).json<{
          items: PartnerRow[]
          nextCursor: string | null
        }>()
      }
      for (const sort of ['name', '-name']) {
        const paged: string[] = []
        let cursor: string | null = ''
        while (cursor !== null) {
          const { items, nextCursor } = await page({ sort, limit: '1', ...(cursor && { cursor }) })
          paged.push(...items.map(({ name }) => name))
          cursor = nextCursor
        }
        expect(paged).toEqual((await page({ sort })).items.map(({ name }) => name))
        expect(paged).toEqual(expect.arrayContaining(names))
      }
    } finally {
      await own.close()
    }
  })

  it.each([
    ['?sector=culture', ['Town Library']],
    ['?state=none', ['Town Council']],
    ['?state=any', ['Hill School', 'Town Library']],
    ['?state=active&sort=-name', ['Town Library', 'Hill School']],
    ['?q=TOWN', ['Town Council', 'Town Library']],
    ['?q=%25', []],
    ['?sort=joined', ['Hill School', 'Town Library', 'Town Council']],
    ['?sort=-initiatives&legalStatus=public', 3],
  ])('%s keeps what was asked for', async (query, expected) => {
    const answer = await ask(test.app, { url: `${base}${query}`, token: cast.here.viewer.token })
    const names = answer.json<{ items: PartnerRow[] }>().items.map((item) => item.name)
    if (typeof expected === 'number') expect(names).toHaveLength(expected)
    else
      expect(query.includes('sort=joined') ? names.toSorted() : names).toEqual(
        query.includes('sort=joined') ? expected.toSorted() : expected,
      )
  })

  it('a cursor that is none is refused with its pointer', async () => {
    const answer = await ask(test.app, { url: `${base}?cursor=abc`, token: cast.here.viewer.token })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors[0].pointer).toBe('#/querystring/cursor')
  })
})

describe('addPartner', () => {
  it('adds an organisation, active from its join day, with the trace of who did it', async () => {
    const answer = await add({ ...draft, name: 'Sunrise Energy', sector: 'energy', joinedOn: '2026-02-01' })
    expect(answer.statusCode).toBe(201)
    const partner = answer.json<Partner>()
    expect(partner).toMatchObject({ state: 'active', stateSince: '2026-02-01', revision: 1 })
    expect(answer.headers['etag']).toBe('"1"')
    const trace = await ask(test.app, {
      url: `/communities/${cast.here.communityId}/activity?objectId=${partner.id}`,
      token: cast.here.viewer.token,
    })
    expect(trace.json().items).toMatchObject([{ verb: 'addPartner', organisation: 'Hill School', capacity: 'partner' }])
  })

  it('a name already known is refused at its field', async () => {
    const answer = await add({ ...draft, name: 'town library' })
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({ code: 'organisation-name-taken', errors: [{ pointer: '/name' }] })
  })

  it('an identifier already known is refused', async () => {
    await add({ ...draft, name: 'First', scheme: 'DK-CVR', identifier: '1' })
    const answer = await add({ ...draft, name: 'Second', scheme: 'DK-CVR', identifier: '1' })
    expect(answer.json()).toMatchObject({ status: 409, code: 'organisation-identifier-taken' })
  })

  it('a parent of another community is as unknown as a missing one', async () => {
    const answer = await add({ ...draft, name: 'Orphan', parentId: cast.elsewhere.organisations.library })
    expect(answer.json()).toMatchObject({ status: 422, code: 'organisation-unknown' })
  })

  it('a join day in the future is refused', async () => {
    const answer = await add({ ...draft, name: 'Early Bird', joinedOn: '2026-05-16' })
    expect(answer.json()).toMatchObject({ status: 422, code: 'step-in-future' })
  })

  it('an unknown field is an error, not a surprise', async () => {
    const answer = await add({ ...draft, name: 'Extra', colour: 'red' })
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ pointer: '/colour', code: 'additionalProperties' }] })
  })
})

describe('editPartner', () => {
  const edit = (id: string, revision: number | null, body: object, token: string) =>
    ask(test.app, {
      method: 'PUT',
      url: `${base}/${id}`,
      token,
      body,
      headers: revision === null ? {} : { 'if-match': `"${revision}"` },
    })

  it('changes what is known, keeps what was said before, and counts the revision', async () => {
    const id = (await add({ ...draft, name: 'Harbour Club', sector: 'sport' })).json<Partner>().id
    test.clock.now = new Date('2026-05-15T10:01:00Z')
    const answer = await edit(
      id,
      1,
      { ...draft, name: 'Harbour Sports Club', sector: 'sport' },
      cast.here.steward.token,
    )
    expect(answer.json()).toMatchObject({ name: 'Harbour Sports Club', revision: 2 })
    const kept = await test.pool.query(`select image->>'name' as name, recorded_to from versions where id = $1`, [id])
    expect(kept.rows).toEqual([{ name: 'Harbour Club', recorded_to: test.clock.now }])
  })

  it('two edits at once: one is kept, the other is told', async () => {
    const id = (await add({ ...draft, name: 'Mill Theatre', sector: 'culture' })).json<Partner>().id
    const both = await Promise.all(
      ['A', 'B'].map((letter) => edit(id, 1, { ...draft, name: `Mill Theatre ${letter}` }, cast.here.steward.token)),
    )
    expect(both.map((answer) => answer.statusCode).toSorted()).toEqual([200, 412])
  })

  it('a change that names no revision is refused', async () => {
    const answer = await edit(cast.here.organisations.school, null, draft, cast.here.steward.token)
    expect(answer.json()).toMatchObject({ status: 428, code: 'revision-missing' })
  })

  it('a member edits the organisation they act for and no other', async () => {
    const own = await edit(
      cast.here.organisations.school,
      1,
      { ...draft, name: 'Hill School', sector: 'education' },
      cast.here.member.token,
    )
    expect(own.statusCode).toBe(200)
    const other = await edit(
      cast.here.organisations.library,
      1,
      { ...draft, name: 'Town Library' },
      cast.here.member.token,
    )
    expect(other.json()).toMatchObject({ status: 403, code: 'not-your-organisation' })
  })

  it('an organisation cannot come to stand above itself', async () => {
    const parent = (await add({ ...draft, name: 'Parent' })).json<Partner>()
    const child = (await add({ ...draft, name: 'Child', parentId: parent.id })).json<Partner>()
    const answer = await edit(parent.id, 1, { ...draft, name: 'Parent', parentId: child.id }, cast.here.steward.token)
    expect(answer.json()).toMatchObject({ status: 422, code: 'parent-not-possible' })
  })
})

describe('membership steps', () => {
  const step = (id: string, verb: string, body: object, token = cast.here.steward.token) =>
    ask(test.app, { method: 'POST', url: `${base}/${id}/${verb}`, token, body })

  it('applied, accepted, active, paused, left, and back again: every step dated, the trace complete', async () => {
    const id = cast.here.organisations.council
    await step(id, 'apply', { on: '2026-01-05' })
    await step(id, 'accept', { on: '2026-01-20' })
    await step(id, 'activate', { on: '2026-02-01' })
    await step(id, 'pause', { on: '2026-03-01', reason: 'Summer works' })
    await step(id, 'leave', { on: '2026-04-01', reason: 'Moved away' })
    const answer = await step(id, 'apply', { on: '2026-05-01' })
    expect(answer.json<Partner>().memberships).toEqual([
      { state: 'applied', from: '2026-01-05', to: '2026-01-20', reason: null },
      { state: 'accepted', from: '2026-01-20', to: '2026-02-01', reason: null },
      { state: 'active', from: '2026-02-01', to: '2026-03-01', reason: null },
      { state: 'paused', from: '2026-03-01', to: '2026-04-01', reason: 'Summer works' },
      { state: 'left', from: '2026-04-01', to: '2026-05-01', reason: 'Moved away' },
      { state: 'applied', from: '2026-05-01', to: null, reason: null },
    ])
  })

  it.each([
    ['accept', { on: '2026-05-01' }, 409, 'membership-step-not-possible'],
    ['leave', { on: '2026-05-01' }, 422, 'reason-missing'],
    ['leave', { on: '2026-05-16', reason: 'x' }, 422, 'step-in-future'],
    ['leave', { on: '2023-05-16', reason: 'x' }, 422, 'step-before-last-step'],
  ])('%s %j of an active partner answers %i', async (verb, body, status, code) => {
    const answer = await step(cast.here.organisations.library, verb, body)
    expect(answer.json()).toMatchObject({ status, code })
  })

  it('a member may take their own organisation out, not somebody else’s', async () => {
    const body = { on: '2026-05-01', reason: 'Enough' }
    const other = await step(cast.here.organisations.library, 'leave', body, cast.here.member.token)
    expect(other.json()).toMatchObject({ status: 403, code: 'not-your-organisation' })
    const own = await step(cast.here.organisations.school, 'leave', body, cast.here.member.token)
    expect(own.json<Partner>().state).toBe('left')
  })
})
