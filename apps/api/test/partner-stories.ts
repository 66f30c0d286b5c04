import { bookingStatuses } from '@commonweal/domain/bookings/booking'
import { engagementOf } from '@commonweal/domain/partners/engagement'
import type { Engagement } from '@commonweal/domain/partners/engagements'
import { heardOf } from '@commonweal/domain/partners/heard-of'
import { membershipStates } from '@commonweal/domain/partners/membership'
import { pledgeStatuses } from '@commonweal/domain/pledges/pledge'
import { addDays } from '@commonweal/domain/values/day'
import type { PartnerRow } from '@commonweal/contracts/partners'
import fc from 'fast-check'
import { expect } from 'vitest'
import { bookings } from '../src/bookings/bookings.table.ts'
import { initiatives, participations } from '../src/initiatives/initiatives.table.ts'
import { memberships, organisations } from '../src/partners/partners.table.ts'
import { instalments, pledges, receipts } from '../src/pledges/pledges.table.ts'
import { loadHistory } from '../src/risks/history.store.ts'
import { spaces } from '../src/spaces/spaces.table.ts'
import type { Cast } from './cast.ts'
import { ask, type TestApp } from './test-app.ts'

/** The day the stories are told on: the day of the clock of tests. */
export const today = '2026-05-15'
const count = 120

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

/** Partners with random pasts in the community of the cast, the same ones in every run. */
export async function insertStories(test: TestApp, cast: Cast): Promise<void> {
  const { db } = test.house
  const known = { communityId: cast.here.communityId, recordedAt: test.clock.now }
  let made = 0
  // Ids that are the same in every run, too, so that "half of the rows" is the same half.
  const nextId = () => `01970000-0000-7000-8000-${(made += 1).toString(16).padStart(12, '0')}`
  const ids = (length: number) => Array.from({ length }, () => nextId())
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
      id: nextId(),
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
        id: nextId(),
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
          id: nextId(),
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
      const pledgeId = nextId()
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
      if (dues.length > 0) await db.insert(instalments).values(dues.map((dueOn) => ({ ...part, id: nextId(), dueOn })))
      if (paid.length > 0)
        await db.insert(receipts).values(paid.map((receivedOn) => ({ ...part, id: nextId(), receivedOn })))
    }
}

/** Every row of the list of partners, page after page. */
export async function listed({ app }: TestApp, cast: Cast, query: string): Promise<PartnerRow[]> {
  const items: PartnerRow[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const answer = await ask(app, {
      url: `/communities/${cast.here.communityId}/partners?limit=50${query}${cursor && `&cursor=${cursor}`}`,
      token: cast.here.viewer.token,
    })
    const page = answer.json<{ items: PartnerRow[]; nextCursor: string | null }>()
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return items
}

/** Compares each row of the list with the rule over the facts as they are now. */
export async function comparedWithRule(test: TestApp, cast: Cast, day: string): Promise<PartnerRow[]> {
  const loaded = await loadHistory(test.house.pool, cast.here.communityId)
  if (!loaded) throw new Error('the community is gone')
  const heard = heardOf(loaded.history, day)
  const rule = (id: string): { engagement: Engagement | null; lastActOn?: string | null } => {
    const one = heard.get(id)
    return one ? { engagement: engagementOf(one, day), lastActOn: one.lastActOn } : { engagement: null }
  }
  const all = await listed(test, cast, '')
  expect(all.length).toBeGreaterThanOrEqual(count)
  const taken = new Map<string, Set<string>>()
  for (const { organisationId, initiativeId } of loaded.history.participations)
    taken.set(organisationId, (taken.get(organisationId) ?? new Set()).add(initiativeId))
  for (const row of all) {
    const organisation = loaded.history.organisations.find((one) => one.id === row.id)
    const present = loaded.history.memberships?.find((one) => one.organisationId === row.id && one.to === null)
    expect(row, JSON.stringify(row)).toMatchObject({
      ...rule(row.id),
      name: organisation?.name,
      sector: organisation?.sector,
      legalStatus: organisation?.legalStatus,
      state: present?.state ?? null,
      stateSince: present?.from ?? null,
      initiatives: taken.get(row.id)?.size ?? 0,
    })
  }
  return all
}
