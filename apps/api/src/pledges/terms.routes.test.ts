import type { Pledge } from '@commonweal/contracts/pledges'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { cash, pledgingOf, type Pledging } from '../../test/pledging.ts'
import { ask, NOW, startTestApp, type TestApp } from '../../test/test-app.ts'

let test: TestApp
let cast: Cast
let at: Pledging

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  at = await pledgingOf(test, cast)
})
afterAll(() => test.close())
beforeEach(() => {
  test.clock.now = NOW
})

describe('editPledge', () => {
  it('terms change before confirmation; what they said before is kept', async () => {
    const { id } = await at.offer()
    test.clock.now = new Date('2026-05-15T10:05:00Z')
    const answer = await at.edit(id, 1, { ...cash, amountMinor: 50_000, relation: 'sponsor' })
    expect(answer.json()).toMatchObject({ amountMinor: 50_000, relation: 'sponsor', revision: 2 })
    const { rows } = await test.pool.query(
      `select image->>'amount_minor' as before from versions where table_name = 'pledges' and id = $1`,
      [id],
    )
    expect(rows).toEqual([{ before: '100000' }])
  })

  it('a plan that no longer sums falls away, one that does stays', async () => {
    const { id } = await at.offer()
    await at.plan(id, 1, { regular: { count: 4, firstDueOn: '2026-06-30', every: 'quarter' } })
    expect((await at.edit(id, 2, { ...cash, route: 'sponsorship' })).json<Pledge>().instalments).toHaveLength(4)
    expect((await at.edit(id, 3, { ...cash, amountMinor: 90_000 })).json<Pledge>().instalments).toEqual([])
  })

  it('two edits at once: one is kept, the other is told', async () => {
    const { id } = await at.offer()
    const both = await Promise.all([1, 2].map((times) => at.edit(id, 1, { ...cash, amountMinor: times * 1000 })))
    expect(both.map((answer) => answer.statusCode).toSorted()).toEqual([200, 412])
  })

  it('refuses what an offer refuses, a missing revision, a confirmed pledge, another’s pledge', async () => {
    const { id } = await at.offer()
    expect((await at.edit(id, 1, { ...cash, currency: null })).json()).toMatchObject({
      code: 'pledge-measure-not-valid',
    })
    expect(
      (await at.edit(id, 1, { kind: 'in-kind', route: 'donation', quantity: 0.123, unit: 'chair' })).json(),
    ).toMatchObject({ code: 'quantity-too-fine' })
    expect((await at.edit(id, 1, { ...cash, from: '2026-02-01', to: '2026-01-01' })).json()).toMatchObject({
      code: 'dates-in-wrong-order',
    })
    const blind = await ask(test.app, {
      method: 'PUT',
      url: `${at.base}/pledges/${id}`,
      token: cast.here.member.token,
      body: cash,
    })
    expect(blind.json()).toMatchObject({ status: 428, code: 'revision-missing' })
    expect((await at.edit(id, 1, cash, cast.here.librarian.token)).json()).toMatchObject({
      code: 'not-your-organisation',
    })
    const settled = await at.confirmed()
    expect((await at.edit(settled.id, settled.revision, cash)).json()).toMatchObject({
      status: 409,
      code: 'pledge-not-editable',
    })
  })
})

describe('planPledge', () => {
  it('equal instalments, the last with the remainder, month ends kept', async () => {
    const { id } = await at.offer({ amountMinor: 100_001 })
    const answer = await at.plan(id, 1, { regular: { count: 3, firstDueOn: '2026-05-31', every: 'month' } })
    expect(answer.json<Pledge>().instalments).toMatchObject([
      { dueOn: '2026-05-31', amountMinor: 33_333, standing: null },
      { dueOn: '2026-06-30', amountMinor: 33_333 },
      { dueOn: '2026-07-31', amountMinor: 33_335 },
    ])
    expect(answer.headers['etag']).toBe('"2"')
  })

  it('instalments one by one; a new plan replaces the old, an empty one takes it away', async () => {
    const { id } = await at.offer()
    const own = [
      { dueOn: '2026-09-01', amountMinor: 40_000 },
      { dueOn: '2026-06-01', amountMinor: 60_000 },
    ]
    await at.plan(id, 1, { regular: { count: 10, firstDueOn: '2026-05-31', every: 'month' } })
    const answer = await at.plan(id, 2, { instalments: own })
    expect(answer.json<Pledge>().instalments.map((one) => one.amountMinor)).toEqual([60_000, 40_000])
    expect((await at.plan(id, 3, { instalments: [] })).json<Pledge>().instalments).toEqual([])
  })

  it.each([
    ['a cent too little', { instalments: [{ dueOn: '2026-06-01', amountMinor: 99_999 }] }, 422, 'plan-does-not-sum'],
    ['hours of a pledge of money', { instalments: [{ dueOn: '2026-06-01', quantity: 5 }] }, 422, 'plan-not-possible'],
    ['thousandths', { instalments: [{ dueOn: '2026-06-01', quantity: 0.111 }] }, 422, 'quantity-too-fine'],
    [
      'both ways at once',
      { instalments: [], regular: { count: 1, firstDueOn: '2026-06-01', every: 'year' } },
      400,
      'request-not-valid',
    ],
    ['no way at all', {}, 400, 'request-not-valid'],
  ])('%s is refused', async (_, body, status, code) => {
    const { id } = await at.offer()
    expect((await at.plan(id, 1, body)).json()).toMatchObject({ status, code })
  })

  it('refuses an old revision, a missing one, and a confirmed pledge', async () => {
    const { id } = await at.offer()
    expect((await at.plan(id, 9, { instalments: [] })).json()).toMatchObject({ status: 412, code: 'changed-meanwhile' })
    expect((await at.post(`/${id}/plan`, { instalments: [] })).json()).toMatchObject({
      status: 428,
      code: 'revision-missing',
    })
    const settled = await at.confirmed()
    expect((await at.plan(settled.id, settled.revision, { instalments: [] })).json()).toMatchObject({
      status: 409,
      code: 'pledge-not-editable',
    })
  })
})
