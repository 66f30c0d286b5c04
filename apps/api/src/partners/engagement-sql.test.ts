import type { PartnerRow } from '@commonweal/contracts/partners'
import type { Today } from '@commonweal/contracts/today'
import { bookingStatuses } from '@commonweal/domain/bookings/booking'
import { engagementOf } from '@commonweal/domain/partners/engagement'
import type { Engagement } from '@commonweal/domain/partners/engagements'
import { heardOf } from '@commonweal/domain/partners/heard-of'
import { membershipStates } from '@commonweal/domain/partners/membership'
import { pledgeStatuses } from '@commonweal/domain/pledges/pledge'
import { addDays } from '@commonweal/domain/values/day'
import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'
import { bookings } from '../bookings/bookings.table.ts'
import { initiatives, participations } from '../initiatives/initiatives.table.ts'
import { instalments, pledges, receipts } from '../pledges/pledges.table.ts'
import { loadHistory } from '../risks/history.store.ts'
import { spaces } from '../spaces/spaces.table.ts'
import { memberships, organisations } from './partners.table.ts'

const today = '2026-05-15'
const count = 120
let test: TestApp
let cast: Cast

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  await insertStories()
})
afterAll(() => test.close())

const ago = fc.oneof(fc.integer({ min: -30, max: 400 }), fc.constantFrom(0, 1, 89, 90, 91, 92, 179, 180, 181, 182))
const day = ago.map((days) => addDays(today, -days))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 2 })
const few = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 2 })

const story = fc.record({
  state: fc.oneof(fc.constant('active' as const), fc.constantFrom(...membershipStates)),
  since: maybe(
    fc.oneof(
      day.filter((one) => one <= today),
      fc.constant('2020-01-01'),
    ),
  ),
  joins: few(fc.record({ initiative: fc.nat(79), from: maybe(day), stayed: maybe(fc.nat(300)) })),
  bookings: few(
    fc.record({
      space: fc.nat(59),
      on: day,
      minute: fc.nat(1439),
      status: fc.constantFrom(...bookingStatuses),
      initiative: maybe(fc.nat(79)),
    }),
  ),
  pledges: few(
    fc.record({
      initiative: maybe(fc.nat(79)),
      status: fc.constantFrom('confirmed' as const, ...pledgeStatuses),
      confirmedOn: maybe(day),
      from: maybe(day),
      days: maybe(fc.nat(200)),
      dues: few(day),
      paid: few(day),
    }),
  ),
})
const course = fc.record({
  startedOn: fc.option(
    fc.integer({ min: -20, max: 900 }).map((days) => addDays(today, -days)),
    { freq: 8 },
  ),
  planned: maybe(fc.integer({ min: 0, max: 700 })),
  ended: fc.option(fc.nat(700), { freq: 1 }),
})

async function insertStories(): Promise<void> {
  const { db } = test.house
  const known = { communityId: cast.here.communityId, recordedAt: test.clock.now }
  const ids = (length: number) => Array.from({ length }, () => uuidv7())
  const [organisationIds, initiativeIds, spaceIds] = [ids(count), ids(80), ids(60)] as const
  const stories = fc.sample(story, { numRuns: count, seed: 65 })
  const at = <Item>(list: readonly Item[], index: number) => list[index % list.length] as Item

  await db.insert(organisations).values(
    organisationIds.map((id, index) => ({
      ...known,
      id,
      name: `Partner ${index}`,
      sector: 'other' as const,
      legalStatus: 'civic' as const,
    })),
  )
  await db.insert(memberships).values(
    stories.map(({ state, since }, index) => ({
      ...known,
      id: uuidv7(),
      organisationId: at(organisationIds, index),
      state,
      fromOn: since,
    })),
  )
  await db.insert(initiatives).values(
    fc.sample(course, { numRuns: 80, seed: 66 }).map(({ startedOn, planned, ended }, index) => ({
      ...known,
      id: at(initiativeIds, index),
      title: `Initiative ${index}`,
      kind: 'joint' as const,
      state: startedOn && ended !== null ? ('completed' as const) : ('active' as const),
      startedOn,
      plannedEndOn: startedOn && planned !== null ? addDays(startedOn, planned) : null,
      endedOn: startedOn && ended !== null ? addDays(startedOn, ended) : null,
    })),
  )
  await db.insert(participations).values(
    stories.flatMap(({ joins }, index) =>
      [...new Map(joins.map((one) => [one.initiative, one])).values()].map(({ initiative, from, stayed }) => ({
        ...known,
        id: uuidv7(),
        organisationId: at(organisationIds, index),
        initiativeId: at(initiativeIds, initiative),
        role: 'contributor' as const,
        fromOn: from,
        toOn: from && stayed !== null ? addDays(from, stayed) : null,
      })),
    ),
  )
  await db.insert(spaces).values(
    spaceIds.map((id, index) => ({
      ...known,
      id,
      name: `Space ${index}`,
      kind: 'digital' as const,
      url: 'https://rooms.example',
      isShared: true,
      hostId: at(organisationIds, index * 2),
      timezone: 'Europe/Copenhagen',
    })),
  )
  await db.insert(bookings).values(
    stories.flatMap((one, index) =>
      one.bookings.map(({ space, on, minute, status, initiative }) => {
        const startsAt = new Date(Date.parse(`${on}T00:00:00Z`) + minute * 60_000)
        return {
          ...known,
          id: uuidv7(),
          spaceId: at(spaceIds, space),
          organisationId: at(organisationIds, index),
          initiativeId: initiative === null ? null : at(initiativeIds, initiative),
          startsAt,
          endsAt: new Date(startsAt.getTime() + 3_600_000),
          status,
        }
      }),
    ),
  )
  for (const [index, one] of stories.entries())
    for (const { initiative, status, confirmedOn, from, days, dues, paid } of one.pledges) {
      const pledgeId = uuidv7()
      await db.insert(pledges).values({
        ...known,
        id: pledgeId,
        organisationId: at(organisationIds, index),
        initiativeId: initiative === null ? null : at(initiativeIds, initiative),
        kind: 'cash',
        route: 'donation',
        amountMinor: 1000,
        currency: 'EUR',
        status,
        confirmedOn,
        fromOn: from,
        toOn: from && days !== null ? addDays(from, days) : null,
      })
      const part = { ...known, pledgeId, amountMinor: 500 }
      if (dues.length > 0) await db.insert(instalments).values(dues.map((dueOn) => ({ ...part, id: uuidv7(), dueOn })))
      if (paid.length > 0)
        await db.insert(receipts).values(paid.map((receivedOn) => ({ ...part, id: uuidv7(), receivedOn })))
    }
}

async function listed(query: string): Promise<PartnerRow[]> {
  const items: PartnerRow[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const answer = await ask(test.app, {
      url: `/communities/${cast.here.communityId}/partners?limit=50${query}${cursor && `&cursor=${cursor}`}`,
      token: cast.here.viewer.token,
    })
    const page = answer.json<{ items: PartnerRow[]; nextCursor: string | null }>()
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return items
}

it('the list says of any member what the rule says of it, and its filter finds exactly those', async () => {
  const loaded = await loadHistory(test.house.pool, cast.here.communityId)
  if (!loaded) throw new Error('the community is gone')
  const heard = heardOf(loaded.history, today)
  const rule = (id: string): { engagement: Engagement | null; lastActOn?: string | null } => {
    const one = heard.get(id)
    return one ? { engagement: engagementOf(one, today), lastActOn: one.lastActOn } : { engagement: null }
  }
  const all = await listed('')
  expect(all.length).toBeGreaterThanOrEqual(count)
  for (const row of all) expect(row, JSON.stringify(row)).toMatchObject(rule(row.id))

  const found = Map.groupBy(all, (row) => row.engagement)
  for (const engagement of ['active', 'quiet', 'dormant'] as const) {
    const ids = (found.get(engagement) ?? []).map(({ id }) => id)
    expect(ids.length, engagement).toBeGreaterThan(3)
    expect((await listed(`&engagement=${engagement}`)).map(({ id }) => id)).toEqual(ids)
  }
  const silent = all.filter(({ engagement }) => engagement === 'quiet' || engagement === 'dormant').map(({ id }) => id)
  expect((await listed('&engagement=silent')).map(({ id }) => id)).toEqual(silent)

  const byAct = await listed('&sort=last-act')
  const days = byAct.map(({ lastActOn }) => lastActOn ?? '')
  expect(days).toEqual(days.toSorted())
  expect(new Set(byAct.map(({ id }) => id)).size).toBe(all.length)
})

it('the page lists the acts, the latest of which is the last act', async () => {
  const base = `/communities/${cast.here.communityId}`
  for (const { id, lastActOn, engagement } of (await listed('&state=active')).slice(0, 60)) {
    const answer = await ask(test.app, { url: `${base}/partners/${id}/acts?limit=200`, token: cast.here.viewer.token })
    const { items } = answer.json<{ items: { on: string; kind: string }[] }>()
    const acts = items.filter(({ kind }) => kind !== 'membership')
    expect(acts[0]?.on ?? null).toBe(lastActOn)
    expect(items.map(({ on }) => on)).toEqual(
      items
        .map(({ on }) => on)
        .toSorted()
        .toReversed(),
    )
    const page = await ask(test.app, { url: `${base}/partners/${id}`, token: cast.here.viewer.token })
    expect(page.json()).toMatchObject({ lastActOn, engagement })
  }
})

it('Today lists whom to call to coordinators and stewards, the longest silent first, and to nobody else', async () => {
  const read = async (token: string) =>
    (await ask(test.app, { url: `/communities/${cast.here.communityId}/today`, token })).json<Today>().silent
  const silent = await read(cast.here.coordinator.token)
  const all = await listed('&engagement=silent')
  expect(silent?.items).toHaveLength(8)
  expect(silent?.more).toBe(all.length - 8)
  const days = (silent?.items ?? []).map((one) => one.days ?? Infinity)
  expect(days).toEqual(days.toSorted((one, other) => other - one))
  expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining((silent?.items ?? []).map((one) => one.partnerId)))
  expect(await read(cast.here.steward.token)).toEqual(silent)
  expect(await read(cast.here.member.token)).toBeNull()
})
