import type { PledgeRow } from '@commonweal/contracts/pledges'
import { pledgeStatuses, isClosed } from '@commonweal/domain/pledges/pledge'
import { pledgeStanding, pledgeStandings } from '@commonweal/domain/pledges/pledge-standing'
import { quantityOf } from '@commonweal/domain/values/money'
import { addDays } from '@commonweal/domain/values/day'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { castOf, type Cast } from '../../test/cast.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'
import { instalments, pledges, pledgeSteps, receipts } from './pledges.table.ts'

const today = '2026-05-15'
let test: TestApp
let cast: Cast

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
})
afterAll(() => test.close())

const day = fc.integer({ min: -60, max: 60 }).map((days) => addDays(today, days))
const planned = fc.array(
  fc.record({ dueOn: fc.oneof(day, fc.constant(today)), parts: fc.integer({ min: 1, max: 400 }) }),
  { maxLength: 5 },
)
const arrived = fc.array(
  fc.record({ receivedOn: day, parts: fc.integer({ min: -200, max: 600 }).filter((parts) => parts !== 0) }),
  { maxLength: 4 },
)
const measured = fc.record({ parts: fc.integer({ min: 1, max: 900 }), planned, arrived })
const story = fc.record({
  status: fc.oneof(fc.constant('confirmed' as const), fc.constantFrom(...pledgeStatuses)),
  money: fc.option(measured, { freq: 4 }),
  hours: fc.option(measured, { freq: 2 }),
  closedOn: fc.option(day, { freq: 4 }),
  /** Receipts that settle the plan to the part: what a random amount hardly ever hits. */
  settles: fc.option(fc.constantFrom('due', 'all'), { freq: 2 }),
})
type Story = typeof story extends fc.Arbitrary<infer Value> ? Value : never

interface Facts {
  readonly instalments: { dueOn: string; amountMinor: number | null; quantity: number | null }[]
  readonly receipts: { receivedOn: string; amountMinor: number | null; quantity: number | null }[]
}

function factsOf({ money, hours, settles }: Story): Facts {
  const facts: Facts = { instalments: [], receipts: [] }
  for (const [measure, of] of [
    [money, (parts: number) => ({ amountMinor: parts, quantity: null })],
    [hours, (parts: number) => ({ amountMinor: null, quantity: quantityOf(parts) })],
  ] as const) {
    if (!measure) continue
    facts.instalments.push(...measure.planned.map((one) => ({ dueOn: one.dueOn, ...of(one.parts) })))
    const owed = measure.planned
      .filter((one) => settles === 'all' || one.dueOn <= today)
      .reduce((sum, one) => sum + one.parts, 0)
    const whole = settles === 'all' ? Math.max(owed, measure.parts) : owed
    if (settles && whole > 0) facts.receipts.push({ receivedOn: addDays(today, -1), ...of(whole) })
    if (!settles)
      facts.receipts.push(...measure.arrived.map((one) => ({ receivedOn: one.receivedOn, ...of(one.parts) })))
  }
  return facts
}

it('the list says of any pledge what the rule says, and its filter finds exactly those', async () => {
  const stories = fc.sample(
    story.filter((one) => one.money !== null || one.hours !== null),
    { numRuns: 600, seed: 45 },
  )
  const { communityId, organisations, viewer } = cast.here
  const known = { communityId, recordedAt: test.clock.now }
  const expected = new Map<string, Partial<PledgeRow>>()
  const rows = {
    pledges: [] as (typeof pledges.$inferInsert)[],
    steps: [] as (typeof pledgeSteps.$inferInsert)[],
    instalments: [] as (typeof instalments.$inferInsert)[],
    receipts: [] as (typeof receipts.$inferInsert)[],
  }
  for (const one of stories) {
    const id = uuidv7()
    const facts = factsOf(one)
    const amountMinor = one.money?.parts ?? null
    const quantity = one.hours ? quantityOf(one.hours.parts) : null
    const kind = one.money && one.hours ? 'freedom-grant' : one.money ? 'cash' : 'staff-time'
    rows.pledges.push({
      ...known,
      id,
      organisationId: organisations.school,
      kind,
      route: 'donation',
      status: one.status,
      amountMinor,
      currency: one.money ? 'EUR' : null,
      quantity,
      unit: one.hours ? 'hour' : null,
    })
    rows.steps.push({ ...known, id: uuidv7(), pledgeId: id, position: 1, status: 'offered', steppedOn: '2025-01-01' })
    const isSteppedShut = isClosed(one.status) && one.closedOn !== null
    if (isSteppedShut && one.closedOn)
      rows.steps.push({
        ...known,
        id: uuidv7(),
        pledgeId: id,
        position: 2,
        status: one.status,
        steppedOn: one.closedOn,
      })
    rows.instalments.push(...facts.instalments.map((each) => ({ ...known, id: uuidv7(), pledgeId: id, ...each })))
    rows.receipts.push(...facts.receipts.map((each) => ({ ...known, id: uuidv7(), pledgeId: id, ...each })))
    const rule = pledgeStanding(
      { status: one.status, amountMinor, quantity, closedOn: isSteppedShut ? one.closedOn : null },
      facts.instalments,
      facts.receipts,
      today,
    )
    const { amount, quantity: ofHours } = rule.accounts
    const isOwed = one.status === 'confirmed'
    const overdueHours = isOwed && ofHours && ofHours.planned > 0 ? (ofHours.settled?.overdue ?? null) : null
    expected.set(id, {
      standing: rule.standing,
      overdueDays: rule.overdueDays,
      receivedMinor: amount?.settled?.received ?? null,
      overdueMinor: isOwed && amount && amount.planned > 0 ? (amount.settled?.overdue ?? null) : null,
      receivedQuantity: ofHours?.settled ? quantityOf(ofHours.settled.received) : null,
      overdueQuantity: overdueHours === null ? null : quantityOf(overdueHours),
    })
  }
  await test.house.db.insert(pledges).values(rows.pledges)
  await test.house.db.insert(pledgeSteps).values(rows.steps)
  await test.house.db.insert(instalments).values(rows.instalments)
  await test.house.db.insert(receipts).values(rows.receipts)

  const listed = async (query: string) => {
    const items: PledgeRow[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const answer = await ask(test.app, {
        url: `/communities/${communityId}/pledges?limit=200${query}${cursor && `&cursor=${cursor}`}`,
        token: viewer.token,
      })
      const page = answer.json<{ items: PledgeRow[]; nextCursor: string | null }>()
      items.push(...page.items)
      cursor = page.nextCursor
    }
    return items
  }
  const all = await listed('')
  expect(all).toHaveLength(stories.length)
  for (const row of all) expect(row, JSON.stringify(row)).toMatchObject(expected.get(row.id) ?? {})

  const seen = new Set(all.map((row) => row.standing))
  expect([...seen].toSorted()).toEqual(pledgeStandings.filter((each) => each !== 'receipts-not-kept').toSorted())
  for (const standing of pledgeStandings) {
    const found = await listed(`&standing=${standing}`)
    expect(found.map((row) => row.id)).toEqual(all.filter((row) => row.standing === standing).map((row) => row.id))
  }
})
