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
const begin = async (title: string, extra: object = {}) =>
  (
    await post('', {
      title,
      kind: 'joint',
      startedOn: '2026-01-10',
      participations: [{ organisationId: cast.here.organisations.library, role: 'lead' }],
      ...extra,
    })
  ).json<Initiative>()

describe('who coordinates', () => {
  it('a person coordinates once at a time, stops on a day, and may begin again; viewers see no people', async () => {
    const { id } = await begin('Repair café')
    const { personId } = cast.here.member
    const named = await post(`/${id}/coordinations`, { personId, from: '2026-02-01' }, cast.here.librarian.token)
    expect(named.statusCode).toBe(201)
    const [coordination] = named.json<Initiative>().coordinators
    expect(coordination).toMatchObject({ personId, from: '2026-02-01', to: null })
    expect((await post(`/${id}/coordinations`, { personId })).json()).toMatchObject({
      status: 409,
      code: 'already-coordinating',
    })
    const end = (on: string) => post(`/${id}/coordinations/${coordination?.id}/end`, { on })
    expect((await end('2026-01-31')).json()).toMatchObject({ status: 422, code: 'dates-in-wrong-order' })
    expect((await end('2026-04-30')).json<Initiative>().coordinators[0]).toMatchObject({ to: '2026-04-30' })
    const again = await post(`/${id}/coordinations`, { personId })
    expect(again.json<Initiative>().coordinators.map(({ from }) => from)).toEqual(['2026-05-15', '2026-02-01'])
    const seen = await ask(test.app, { url: `${base}/${id}`, token: cast.here.viewer.token })
    expect(seen.json<Initiative>().coordinators).toEqual([])
  })

  it('two who name the same person at once name them once', async () => {
    const { id } = await begin('Bee garden')
    const answers = await Promise.all(
      [1, 2, 3].map(() => post(`/${id}/coordinations`, { personId: cast.here.member.personId })),
    )
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409, 409])
  })

  it('somebody unknown is refused, and so is a stranger to the initiative', async () => {
    const { id } = await begin('Choir')
    expect((await post(`/${id}/coordinations`, { personId: cast.elsewhere.member.personId })).json()).toMatchObject({
      status: 422,
      code: 'person-unknown',
    })
    const { personId } = cast.here.member
    expect((await post(`/${id}/coordinations`, { personId }, cast.here.member.token)).json()).toMatchObject({
      code: 'not-your-organisation',
    })
  })
})

describe('reviewInitiative', () => {
  it('looked at today, it goes on until the next review and is no longer due', async () => {
    const { id } = await begin('Open kitchen', { reviewOn: '2026-05-01' })
    expect((await ask(test.app, { url: `${base}/${id}`, token: cast.here.viewer.token })).json()).toMatchObject({
      isReviewDue: true,
    })
    const reviewed = await post(`/${id}/review`, { on: '2026-05-14', nextOn: '2026-11-14', note: 'More cooks wanted' })
    expect(reviewed.json()).toMatchObject({ isReviewDue: false, reviewOn: '2026-11-14', revision: 2 })
  })

  it.each([
    ['step-in-future', { on: '2026-05-16', nextOn: '2026-11-01' }],
    ['dates-in-wrong-order', { on: '2026-05-14', nextOn: '2026-05-14' }],
  ])('%s is refused', async (code, body) => {
    const { id } = await begin(`Refused for ${code}`)
    expect((await post(`/${id}/review`, body)).json()).toMatchObject({ status: 422, code })
  })
})

describe('the end', () => {
  it('takes outcome and lesson, now or later, and the list finds what was learned', async () => {
    const { id } = await begin('Street festival')
    const tell = (revision: number, body: object) =>
      ask(test.app, {
        method: 'PUT',
        url: `${base}/${id}/ending`,
        token: cast.here.steward.token,
        body,
        headers: { 'if-match': `"${revision}"` },
      })
    const ending = { outcome: 'Nine hundred guests', lesson: 'Book the tent early' }
    expect((await tell(1, ending)).json()).toMatchObject({ status: 409, code: 'initiative-not-ended' })
    const ended = await post(`/${id}/complete`, { on: '2026-05-01', outcome: 'Eight hundred guests' })
    expect(ended.json()).toMatchObject({ outcome: 'Eight hundred guests', lesson: null })
    expect((await tell(ended.json<Initiative>().revision, ending)).json()).toMatchObject(ending)
    expect((await tell(1, ending)).json()).toMatchObject({ status: 412, code: 'changed-meanwhile' })
    expect((await post(`/${id}/review`, { on: '2026-05-02', nextOn: '2026-06-02' })).json()).toMatchObject({
      status: 409,
      code: 'initiative-ended',
    })
    const page = await ask(test.app, { url: `${base}?hasLesson=true`, token: cast.here.viewer.token })
    expect(page.json<{ items: InitiativeRow[] }>().items.map(({ title }) => title)).toEqual(['Street festival'])
  })

  it('a pause tells no outcome', async () => {
    const { id } = await begin('Winter break')
    const paused = await post(`/${id}/pause`, { on: '2026-05-01', reason: 'Snow', outcome: 'None', lesson: 'None' })
    expect(paused.json()).toMatchObject({ outcome: null, lesson: null })
  })
})
