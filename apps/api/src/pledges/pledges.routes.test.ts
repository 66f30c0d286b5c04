import type { Pledge, PledgeRow } from '@commonweal/contracts/pledges'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { castOf, type Cast } from '../../test/cast.ts'
import { cash, pledgingOf, today, type Pledging } from '../../test/pledging.ts'
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

const hours = { kind: 'staff-time', route: 'partner-co-funding', quantity: 40.5, unit: 'hour' }

describe('offerPledge', () => {
  it('an organisation offers to an initiative; nothing is owed yet, the trace says who', async () => {
    const answer = await at.post(
      '',
      {
        organisationId: cast.here.organisations.school,
        initiativeId: at.initiativeId,
        ...cash,
        relation: 'co-funder',
        from: '2026-06-01',
        to: '2027-05-31',
      },
      cast.here.member.token,
    )
    expect(answer.statusCode).toBe(201)
    const pledge = answer.json<Pledge>()
    expect(pledge).toMatchObject({
      organisation: 'Hill School',
      initiative: 'Repair café',
      status: 'offered',
      standing: 'unconfirmed',
      amountMinor: 100_000,
      currency: 'EUR',
      relation: 'co-funder',
      overdueMinor: null,
      overdueDays: null,
      dueMinor: null,
      steps: [{ status: 'offered', on: '2026-05-15', reason: null }],
      instalments: [],
      receipts: [],
      revision: 1,
    })
    const trace = await ask(test.app, {
      url: `${at.base}/activity?objectId=${pledge.id}`,
      token: cast.here.viewer.token,
    })
    expect(trace.json().items).toMatchObject([
      { verb: 'offerPledge', organisation: 'Hill School', facts: { amountMinor: 100_000 } },
    ])
  })

  it('hours are kept to the hundredth, to the community as well as to an initiative', async () => {
    expect(await at.offer({ ...hours, amountMinor: null, currency: null, initiativeId: null })).toMatchObject({
      quantity: 40.5,
      unit: 'hour',
      amountMinor: null,
      initiativeId: null,
      receivedMinor: null,
    })
  })

  it.each([
    ['both measures', { quantity: 3, unit: 'hour' }, 422, 'pledge-measure-not-valid'],
    ['an amount without currency', { currency: null }, 422, 'pledge-measure-not-valid'],
    ['staff time in money', { kind: 'staff-time' }, 422, 'pledge-measure-not-valid'],
    ['thousandths', { ...hours, amountMinor: null, currency: null, quantity: 1.001 }, 422, 'quantity-too-fine'],
    ['an end before the beginning', { from: '2026-06-01', to: '2026-05-01' }, 422, 'dates-in-wrong-order'],
    ['an initiative nobody knows', { initiativeId: uuidv7() }, 422, 'initiative-unknown'],
    ['half a cent', { amountMinor: 0.5 }, 400, 'request-not-valid'],
    ['nothing', { amountMinor: 0 }, 400, 'request-not-valid'],
  ])('%s is refused', async (_, extra, status, code) => {
    expect(await at.offer(extra)).toMatchObject({ status, code })
  })

  it('an organisation of another community is as unknown as a missing one', async () => {
    const answer = await at.post('', { organisationId: cast.elsewhere.organisations.school, ...cash })
    expect(answer.json()).toMatchObject({ status: 422, code: 'organisation-unknown' })
  })

  it('an initiative that has ended takes no more pledges', async () => {
    const ended = await ask(test.app, {
      method: 'POST',
      url: `${at.base}/initiatives`,
      token: cast.here.steward.token,
      body: {
        title: 'Over',
        kind: 'micro',
        startedOn: '2026-01-01',
        participations: [{ organisationId: cast.here.organisations.library, role: 'lead' }],
      },
    })
    const { id } = ended.json<{ id: string }>()
    await ask(test.app, {
      method: 'POST',
      url: `${at.base}/initiatives/${id}/complete`,
      token: cast.here.steward.token,
      body: today,
    })
    expect(await at.offer({ initiativeId: id })).toMatchObject({ status: 409, code: 'initiative-not-open' })
  })

  it('nobody offers in the name of somebody else’s organisation', async () => {
    const answer = await at.post(
      '',
      { organisationId: cast.here.organisations.library, ...cash },
      cast.here.coordinator.token,
    )
    expect(answer.json()).toMatchObject({ status: 403, code: 'not-your-organisation' })
  })
})

describe('steps', () => {
  it('offered, accepted, confirmed: each step dated, both sides told', async () => {
    const pledge = await at.confirmed()
    expect(pledge).toMatchObject({
      status: 'confirmed',
      confirmedOn: '2026-05-15',
      standing: 'receipts-not-kept',
      revision: 3,
    })
    expect(pledge.steps.map((step) => step.status)).toEqual(['offered', 'accepted', 'confirmed'])
    const told = (token: string) => ask(test.app, { url: `${at.base}/notices`, token })
    expect((await told(cast.here.librarian.token)).json().items).toContainEqual(
      expect.objectContaining({ kind: 'pledge-offered', objectId: pledge.id, title: 'Hill School' }),
    )
    expect((await told(cast.here.member.token)).json().items).toContainEqual(
      expect.objectContaining({
        kind: 'pledge-decided',
        objectId: pledge.id,
        outcome: 'confirmed',
        title: 'Repair café',
      }),
    )
  })

  it.each([
    ['decline', [], 'declined'],
    ['cancel', ['accept'], 'cancelled'],
    ['cancel', ['accept', 'confirm'], 'cancelled'],
    ['write-off', ['accept', 'confirm'], 'written-off'],
  ])('%s after %j, with its reason', async (verb, before, status) => {
    const { id } = await at.offer()
    for (const each of before) await at.post(`/${id}/${each}`, today, cast.here.librarian.token)
    const answer = await at.post(`/${id}/${verb}`, { ...today, reason: 'As agreed' }, cast.here.librarian.token)
    expect(answer.json<Pledge>()).toMatchObject({ status, standing: 'closed' })
    expect(answer.json<Pledge>().steps.at(-1)).toEqual({ status, on: '2026-05-15', reason: 'As agreed' })
  })

  it('whoever pledged takes it back; the receiving side cannot do that for them', async () => {
    const { id } = await at.offer()
    const body = { ...today, reason: 'Budget cut' }
    expect((await at.post(`/${id}/withdraw`, body, cast.here.librarian.token)).json()).toMatchObject({
      status: 403,
      code: 'not-your-organisation',
    })
    expect((await at.post(`/${id}/withdraw`, body, cast.here.member.token)).json()).toMatchObject({
      status: 'withdrawn',
    })
  })

  it('whoever pledged does not accept it for the other side; a pledge to the community the steward answers', async () => {
    const { id } = await at.offer()
    expect((await at.post(`/${id}/accept`, today, cast.here.member.token)).json()).toMatchObject({
      code: 'not-your-organisation',
    })
    const general = await at.offer({ initiativeId: null })
    expect((await at.post(`/${general.id}/accept`, today, cast.here.librarian.token)).json()).toMatchObject({
      code: 'not-your-organisation',
    })
    expect((await at.post(`/${general.id}/accept`, today)).json()).toMatchObject({ status: 'accepted' })
  })

  it.each([
    ['confirm', { on: '2026-05-15' }, 409, 'pledge-step-not-possible'],
    ['decline', { on: '2026-05-15' }, 422, 'reason-missing'],
    ['accept', { on: '2026-05-16' }, 422, 'step-in-future'],
    ['accept', { on: '2026-05-14' }, 422, 'step-before-last-step'],
    ['accept', { on: '2026-05-15', revision: 7 }, 412, 'changed-meanwhile'],
  ])('%s %j of an offer answers %i', async (verb, body, status, code) => {
    const { id } = await at.offer()
    expect((await at.post(`/${id}/${verb}`, body, cast.here.librarian.token)).json()).toMatchObject({ status, code })
  })

  it('confirmed and withdrawn at once: one wins, the other is told, one step is kept', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await at.offer()
      await at.post(`/${id}/accept`, today, cast.here.librarian.token)
      const both = await Promise.all([
        at.post(`/${id}/confirm`, today, cast.here.librarian.token),
        at.post(`/${id}/withdraw`, { ...today, reason: 'No more' }, cast.here.member.token),
      ])
      expect(both.map((answer) => answer.statusCode).toSorted()).toEqual([200, 409])
      const { steps, status } = (
        await ask(test.app, { url: `${at.base}/pledges/${id}`, token: cast.here.viewer.token })
      ).json<Pledge>()
      expect(steps.map((step) => step.status)).toEqual(['offered', 'accepted', status])
    }
  })
})

describe('listPledges', () => {
  it.each([
    ['status=offered', (row: PledgeRow) => row.status === 'offered'],
    ['kind=staff-time', (row: PledgeRow) => row.kind === 'staff-time'],
    ['route=partner-co-funding', (row: PledgeRow) => row.route === 'partner-co-funding'],
    ['standing=closed', (row: PledgeRow) => row.standing === 'closed'],
    ['standing=receipts-not-kept', (row: PledgeRow) => row.standing === 'receipts-not-kept'],
  ])('%s keeps what was asked for', async (query, isAsked) => {
    const rows = async (query: string) =>
      (await ask(test.app, { url: `${at.base}/pledges?limit=200&${query}`, token: cast.here.viewer.token })).json<{
        items: PledgeRow[]
      }>().items
    const asked = await rows(query)
    expect(asked.length).toBeGreaterThan(0)
    const all = await rows('')
    expect(asked.map((row) => row.id)).toEqual(all.filter(isAsked).map((row) => row.id))
  })
})
