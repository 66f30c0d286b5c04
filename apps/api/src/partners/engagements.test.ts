import { addDays } from '@commonweal/domain/values/day'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { comparedWithRule, insertStories, listed, today } from '../../test/partner-stories.ts'
import { startTestApp, type TestApp } from '../../test/test-app.ts'

let test: TestApp
let cast: Cast

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  await insertStories(test, cast)
})
afterAll(() => test.close())

interface Change {
  readonly of: string
  /** What an update of row `t` sets; without it the rows are taken away. */
  readonly set?: string
  readonly where?: string
}

/** What actions, imports and corrections do to facts. Each has to reach the list by its mark. */
const changes: Record<string, Change> = {
  'organisations renamed': { of: 'organisations', set: `name = 'New ' || name` },
  'organisations of another sector and status': {
    of: 'organisations',
    set: `sector = 'social', legal_status = 'private'`,
  },
  'instalments due at another time': { of: 'instalments', set: 'due_on = due_on - 60' },
  'instalments taken away': { of: 'instalments' },
  'memberships paused': { of: 'memberships', set: `state = 'paused'`, where: `state = 'active'` },
  'memberships begun anew': {
    of: 'memberships',
    set: `state = 'active', from_on = '2026-04-01'`,
    where: `state <> 'active'`,
  },
  'initiatives that start later': {
    of: 'initiatives',
    set: `started_on = started_on + 100, planned_end_on = planned_end_on + 400, ended_on = ended_on + 400`,
    where: 'started_on is not null',
  },
  'initiatives completed': {
    of: 'initiatives',
    set: `state = 'completed', ended_on = greatest(started_on, '2026-03-01')`,
    where: 'started_on is not null',
  },
  'participations that ended': {
    of: 'participations',
    set: `to_on = greatest(from_on, '2026-01-10')`,
    where: 'to_on is null',
  },
  'participations of the present': { of: 'participations', set: `from_on = '2026-05-01', to_on = null` },
  'participations taken away': { of: 'participations' },
  'bookings moved': {
    of: 'bookings',
    set: `starts_at = starts_at + interval '40 days', ends_at = ends_at + interval '40 days'`,
  },
  'bookings of another space': {
    of: 'bookings',
    set: `space_id = (select s.id from spaces s where s.community_id = t.community_id and s.id > t.space_id order by s.id limit 1)`,
    where: `space_id < (select max(s.id::text)::uuid from spaces s where s.community_id = t.community_id)`,
  },
  'bookings cancelled': { of: 'bookings', set: `status = 'cancelled'`, where: `status in ('requested', 'confirmed')` },
  'spaces of another host': {
    of: 'spaces',
    set: `host_id = (select o.id from organisations o where o.community_id = t.community_id and o.id <> t.host_id order by o.id desc limit 1)`,
  },
  'spaces of another clock': { of: 'spaces', set: `timezone = 'Pacific/Kiritimati'` },
  'pledges confirmed': {
    of: 'pledges',
    set: `status = 'confirmed', confirmed_on = '2026-05-10'`,
    where: `status <> 'confirmed'`,
  },
  'pledges taken back': { of: 'pledges', set: `status = 'withdrawn'`, where: `status = 'confirmed'` },
  'pledges of others': {
    of: 'pledges',
    set: `organisation_id = (select o.id from organisations o where o.community_id = t.community_id and o.id <> t.organisation_id order by o.id limit 1)`,
  },
  'receipts put right': { of: 'receipts', set: 'received_on = received_on + 50' },
  'receipts taken away': { of: 'receipts' },
}

it.each(Object.entries(changes))('after %s the list says what the rule says', async (_, change) => {
  const before = await listed(test, cast, '')
  const { of: table, set, where = 'true' } = change
  // Of half of the rows only: nobody else's may change.
  const rows = `${table} t ${set === undefined ? '' : `set ${set}`} where ${where} and substr(md5(t.id::text), 1, 1) < '8'`
  const { rowCount } = await test.house.pool.query(set === undefined ? `delete from ${rows}` : `update ${rows}`)
  expect(rowCount).toBeGreaterThan(0)
  expect(await comparedWithRule(test, cast, today)).not.toEqual(before)
})

/** New facts, made after others; none is among those the list was first told from. */
const additions = {
  'an organisation': `insert into organisations (community_id, id, name, sector, legal_status, recorded_at)
    select community_id, gen_random_uuid(), 'New here', 'other', 'civic', recorded_at from organisations
    where community_id = (select id from communities where slug = 'lindenmark') limit 1`,
  'a membership': `insert into memberships (community_id, id, organisation_id, state, from_on, recorded_at)
    select community_id, gen_random_uuid(), id, 'active', '2026-05-02', recorded_at from organisations where name = 'New here'`,
  'a participation': `insert into participations (community_id, id, initiative_id, organisation_id, role, from_on, recorded_at)
    select i.community_id, gen_random_uuid(), i.id, o.id, 'supporter', '2026-05-03', o.recorded_at
    from organisations o join initiatives i on i.community_id = o.community_id and i.started_on < '2026-05-01' where o.name = 'New here' limit 1`,
  'a booking': `insert into bookings (community_id, id, space_id, organisation_id, starts_at, ends_at, status, recorded_at)
    select o.community_id, gen_random_uuid(), s.id, o.id, '2026-05-04T10:00Z', '2026-05-04T11:00Z', 'confirmed', o.recorded_at
    from organisations o join spaces s on s.community_id = o.community_id where o.name = 'New here' order by s.id limit 1`,
  'a pledge': `insert into pledges (community_id, id, organisation_id, kind, route, quantity, unit, status, confirmed_on, recorded_at)
    select community_id, gen_random_uuid(), id, 'staff-time', 'donation', 5, 'hours', 'confirmed', '2026-05-06', recorded_at
    from organisations where name = 'New here'`,
  'a receipt': `insert into receipts (community_id, id, pledge_id, received_on, quantity, recorded_at)
    select g.community_id, gen_random_uuid(), g.id, '2026-05-08', 1, g.recorded_at
    from pledges g join organisations o on o.community_id = g.community_id and o.id = g.organisation_id where o.name = 'New here' limit 1`,
}

it.each(Object.entries(additions))('after %s is new the list says what the rule says', async (_, sql) => {
  const before = await listed(test, cast, '')
  expect((await test.house.pool.query(sql)).rowCount).toBe(1)
  expect(await comparedWithRule(test, cast, today)).not.toEqual(before)
})

it('a change under way while the list is read on another day is in the list once it is committed', async () => {
  const { pool } = test.house
  const writer = await pool.connect()
  const now = test.clock.now
  try {
    await writer.query('begin')
    await writer.query(
      `update memberships set state = 'paused' where state = 'active' and substr(md5(id::text), 1, 1) > '8'`,
    )
    test.clock.now = new Date(now.getTime() + 2 * 86_400_000)
    const before = await comparedWithRule(test, cast, addDays(today, 2))
    await writer.query('commit')
    expect(await comparedWithRule(test, cast, addDays(today, 2))).not.toEqual(before)
  } finally {
    test.clock.now = now
    writer.release()
  }
  await comparedWithRule(test, cast, today)
})

it('whoever looks first on a day finds everybody, also where many look at once', async () => {
  const known = await listed(test, cast, '')
  for (const _ of Array.from({ length: 8 })) {
    await test.house.pool.query('delete from engagements')
    await test.house.pool.query('delete from engagement_days')
    const found = await Promise.all(Array.from({ length: 8 }, () => listed(test, cast, '')))
    for (const one of found) expect(one).toEqual(known)
  }
})

it('a list has its rows also where facts change all the time', async () => {
  const known = await listed(test, cast, '')
  const { pool } = test.house
  await pool.query(`create function mark_again() returns trigger language plpgsql as $$ begin
    insert into engagement_marks (community_id, subjects) values (old.community_id, '{}'); return null; end $$`)
  await pool.query(
    'create trigger mark_again after delete on engagement_marks for each row execute function mark_again()',
  )
  try {
    await pool.query(`insert into engagement_marks (community_id, subjects) values ($1, '{}')`, [cast.here.communityId])
    expect(await listed(test, cast, '')).toEqual(known)
  } finally {
    await pool.query('drop function mark_again() cascade')
    await pool.query('delete from engagement_marks')
  }
})

it('all of it is gone together after a crash of the database, and worked out again', async () => {
  const { pool } = test.house
  const { rows } = await pool.query<{ relname: string; relpersistence: string }>(
    `select relname, relpersistence from pg_class where relkind = 'r' and relname like 'engagement%' order by relname`,
  )
  expect(rows.map(({ relname, relpersistence }) => `${relname} ${relpersistence}`)).toEqual([
    'engagement_days u',
    'engagement_marks u',
    'engagements u',
  ])
  const known = await listed(test, cast, '')
  await pool.query(`update organisations set name = 'Later ' || name where substr(md5(id::text), 1, 1) > 'b'`)
  // What PostgreSQL does to such tables when it comes up again.
  await pool.query('truncate engagements, engagement_days, engagement_marks')
  expect(await comparedWithRule(test, cast, today)).not.toEqual(known)
})
