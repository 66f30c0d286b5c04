import type { Initiative, InitiativeRow } from '@commonweal/contracts/initiatives'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'

let test: TestApp
let cast: Cast
let base: string

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  base = `/communities/${cast.here.communityId}/initiatives`
})
afterAll(() => test.close())

const post = (path: string, body: object, token = cast.here.steward.token) =>
  ask(test.app, { method: 'POST', url: `${base}${path}`, token, body })
const draft = (title: string, extra: object = {}) => ({
  title,
  kind: 'joint',
  participations: [
    { organisationId: cast.here.organisations.school, role: 'lead' },
    { organisationId: cast.here.organisations.library, role: 'contributor' },
  ],
  ...extra,
})

describe('startInitiative', () => {
  it('without a day it is an idea, with one it is under way, its partners with it', async () => {
    const idea = (await post('', draft('Night of stories'))).json<Initiative>()
    expect(idea).toMatchObject({ state: 'idea', startedOn: null, steps: [{ state: 'idea', on: '2026-05-15' }] })
    const begun = (await post('', draft('Repair café', { startedOn: '2026-04-01' }))).json<Initiative>()
    expect(begun).toMatchObject({ state: 'active', startedOn: '2026-04-01', stateSince: '2026-04-01' })
    expect(begun.participations.map((each) => [each.name, each.role, each.from])).toEqual([
      ['Hill School', 'lead', '2026-04-01'],
      ['Town Library', 'contributor', '2026-04-01'],
    ])
  })

  it.each([
    ['initiative-needs-lead', (id: string) => ({ participations: [{ organisationId: id, role: 'supporter' }] })],
    ['step-in-future', () => ({ startedOn: '2027-01-01' })],
    ['dates-in-wrong-order', () => ({ startedOn: '2026-04-01', plannedEndOn: '2026-03-01' })],
    [
      'already-taking-part',
      (id: string) => ({
        participations: [
          { organisationId: id, role: 'lead' },
          { organisationId: id, role: 'lead' },
        ],
      }),
    ],
    [
      'organisation-unknown',
      () => ({ participations: [{ organisationId: cast.elsewhere.organisations.school, role: 'lead' }] }),
    ],
  ])('%s is refused', async (code, extra) => {
    const answer = await post('', draft('Refused', extra(cast.here.organisations.school)))
    expect(answer.json()).toMatchObject({ code })
  })

  it('a member starts initiatives led by their own organisation only', async () => {
    expect((await post('', draft('Of my own'), cast.here.member.token)).statusCode).toBe(201)
    const foreign = draft('Of others', {
      participations: [{ organisationId: cast.here.organisations.library, role: 'lead' }],
    })
    expect((await post('', foreign, cast.here.member.token)).json()).toMatchObject({
      status: 403,
      code: 'not-your-organisation',
    })
  })
})

describe('steps', () => {
  it('an idea lives to its end: each step dated, start and end kept, the lesson with it', async () => {
    const { id } = (await post('', draft('Street festival'))).json<Initiative>()
    await post(`/${id}/seek-partners`, { on: '2026-05-15' })
    await post(`/${id}/start`, { on: '2026-05-15' })
    await post(`/${id}/pause`, { on: '2026-05-15', reason: 'Rain' })
    await post(`/${id}/resume`, { on: '2026-05-15' })
    const answer = await post(`/${id}/complete`, { on: '2026-05-15', lesson: 'Book the tent early' })
    const initiative = answer.json<Initiative>()
    expect(initiative).toMatchObject({
      state: 'completed',
      startedOn: '2026-05-15',
      endedOn: '2026-05-15',
      lesson: 'Book the tent early',
    })
    expect(initiative.steps.map((each) => each.state)).toEqual([
      'idea',
      'seeking-partners',
      'active',
      'paused',
      'active',
      'completed',
    ])
  })

  it.each([
    ['complete', { on: '2026-05-15' }, 409, 'initiative-step-not-possible'],
    ['abandon', { on: '2026-05-15' }, 422, 'reason-missing'],
    ['start', { on: '2026-05-16' }, 422, 'step-in-future'],
    ['start', { on: '2026-05-14' }, 422, 'step-before-last-step'],
  ])('%s %j of an idea answers %i', async (verb, body, status, code) => {
    const { id } = (await post('', draft(`Idea to ${verb}`))).json<Initiative>()
    expect((await post(`/${id}/${verb}`, body)).json()).toMatchObject({ status, code })
  })
})

describe('taking part', () => {
  it('a partner joins and later leaves; the trace stays', async () => {
    const { id } = (await post('', draft('Bee garden', { startedOn: '2026-01-01' }))).json<Initiative>()
    const joined = await post(`/${id}/participations`, {
      organisationId: cast.here.organisations.council,
      role: 'supporter',
      from: '2026-02-01',
    })
    const participation = joined.json<Initiative>().participations.find((each) => each.role === 'supporter')
    const left = await post(`/${id}/participations/${participation?.id}/end`, { on: '2026-05-01' })
    expect(left.json<Initiative>().participations.find((each) => each.role === 'supporter')).toMatchObject({
      from: '2026-02-01',
      to: '2026-05-01',
    })
    const backwards = await post(`/${id}/participations/${participation?.id}/end`, { on: '2026-01-01' })
    expect(backwards.json()).toMatchObject({ status: 422, code: 'dates-in-wrong-order' })
  })

  it('nobody joins after its last day; who took part until then can still be recorded', async () => {
    const { id } = (await post('', draft('Winter market', { startedOn: '2026-01-01' }))).json<Initiative>()
    await post(`/${id}/complete`, { on: '2026-05-01', outcome: 'Held' })
    const join = (from: string | null) =>
      post(`/${id}/participations`, { organisationId: cast.here.organisations.council, role: 'supporter', from })
    for (const from of ['2026-05-02', null])
      expect((await join(from)).json()).toMatchObject({ status: 409, code: 'initiative-ended' })
    const recorded = await join('2026-05-01')
    expect(recorded.statusCode).toBe(201)
    expect(recorded.json<Initiative>().participations.find((each) => each.role === 'supporter')).toMatchObject({
      from: '2026-05-01',
    })
  })
})

describe('editInitiative', () => {
  it('needs the revision last seen', async () => {
    const { id } = (await post('', draft('Open kitchen', { startedOn: '2026-01-01' }))).json<Initiative>()
    const edit = (revision: number, body: object) =>
      ask(test.app, {
        method: 'PUT',
        url: `${base}/${id}`,
        token: cast.here.steward.token,
        body,
        headers: { 'if-match': `"${revision}"` },
      })
    expect((await edit(1, { title: 'Open kitchen', kind: 'micro', plannedEndOn: '2026-09-01' })).json()).toMatchObject({
      revision: 2,
      kind: 'micro',
    })
    expect((await edit(1, { title: 'Late', kind: 'micro' })).json()).toMatchObject({
      status: 412,
      code: 'changed-meanwhile',
    })
    expect((await edit(2, { title: 'Backwards', kind: 'micro', plannedEndOn: '2025-09-01' })).json()).toMatchObject({
      code: 'dates-in-wrong-order',
    })
  })
})

describe('listInitiatives', () => {
  it.each(['title', '-title', 'started', '-started', 'planned-end', '-planned-end'])(
    'sorted by %s, every row comes exactly once',
    async (sort) => {
      const seen: string[] = []
      let cursor = ''
      do {
        const url = `${base}?sort=${sort}&limit=3${cursor ? `&cursor=${cursor}` : ''}`
        const page = (await ask(test.app, { url, token: cast.here.viewer.token })).json<{
          items: InitiativeRow[]
          nextCursor: string | null
        }>()
        seen.push(...page.items.map((item) => item.id))
        cursor = page.nextCursor ?? ''
      } while (cursor)
      const { rows } = await test.pool.query('select count(*) as n from initiatives where community_id = $1', [
        cast.here.communityId,
      ])
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.length).toBe(rows[0].n)
    },
  )

  it('finds what is past its review or planned end', async () => {
    await post('', draft('Overdue', { startedOn: '2026-01-01', plannedEndOn: '2026-05-01' }))
    const page = (await ask(test.app, { url: `${base}?isReviewDue=true`, token: cast.here.viewer.token })).json<{
      items: InitiativeRow[]
    }>()
    expect(page.items.map((item) => item.title)).toEqual(['Overdue'])
  })
})
