import type { Pledge, PledgeRow } from '@commonweal/contracts/pledges'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { castOf, type Cast } from '../../test/cast.ts'
import { ask, NOW, startTestApp, type TestApp } from '../../test/test-app.ts'

let test: TestApp
let cast: Cast
let base: string
let initiativeId: string

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  base = `/communities/${cast.here.communityId}`
  const answer = await ask(test.app, {
    method: 'POST',
    url: `${base}/initiatives`,
    token: cast.here.steward.token,
    body: {
      title: 'Garden',
      kind: 'joint',
      startedOn: '2026-01-01',
      participations: [{ organisationId: cast.here.organisations.library, role: 'lead' }],
    },
  })
  initiativeId = answer.json<{ id: string }>().id
})
afterAll(() => test.close())
beforeEach(() => {
  test.clock.now = NOW
})

const post = (path: string, body: object, token = cast.here.steward.token, headers = {}) =>
  ask(test.app, { method: 'POST', url: `${base}/pledges${path}`, token, body, headers })
const read = async (id: string) =>
  (await ask(test.app, { url: `${base}/pledges/${id}`, token: cast.here.viewer.token })).json<Pledge>()
const money = { kind: 'cash', route: 'sponsorship', amountMinor: 900, currency: 'EUR' }
const plan = [
  { dueOn: '2026-03-15', amountMinor: 300 },
  { dueOn: '2026-05-15', amountMinor: 300 },
  { dueOn: '2026-07-15', amountMinor: 300 },
]
const confirmed = async (terms: object = money, instalments: object[] = plan) => {
  const offered = await post('', { organisationId: cast.here.organisations.school, initiativeId, ...terms })
  const { id } = offered.json<Pledge>()
  await post(`/${id}/plan`, { instalments }, cast.here.steward.token, { 'if-match': '"1"' })
  await post(`/${id}/accept`, { on: '2026-05-15' })
  await post(`/${id}/confirm`, { on: '2026-05-15' })
  return id
}
const receive = (id: string, amountMinor: number, receivedOn = '2026-05-01') =>
  post(`/${id}/receipts`, { receivedOn, amountMinor }, cast.here.librarian.token)
const listed = async (standing: string) =>
  (await ask(test.app, { url: `${base}/pledges?standing=${standing}`, token: cast.here.viewer.token })).json<{
    items: PledgeRow[]
  }>().items

describe('before receipts are kept', () => {
  it('nothing is overdue by ignorance; once somebody keeps them, it is', async () => {
    const id = await confirmed()
    expect(await read(id)).toMatchObject({
      standing: 'receipts-not-kept',
      isReceiptsKnown: false,
      receivedMinor: null,
      overdueMinor: null,
      dueMinor: 600,
    })
    const keep = (token: string) => ask(test.app, { method: 'POST', url: `${base}/receipts/keep`, token })
    expect((await keep(cast.here.member.token)).json()).toMatchObject({ status: 403, code: 'forbidden' })
    for (let time = 0; time < 2; time += 1)
      expect((await keep(cast.here.steward.token)).json()).toEqual({ isReceiptsKnown: true })
    expect(await read(id)).toMatchObject({ standing: 'overdue', receivedMinor: 0, overdueMinor: 300, overdueDays: 61 })
    const { rows } = await test.pool.query(`select keeps from communities where id = $1`, [cast.here.communityId])
    expect(rows).toEqual([{ keeps: ['receipts'] }])
    const trace = await ask(test.app, {
      url: `${base}/activity?objectId=${cast.here.communityId}`,
      token: cast.here.viewer.token,
    })
    expect(trace.json().items).toHaveLength(1)
  })
})

describe('recordReceipt', () => {
  it('settles the oldest instalment first, step by step to more than was promised', async () => {
    const id = await confirmed()
    const stands = (pledge: Pledge) => [
      pledge.standing,
      pledge.overdueMinor,
      pledge.overdueDays,
      ...pledge.instalments.map((one) => one.receivedMinor),
    ]
    expect(stands(await read(id))).toEqual(['overdue', 300, 61, 0, 0, 0])
    expect(stands((await receive(id, 100)).json())).toEqual(['overdue', 200, 61, 100, 0, 0])
    expect(stands((await receive(id, 250)).json())).toEqual(['due', 0, null, 300, 50, 0])
    expect(stands((await receive(id, 250)).json())).toEqual(['partly-received', 0, null, 300, 300, 0])
    expect(stands((await receive(id, 300)).json())).toEqual(['fulfilled', 0, null, 300, 300, 300])
    expect(stands((await receive(id, 1)).json())).toEqual(['over-fulfilled', 0, null, 300, 300, 300])
    expect(stands((await receive(id, -601)).json())).toEqual(['due', 0, null, 300, 0, 0])
    expect((await receive(id, 5)).statusCode).toBe(201)
    expect((await listed('due')).map((row) => row.id)).toContain(id)
    expect((await listed('overdue')).map((row) => row.id)).not.toContain(id)
  })

  it('receipts recorded at once are all kept', async () => {
    const id = await confirmed()
    const answers = await Promise.all(Array.from({ length: 8 }, () => receive(id, 50)))
    expect(answers.map((answer) => answer.statusCode)).toEqual(Array.from({ length: 8 }, () => 201))
    expect(await read(id)).toMatchObject({ receivedMinor: 400, revision: 4 })
  })

  it('of two who hand everything back at once, one is told', async () => {
    const id = await confirmed()
    await receive(id, 100)
    const both = await Promise.all([receive(id, -100), receive(id, -100)])
    expect(both.map((answer) => answer.statusCode).toSorted()).toEqual([201, 422])
  })

  it('hours are received in hours', async () => {
    const id = await confirmed({ kind: 'staff-time', route: 'partner-co-funding', quantity: 0.3, unit: 'hour' }, [
      { dueOn: '2026-05-01', quantity: 0.1 },
      { dueOn: '2026-05-10', quantity: 0.2 },
    ])
    await post(`/${id}/receipts`, { receivedOn: '2026-05-11', quantity: 0.1 }, cast.here.librarian.token)
    expect(await read(id)).toMatchObject({
      standing: 'overdue',
      overdueQuantity: 0.2,
      overdueMinor: null,
      overdueDays: 5,
      receivedQuantity: 0.1,
      dueQuantity: 0.3,
    })
    const answer = await post(`/${id}/receipts`, { receivedOn: '2026-05-11', quantity: 0.2 }, cast.here.librarian.token)
    expect(answer.json()).toMatchObject({ standing: 'fulfilled', receivedQuantity: 0.3 })
  })

  it('what arrives after the close is booked, and shown as late', async () => {
    const id = await confirmed()
    await post(`/${id}/write-off`, { on: '2026-05-15', reason: 'Bankrupt' })
    test.clock.now = new Date('2026-06-02T10:00:00Z')
    expect((await receive(id, 20, '2026-06-01')).json()).toMatchObject({
      status: 'written-off',
      standing: 'late-after-close',
      receivedMinor: 20,
      overdueMinor: null,
    })
    expect((await listed('late-after-close')).map((row) => row.id)).toEqual([id])
  })

  it.each([
    ['nothing', { receivedOn: '2026-05-01', amountMinor: 0 }, 'receipt-not-of-pledge'],
    ['hours for money', { receivedOn: '2026-05-01', quantity: 4 }, 'receipt-not-of-pledge'],
    ['what has not arrived yet', { receivedOn: '2026-05-16', amountMinor: 5 }, 'receipt-in-future'],
    ['more back than came', { receivedOn: '2026-05-01', amountMinor: -5 }, 'more-handed-back-than-received'],
  ])('%s is refused', async (_, body, code) => {
    const id = await confirmed()
    expect((await post(`/${id}/receipts`, body, cast.here.librarian.token)).json()).toMatchObject({ status: 422, code })
  })

  it('thousandths of an hour are refused', async () => {
    const id = await confirmed({ kind: 'staff-time', route: 'donation', quantity: 3, unit: 'hour' }, [])
    const answer = await post(
      `/${id}/receipts`,
      { receivedOn: '2026-05-01', quantity: 0.001 },
      cast.here.librarian.token,
    )
    expect(answer.json()).toMatchObject({ status: 422, code: 'quantity-too-fine' })
  })

  it('whoever pledged does not sign for the receiver', async () => {
    const id = await confirmed()
    const answer = await post(
      `/${id}/receipts`,
      { receivedOn: '2026-05-01', amountMinor: 5 },
      cast.here.coordinator.token,
    )
    expect(answer.json()).toMatchObject({ status: 403, code: 'not-your-organisation' })
  })
})

describe('correctReceipt and strikeReceipt', () => {
  const given = async (amountMinor: number) => {
    const id = await confirmed()
    const { receipts } = (await receive(id, amountMinor)).json<Pledge>()
    return { id, receiptId: receipts[0]?.id ?? '' }
  }
  const versionsOf = async (receiptId: string) =>
    (
      await test.pool.query(
        `select image->>'amount_minor' as said from versions where table_name = 'receipts' and id = $1`,
        [receiptId],
      )
    ).rows

  it('a correction shows what is right and keeps what was said, with the reason in the trace', async () => {
    const { id, receiptId } = await given(6000)
    test.clock.now = new Date('2026-05-15T11:00:00Z')
    const answer = await post(
      `/${id}/receipts/${receiptId}/correct`,
      { receivedOn: '2026-05-02', amountMinor: 600, reason: 'A zero too many' },
      cast.here.librarian.token,
    )
    expect(answer.json<Pledge>().receipts).toEqual([
      { id: receiptId, receivedOn: '2026-05-02', amountMinor: 600, quantity: null },
    ])
    expect(await versionsOf(receiptId)).toEqual([{ said: '6000' }])
    const trace = await ask(test.app, { url: `${base}/activity?objectId=${id}&limit=1`, token: cast.here.viewer.token })
    expect(trace.json().items).toMatchObject([
      {
        verb: 'correctReceipt',
        facts: { reason: 'A zero too many', before: { amountMinor: 6000 }, after: { amountMinor: 600 } },
      },
    ])
  })

  it('a receipt that never arrived is struck, and what it said is kept', async () => {
    const { id, receiptId } = await given(300)
    const answer = await post(
      `/${id}/receipts/${receiptId}/strike`,
      { reason: 'Of another pledge' },
      cast.here.librarian.token,
    )
    expect(answer.json()).toMatchObject({ receipts: [], standing: 'overdue' })
    expect(await versionsOf(receiptId)).toEqual([{ said: '300' }])
  })

  it.each([
    ['correct', { receivedOn: '2026-05-01', amountMinor: 5, reason: ' ' }, 'reason-missing'],
    ['correct', { receivedOn: '2026-05-01', amountMinor: 0, reason: 'x' }, 'receipt-not-of-pledge'],
    ['correct', { receivedOn: '2026-05-01', quantity: 1.111, reason: 'x' }, 'receipt-not-of-pledge'],
    ['correct', { receivedOn: '2026-05-20', amountMinor: 5, reason: 'x' }, 'receipt-in-future'],
    ['correct', { receivedOn: '2026-05-01', amountMinor: 5, reason: 'x' }, 'more-handed-back-than-received'],
    ['strike', { reason: 'x' }, 'more-handed-back-than-received'],
    ['strike', { reason: '' }, 'reason-missing'],
  ])('%s %j is refused', async (verb, body, code) => {
    const { id, receiptId } = await given(300)
    await receive(id, -100)
    const answer = await post(`/${id}/receipts/${receiptId}/${verb}`, body, cast.here.librarian.token)
    expect(answer.json()).toMatchObject({ status: 422, code })
  })

  it('a receipt of another pledge is not found here', async () => {
    const { receiptId } = await given(300)
    const other = await confirmed()
    for (const [verb, body] of [
      ['strike', { reason: 'x' }],
      ['correct', { receivedOn: '2026-05-01', amountMinor: 5, reason: 'x' }],
    ] as const) {
      expect((await post(`/${other}/receipts/${receiptId}/${verb}`, body)).statusCode).toBe(404)
      expect((await post(`/${other}/receipts/${uuidv7()}/${verb}`, body)).statusCode).toBe(404)
    }
  })
})
