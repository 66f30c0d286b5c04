import type { CostRow, FundingLine, FundingPicture, ReserveRow } from '@commonweal/contracts/finances'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { castOf, type Cast } from '../../test/cast.ts'
import { thingsOf, type Things } from '../../test/given.ts'
import { ask, startTestApp, type Ask, type TestApp } from '../../test/test-app.ts'
import { instalments, pledges, receipts } from '../pledges/pledges.table.ts'

let test: TestApp
let cast: Cast
let things: Things

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  things = await thingsOf(test, cast.here)
})
afterAll(() => test.close())

const here = (path: string, asked: Partial<Ask> = {}) =>
  ask(test.app, { token: cast.here.coordinator.token, ...asked, url: `/communities/${cast.here.communityId}${path}` })
const paint = { dueOn: '2026-07-01', amountMinor: 900, currency: 'EUR', label: ' Paint ' }
const versionsOf = async (id: string) =>
  (await test.pool.query(`select image->>'amount_minor' as said from versions where id = $1`, [id])).rows

describe('costs', () => {
  it('are added, put right and taken away; what they said is kept', async () => {
    const { initiativeId } = things
    const added = (await here('/costs', { method: 'POST', body: { ...paint, initiativeId } })).json<CostRow>()
    expect(added).toMatchObject({ label: 'Paint', initiative: 'Repair café', revision: 1 })
    test.clock.now = new Date('2026-05-15T10:01:00Z')
    const edit = (revision: number, amountMinor: number) =>
      here(`/costs/${added.id}`, {
        method: 'PUT',
        body: { ...paint, amountMinor },
        headers: { 'if-match': `"${revision}"` },
      })
    const both = await Promise.all([edit(1, 800), edit(1, 800)])
    expect(both.map((answer) => answer.statusCode).toSorted()).toEqual([200, 412])
    expect((await here(`/costs?initiativeId=${initiativeId}`)).json().items).toHaveLength(1)
    expect((await here(`/costs/${added.id}`, { method: 'DELETE' })).statusCode).toBe(204)
    expect((await here(`/costs/${added.id}`, { method: 'DELETE' })).statusCode).toBe(404)
    expect(await versionsOf(added.id)).toEqual([{ said: '900' }, { said: '800' }])
    const trace = await here(`/activity?objectId=${added.id}`)
    expect(
      trace
        .json<{ items: { verb: string }[] }>()
        .items.map((one) => one.verb)
        .toSorted(),
    ).toEqual(['addCost', 'editCost', 'removeCost'])
  })

  it('an initiative nobody knows, a missing revision and a cost of nothing are refused', async () => {
    const unknown = { ...paint, initiativeId: uuidv7() }
    expect((await here('/costs', { method: 'POST', body: unknown })).json()).toMatchObject({
      status: 422,
      code: 'initiative-unknown',
    })
    expect(
      (await here(`/costs/${things.costId}`, { method: 'PUT', body: unknown, headers: { 'if-match': '"1"' } })).json(),
    ).toMatchObject({ code: 'initiative-unknown' })
    expect((await here(`/costs/${things.costId}`, { method: 'PUT', body: paint })).json()).toMatchObject({
      status: 428,
      code: 'revision-missing',
    })
    expect((await here('/costs', { method: 'POST', body: { ...paint, amountMinor: 0 } })).json()).toMatchObject({
      status: 400,
    })
  })

  it('members see them, stewards and coordinators keep them', async () => {
    const { token } = cast.here.member
    expect((await here('/costs', { token })).statusCode).toBe(200)
    expect((await here('/costs', { token, method: 'POST', body: paint })).json()).toMatchObject({
      status: 403,
      code: 'forbidden',
    })
  })
})

describe('reserves', () => {
  it('are counted on a day, and a wrong count is taken away', async () => {
    const counted = (
      await here('/reserves', { method: 'POST', body: { on: '2026-05-01', amountMinor: 0, currency: 'EUR' } })
    ).json<ReserveRow>()
    expect((await here('/reserves?limit=1')).json().items).toEqual([counted])
    expect((await here(`/reserves/${counted.id}`, { method: 'DELETE' })).statusCode).toBe(204)
    expect((await here(`/reserves/${counted.id}`, { method: 'DELETE' })).statusCode).toBe(404)
    expect(await versionsOf(counted.id)).toEqual([{ said: '0' }])
  })

  it('nobody counts in the future', async () => {
    const answer = await here('/reserves', {
      method: 'POST',
      body: { on: '2026-05-16', amountMinor: 5, currency: 'EUR' },
    })
    expect(answer.json()).toMatchObject({ status: 422, code: 'step-in-future' })
  })
})

describe('readFundingPicture', () => {
  const known = () => ({ communityId: cast.here.communityId, recordedAt: test.clock.now })
  const picture = async (query = '') => (await here(`/funding-picture${query}`)).json<FundingPicture>()
  const values = (line: FundingLine | undefined) =>
    Object.fromEntries((line?.figures ?? []).map((one) => [one.formula, one.amountMinor ?? one.quantity]))

  it('of the community and of one initiative, each figure with its formula and the pledges behind it', async () => {
    const { school, council } = cast.here.organisations
    const [dkk, hours] = [uuidv7(), uuidv7()]
    await test.house.db.insert(pledges).values([
      {
        ...known(),
        id: dkk,
        organisationId: school,
        kind: 'cash',
        route: 'sponsorship',
        amountMinor: 7000,
        currency: 'DKK',
        status: 'confirmed',
      },
      {
        ...known(),
        id: hours,
        organisationId: school,
        kind: 'staff-time',
        route: 'partner-co-funding',
        quantity: 12.5,
        unit: 'hour',
        status: 'confirmed',
      },
    ])
    await test.house.db
      .insert(instalments)
      .values({ ...known(), id: uuidv7(), pledgeId: hours, dueOn: '2026-05-05', quantity: 12.5 })
    await test.house.db
      .insert(receipts)
      .values({ ...known(), id: uuidv7(), pledgeId: hours, receivedOn: '2026-05-06', quantity: 2.25 })

    const whole = await picture()
    expect(whole).toMatchObject({ asOf: '2026-05-15', isReceiptsKnown: true })
    expect(whole.lines.map((line) => [line.kind, line.currency ?? line.unit])).toEqual([
      ['cash', 'DKK'],
      ['cash', 'EUR'],
      ['staff-time', 'hour'],
    ])
    expect(values(whole.lines[1])).toMatchObject({ promised: 120_000, received: 60_000, overdue: 0, unplanned: 60_000 })
    expect(values(whole.lines[2])).toMatchObject({
      promised: 12.5,
      received: 2.25,
      overdue: 10.25,
      'overdue-1-30': 10.25,
    })
    expect(whole.lines[1]).toMatchObject({
      byOrganisation: [
        { organisationId: council, organisation: 'Town Council', promisedShareRatio: 1, receivedShareRatio: 1 },
      ],
      byRoute: [
        {
          route: 'local-budget',
          promised: { formula: 'promised', amountMinor: 120_000, quantity: null, pledgeIds: [things.pledgeId] },
        },
      ],
      byInitiative: [{ initiativeId: things.initiativeId, initiative: 'Repair café' }],
    })
    expect(whole.costs).toEqual([
      {
        currency: 'EUR',
        figures: [
          { formula: 'costs-fallen-due', amountMinor: 5000, costIds: [things.costId] },
          { formula: 'costs-ahead', amountMinor: 0, costIds: [] },
        ],
      },
    ])

    const one = await picture(`?initiativeId=${things.initiativeId}`)
    expect(one.lines).toEqual([whole.lines[1]])
  })

  it('where nobody keeps receipts it says so, and knows only promises', async () => {
    const { communityId, steward } = cast.elsewhere
    await test.house.db.insert(pledges).values({
      communityId,
      recordedAt: test.clock.now,
      id: uuidv7(),
      organisationId: cast.elsewhere.organisations.school,
      kind: 'cash',
      route: 'donation',
      amountMinor: 5,
      currency: 'EUR',
      status: 'confirmed',
    })
    const answer = await ask(test.app, { url: `/communities/${communityId}/funding-picture`, token: steward.token })
    const { isReceiptsKnown, lines } = answer.json<FundingPicture>()
    expect(isReceiptsKnown).toBe(false)
    expect(values(lines[0])).toMatchObject({ promised: 5, received: null, overdue: null, offered: 0 })
  })

  it('of an initiative nobody knows there is none; viewers see no finances', async () => {
    expect((await here(`/funding-picture?initiativeId=${uuidv7()}`)).json()).toMatchObject({
      status: 422,
      code: 'initiative-unknown',
    })
    expect((await here('/funding-picture', { token: cast.here.viewer.token })).json()).toMatchObject({ status: 403 })
  })
})
