import type { Initiative } from '@commonweal/contracts/initiatives'
import type { Milestone } from '@commonweal/contracts/milestones'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'

let test: TestApp
let cast: Cast
let base: string
let initiativeId: string

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  base = `/communities/${cast.here.communityId}`
  const started = await post('/initiatives', {
    title: 'Repair café',
    kind: 'joint',
    startedOn: '2026-01-10',
    participations: [{ organisationId: cast.here.organisations.library, role: 'lead' }],
  })
  initiativeId = started.json<Initiative>().id
})
afterAll(() => test.close())

const post = (path: string, body: object, token = cast.here.steward.token) =>
  ask(test.app, { method: 'POST', url: `${base}${path}`, token, body })
const add = async (title: string, dueOn: string | null = null) =>
  (await post(`/initiatives/${initiativeId}/milestones`, { title, dueOn })).json<Milestone>()
const list = async (query = '') =>
  (
    await ask(test.app, {
      url: `${base}/milestones?initiativeId=${initiativeId}${query}`,
      token: cast.here.viewer.token,
    })
  ).json<{ items: Milestone[]; nextCursor: string | null }>()

describe('milestones', () => {
  it('stand in the order they are due, those without a day at the end, page by page', async () => {
    for (const [title, dueOn] of [
      ['Someday', null],
      ['Tools are there', '2026-05-01'],
      ['First evening', '2026-06-01'],
    ] as const)
      await add(title, dueOn)
    const titles: string[] = []
    let cursor = ''
    do {
      const page = await list(`&limit=1${cursor}`)
      titles.push(...page.items.map(({ title }) => title))
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : ''
    } while (cursor)
    expect(titles).toEqual(['Tools are there', 'First evening', 'Someday'])
  })

  it('overdue follows from the day; each standing can be asked for', async () => {
    expect((await list('&standing=overdue')).items.map(({ title }) => title)).toEqual(['Tools are there'])
    expect((await list('&standing=open')).items.map(({ title }) => title)).toEqual(['First evening', 'Someday'])
    expect((await list('&from=2026-05-15&to=2026-06-30')).items.map(({ title }) => title)).toEqual(['First evening'])
  })

  it('one is reached with a note, opened again, and dropped with a reason; the history of the initiative tells', async () => {
    const { id } = await add('Forty guests', '2026-05-10')
    const reached = await post(`/milestones/${id}/reach`, { on: '2026-05-09', note: 'Forty-two came' })
    expect(reached.json()).toMatchObject({ standing: 'reached', reachedOn: '2026-05-09', note: 'Forty-two came' })
    expect((await post(`/milestones/${id}/reach`, { on: '2026-05-09' })).json()).toMatchObject({
      status: 409,
      code: 'milestone-step-not-possible',
    })
    expect((await post(`/milestones/${id}/reopen`, {})).json()).toMatchObject({ standing: 'overdue', note: null })
    expect((await post(`/milestones/${id}/drop`, { on: '2026-05-11' })).json()).toMatchObject({
      status: 422,
      code: 'reason-missing',
    })
    expect((await post(`/milestones/${id}/reach`, { on: '2026-05-16' })).json()).toMatchObject({
      status: 422,
      code: 'step-in-future',
    })
    const dropped = await post(`/milestones/${id}/drop`, { on: '2026-05-11', note: 'The hall closed' })
    expect(dropped.json()).toMatchObject({ standing: 'dropped', droppedOn: '2026-05-11', revision: 4 })
    const trace = await ask(test.app, {
      url: `${base}/activity?objectId=${initiativeId}`,
      token: cast.here.viewer.token,
    })
    const acts = trace.json<{ items: { verb: string; facts: Record<string, unknown> }[] }>().items
    expect(acts.filter(({ facts }) => facts['milestoneId'] === id).map(({ verb }) => verb)).toEqual([
      'dropMilestone',
      'reopenMilestone',
      'reachMilestone',
      'addMilestone',
    ])
  })

  it('an edit names the revision it saw; what was said before is kept', async () => {
    const { id } = await add('Paint the door', '2026-07-01')
    const edit = (revision: number, body: object) =>
      ask(test.app, {
        method: 'PUT',
        url: `${base}/milestones/${id}`,
        token: cast.here.steward.token,
        body,
        headers: { 'if-match': `"${revision}"` },
      })
    test.clock.now = new Date('2026-05-15T11:00:00Z')
    expect((await edit(1, { title: 'Paint both doors', dueOn: '2026-08-01' })).json()).toMatchObject({
      title: 'Paint both doors',
      dueOn: '2026-08-01',
      revision: 2,
    })
    expect((await edit(1, { title: 'Late' })).json()).toMatchObject({ status: 412, code: 'changed-meanwhile' })
    const { rows } = await test.pool.query(`select image->>'title' as title from versions where id = $1`, [id])
    expect(rows).toEqual([{ title: 'Paint the door' }])
  })

  it('belong to those who lead: others read, and an ended initiative takes no more', async () => {
    const path = `/initiatives/${initiativeId}/milestones`
    expect((await post(path, { title: 'Mine' }, cast.here.member.token)).json()).toMatchObject({
      code: 'not-your-organisation',
    })
    expect((await post(path, { title: 'Ours' }, cast.here.librarian.token)).statusCode).toBe(201)
    const { id } = (
      await post('/initiatives', {
        title: 'Over',
        kind: 'micro',
        startedOn: '2026-01-01',
        participations: [{ organisationId: cast.here.organisations.library, role: 'lead' }],
      })
    ).json<Initiative>()
    await post(`/initiatives/${id}/complete`, { on: '2026-05-01' })
    expect((await post(`/initiatives/${id}/milestones`, { title: 'Too late' })).json()).toMatchObject({
      status: 409,
      code: 'initiative-ended',
    })
  })
})
