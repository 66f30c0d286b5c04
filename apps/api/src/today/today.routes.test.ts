import type { Today } from '@commonweal/contracts/today'
import { and, eq, inArray } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { thingsOf, type Things } from '../../test/given.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'
import { bookings } from '../bookings/bookings.table.ts'
import { initiatives, participations } from '../initiatives/initiatives.table.ts'
import { memberships } from '../partners/partners.table.ts'
import { representations } from '../people/people.table.ts'
import { instalments, pledges } from '../pledges/pledges.table.ts'

let test: TestApp
let cast: Cast
let things: Things

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  things = await thingsOf(test, cast.here)
  const { db } = test.house
  const known = { communityId: cast.here.communityId, recordedAt: test.clock.now }
  const { school, council } = cast.here.organisations
  await db
    .insert(memberships)
    .values({ ...known, id: uuidv7(), organisationId: council, state: 'applied', fromOn: '2026-05-01' })
  await db.insert(bookings).values({
    ...known,
    id: uuidv7(),
    spaceId: things.spaceId,
    organisationId: school,
    startsAt: new Date('2026-06-02T16:00:00Z'),
    endsAt: new Date('2026-06-02T18:00:00Z'),
    status: 'requested',
  })
  await db.insert(pledges).values({
    ...known,
    id: uuidv7(),
    organisationId: school,
    initiativeId: things.initiativeId,
    kind: 'cash',
    route: 'sponsorship',
    amountMinor: 5000,
    currency: 'EUR',
    status: 'offered',
  })
  const past = uuidv7()
  await db.insert(initiatives).values({
    ...known,
    id: past,
    title: 'Past its end',
    kind: 'joint',
    state: 'active',
    startedOn: '2025-01-01',
    plannedEndOn: '2026-04-01',
  })
  await db
    .insert(participations)
    .values({ ...known, id: uuidv7(), initiativeId: past, organisationId: school, role: 'lead', fromOn: '2025-01-01' })
})
afterAll(() => test.close())

const none = { items: [], more: 0 }
const today = async (token: string) =>
  (await ask(test.app, { url: `/communities/${cast.here.communityId}/today`, token })).json<Today>()

describe('readToday', () => {
  it('a booking that is over waits for its head count, for whoever may enter it', async () => {
    const { db } = test.house
    const { school, council } = cast.here.organisations
    const now = test.clock.now.getTime()
    const dayMs = 86_400_000
    const booked = (organisationId: string, endedDaysAgo: number, status: 'confirmed' | 'attended' | 'released') => ({
      communityId: cast.here.communityId,
      recordedAt: test.clock.now,
      id: uuidv7(),
      spaceId: things.spaceId,
      organisationId,
      startsAt: new Date(now - endedDaysAgo * dayMs - 3_600_000),
      endsAt: new Date(now - endedDaysAgo * dayMs),
      status,
    })
    const ofSchool = booked(school, 1, 'confirmed')
    const ofCouncil = booked(council, 30.9, 'confirmed')
    const others = [
      booked(school, 31.1, 'confirmed'),
      // It is still on.
      booked(school, -0.02, 'confirmed'),
      booked(school, 2, 'attended'),
      booked(school, 3, 'released'),
    ]
    await db.insert(bookings).values([ofSchool, ofCouncil, ...others])
    const idsFor = async (token: string) => (await today(token)).uncounted.items.map((each) => each.bookingId)
    const { steward, librarian, coordinator, member, viewer } = cast.here
    expect(await idsFor(steward.token)).toEqual([ofCouncil.id, ofSchool.id])
    // The library hosts both; school and coordinator act for the school alone.
    expect(await idsFor(librarian.token)).toEqual([ofCouncil.id, ofSchool.id])
    expect(await idsFor(member.token)).toEqual([ofSchool.id])
    expect(await idsFor(coordinator.token)).toEqual([ofSchool.id])
    expect(await idsFor(viewer.token)).toEqual([])
    expect((await today(member.token)).uncounted).toMatchObject({
      items: [{ space: 'Reading room', organisation: 'Hill School', timezone: 'Europe/Copenhagen' }],
      more: 0,
    })

    const attended = await ask(test.app, {
      method: 'POST',
      url: `/communities/${cast.here.communityId}/bookings/${ofSchool.id}/attend`,
      token: member.token,
      body: { attendance: 12 },
    })
    expect(attended.statusCode).toBe(200)
    expect(await idsFor(steward.token)).toEqual([ofCouncil.id])
    const many = Array.from({ length: 9 }, (_, place) => booked(school, 4 + place, 'confirmed'))
    await db.insert(bookings).values(many)
    const { items, more } = (await today(steward.token)).uncounted
    expect([items.length, more]).toEqual([8, 2])
    await db.delete(bookings).where(
      inArray(
        bookings.id,
        [ofSchool, ofCouncil, ...others, ...many].map(({ id }) => id),
      ),
    )
  })

  it('a steward sees whatever waits', async () => {
    const seen = await today(cast.here.steward.token)
    expect(seen.memberships.items.map((each) => each.name)).toEqual(['Town Council'])
    expect(seen.bookings.items).toMatchObject([{ space: 'Reading room', organisation: 'Hill School' }])
    expect(seen.pledges.items).toMatchObject([
      { organisation: 'Hill School', initiative: 'Repair café', amountMinor: 5000 },
    ])
    expect(seen.reviewDue.items.map((each) => each.title)).toEqual(['Past its end'])
    // Without a title of its own it is called by the initiative it is for.
    expect(seen.upcoming).toMatchObject([{ space: 'Reading room', title: 'Repair café' }])
  })

  it('a partner sees what waits for their own organisation', async () => {
    const librarian = await today(cast.here.librarian.token)
    expect(librarian.memberships.items).toEqual([])
    expect(librarian.bookings.items).toHaveLength(1)
    expect(librarian.pledges.items).toHaveLength(1)
    expect(librarian.reviewDue.items).toEqual([])
    const teacher = await today(cast.here.member.token)
    expect(teacher.bookings.items).toEqual([])
    expect(teacher.reviewDue.items).toHaveLength(1)
  })

  it('a coordinator sees what coordinators may act on: reviews and late pledges of all, requests and offers of their own', async () => {
    const { coordinator, librarian, organisations } = cast.here
    const { db } = test.house
    const known = { communityId: cast.here.communityId, recordedAt: test.clock.now }
    const late = {
      ...known,
      id: uuidv7(),
      organisationId: organisations.council,
      kind: 'cash',
      route: 'sponsorship',
    } as const
    const money = { amountMinor: 70_000, currency: 'EUR', status: 'confirmed', confirmedOn: '2026-01-02' } as const
    await db.insert(pledges).values({ ...late, ...money })
    await db
      .insert(instalments)
      .values({ ...known, id: uuidv7(), pledgeId: late.id, dueOn: '2026-02-01', amountMinor: 70_000 })
    const seen = await today(coordinator.token)
    expect([seen.memberships, seen.bookings, seen.pledges]).toEqual([none, none, none])
    expect(seen.reviewDue.items.map((each) => each.title)).toEqual(['Past its end'])
    expect(seen.overdue.items).toMatchObject([{ organisation: 'Town Council', overdueMinor: 70_000 }])
    // Not theirs: what the library hosts and leads, and what is pledged to nobody's initiative.
    expect((await today(librarian.token)).overdue.items).toEqual([])

    const [booking] = (await today(librarian.token)).bookings.items
    const approve = (token: string) =>
      ask(test.app, {
        method: 'POST',
        url: `/communities/${cast.here.communityId}/bookings/${booking?.bookingId}/approve`,
        token,
      })
    expect((await approve(coordinator.token)).statusCode).toBe(403)

    const acting = { ...known, id: uuidv7(), personId: coordinator.personId, organisationId: organisations.library }
    await db.insert(representations).values({ ...acting, capacity: 'partner', fromOn: '2025-01-01' })
    const hosting = await today(coordinator.token)
    expect(hosting.bookings.items).toEqual([booking])
    expect(hosting.pledges.items).toMatchObject([{ organisation: 'Hill School', initiative: 'Repair café' }])
    expect(hosting.memberships.items).toEqual([])
    await db.delete(representations).where(eq(representations.id, acting.id))
    await db.delete(instalments).where(eq(instalments.pledgeId, late.id))
    await db.delete(pledges).where(eq(pledges.id, late.id))
  })

  it('who leads an initiative until a day to come still answers what is pledged to it', async () => {
    const { db } = test.house
    const own = and(
      eq(participations.initiativeId, things.initiativeId),
      eq(participations.organisationId, cast.here.organisations.library),
    )
    const offersUntil = async (toOn: string | null) => {
      await db.update(participations).set({ toOn }).where(own)
      return (await today(cast.here.librarian.token)).pledges.items.length
    }
    const day = test.clock.now.toISOString().slice(0, 10)
    expect(await offersUntil('2026-12-01')).toBe(1)
    expect(await offersUntil(day)).toBe(0)
    expect(await offersUntil(null)).toBe(1)
  })

  it('a viewer who acts for an organisation may answer nothing for it', async () => {
    const { viewer, organisations, communityId } = cast.here
    const { db } = test.house
    const acting = { communityId, recordedAt: test.clock.now, id: uuidv7(), personId: viewer.personId }
    await db
      .insert(representations)
      .values({ ...acting, organisationId: organisations.library, capacity: 'partner', fromOn: '2025-01-01' })
    const seen = await today(viewer.token)
    expect([seen.memberships, seen.bookings, seen.pledges]).toEqual([none, none, none])
    await db.delete(representations).where(eq(representations.id, acting.id))
  })

  it('a viewer has nothing to answer and still sees the flags and what is on', async () => {
    const seen = await today(cast.here.viewer.token)
    expect(
      [seen.memberships, seen.bookings, seen.uncounted, seen.pledges, seen.overdue, seen.reviewDue].every(
        (list) => list.items.length === 0,
      ),
    ).toBe(true)
    expect(seen.flags.stagnation.level).toBe('insufficient-data')
    expect(seen.upcoming).toHaveLength(1)
  })
})
