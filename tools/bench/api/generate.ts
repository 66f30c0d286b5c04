import type pg from 'pg'

/** How much a benchmark is run over. The full size is what the product is promised for. */
export interface Size {
  readonly communities: number
  readonly partners: number
  readonly initiatives: number
  readonly participations: number
  readonly bookings: number
  readonly pledges: number
}

export const sizes = {
  full: {
    communities: 2_000,
    partners: 100_000,
    initiatives: 300_000,
    participations: 1_000_000,
    bookings: 600_000,
    pledges: 400_000,
  },
  small: {
    communities: 100,
    partners: 5_000,
    initiatives: 15_000,
    participations: 50_000,
    bookings: 30_000,
    pledges: 20_000,
  },
} as const satisfies Record<string, Size>

/** Ids follow from numbers, so that rows find one another without a look-up and each run makes the same data. */
const id = (kind: string, community: string, index: string) => `md5('${kind}' || ${community} || '-' || ${index})::uuid`

/**
 * Fills a migrated, empty database. Communities differ in size as towns do: the largest holds about thirty times the
 * median. Foreign keys are not checked while filling (the ids are right by construction); all other constraints are.
 */
export async function generate(client: pg.ClientBase, size: Size, say: (text: string) => void): Promise<void> {
  await client.query(`set session_replication_role = replica`)
  await client.query('set synchronous_commit = off')
  await client.query(`set maintenance_work_mem = '512MB'`)
  const step = async (name: string, sql: string) => {
    const began = performance.now()
    await client.query(sql)
    say(`  ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
  // The share of each community: a heavy tail, from many small ones to a few large.
  await step(
    'communities',
    `create temporary table town as
      with weight as (select c, exp(1.15 * sqrt(2) * ((random_of(c) + random_of(c + 7919) + random_of(c + 104729)) - 1.5) * 2) as w from generate_series(1, ${size.communities}) c)
      select c, ${id('c', 'c', '0')} as id,
        greatest(4, round(${size.partners} * w / sum(w) over ()))::int as partners,
        greatest(6, round(${size.initiatives} * w / sum(w) over ()))::int as initiatives,
        greatest(20, round(${size.participations} * w / sum(w) over ()))::int as participations,
        greatest(12, round(${size.bookings} * w / sum(w) over ()))::int as bookings,
        greatest(8, round(${size.pledges} * w / sum(w) over ()))::int as pledges
      from weight`.replaceAll(/random_of\(([^)]*)\)/g, `((hashint4(($1)::int)::bigint + 2147483648) / 4294967296.0)`),
  )
  await step(
    'tenants',
    `insert into communities (id, slug, name, country, timezone, currency, source, keeps, created_at, recorded_at)
      select id, 'town-' || c, 'Town ' || c, 'DK', 'Europe/Copenhagen', 'EUR', 'bench', '{receipts}', now(), now() from town`,
  )
  await step(
    'partners',
    `insert into organisations (community_id, id, name, sector, legal_status, recorded_at)
      select t.id, ${id('o', 't.c', 'k')}, 'Partner ' || (k * 7919 % 100000) || ' of town ' || t.c,
        (array['education', 'ngo', 'business', 'culture', 'sport', 'health', 'finance', 'local-government'])[1 + k % 8],
        (array['public', 'private', 'civic'])[1 + k % 3], now()
      from town t, generate_series(1, t.partners) k`,
  )
  await step(
    'memberships',
    `insert into memberships (community_id, id, organisation_id, state, from_on, recorded_at)
      select t.id, ${id('m', 't.c', 'k')}, ${id('o', 't.c', 'k')}, case when k % 11 = 0 then 'paused' else 'active' end,
        date '2021-01-01' + (k * 37 % 1500), now()
      from town t, generate_series(1, t.partners) k`,
  )
  await step(
    'people',
    `insert into people (community_id, id, display_name, account_id, recorded_at)
      select t.id, ${id('p', 't.c', '1')}, 'Steward ' || t.c, ${id('a', 't.c', '1')}, now() from town t`,
  )
  await client.query(
    `insert into accounts (id, email, display_name, created_at) select ${id('a', 't.c', '1')}, 'steward' || c || '@bench.example', 'Steward', now() from town t`,
  )
  await client.query(`insert into sessions (id, account_id, token_hash, rotated_at, started_at, expires_at)
    select ${id('s', 't.c', '1')}, ${id('a', 't.c', '1')}, 'none', now(), now(), now() + interval '30 days' from town t`)
  await client.query(
    `insert into roles (community_id, id, person_id, role, from_on, recorded_at) select t.id, ${id('r', 't.c', '1')}, ${id('p', 't.c', '1')}, 'steward', '2021-01-01', now() from town t`,
  )
  await client.query(`insert into representations (community_id, id, person_id, organisation_id, capacity, from_on, recorded_at)
    select t.id, ${id('e', 't.c', '1')}, ${id('p', 't.c', '1')}, ${id('o', 't.c', '1')}, 'partner', '2021-01-01', now() from town t`)
  await step(
    'initiatives',
    `insert into initiatives (community_id, id, title, kind, theme, state, started_on, planned_end_on, ended_on, recorded_at)
      select t.id, ${id('i', 't.c', 'k')}, 'Initiative ' || (k * 104729 % 1000000) || ' of town ' || t.c,
        (array['joint', 'joint', 'micro', 'experiment', 'infrastructure'])[1 + k % 5], (array['learning', 'green', 'health'])[1 + k % 3],
        case when k % 3 = 0 then 'completed' else 'active' end, date '2021-01-01' + (k * 41 % 1900),
        date '2021-01-01' + (k * 41 % 1900) + 300, case when k % 3 = 0 then date '2021-01-01' + (k * 41 % 1900) + 280 end, now()
      from town t, generate_series(1, t.initiatives) k`,
  )
  await step(
    'participations',
    `insert into participations (community_id, id, initiative_id, organisation_id, role, from_on, recorded_at)
      select t.id, ${id('n', 't.c', 'k')}, ${id('i', 't.c', '(1 + k % t.initiatives)')}, ${id('o', 't.c', '(1 + (k::bigint * 31 + k / t.initiatives) % t.partners)')},
        case when k <= t.initiatives then 'lead' else 'contributor' end, date '2021-01-01' + (k % 1900), now()
      from town t, generate_series(1, t.participations) k on conflict do nothing`,
  )
  await step(
    'spaces',
    `insert into spaces (community_id, id, name, kind, host_id, address, capacity, timezone, is_step_free, recorded_at, needs_approval)
      select t.id, ${id('h', 't.c', 'k')}, 'Room ' || k, 'physical', ${id('o', 't.c', '(1 + k % t.partners)')}, 'Main street ' || k, 10 + k % 90,
        'Europe/Copenhagen', k % 2 = 0, now(), false
      from town t, generate_series(1, greatest(4, t.partners / 4)) k`,
  )
  await step(
    'bookings',
    `insert into bookings (community_id, id, space_id, initiative_id, organisation_id, starts_at, ends_at, status, recorded_at)
      select t.id, ${id('b', 't.c', 'k')}, ${id('h', 't.c', '(1 + k % greatest(4, t.partners / 4))')}, ${id('i', 't.c', '(1 + k % t.initiatives)')},
        ${id('o', 't.c', '(1 + k % t.partners)')}, timestamptz '2024-01-01 08:00+00' + (k / greatest(4, t.partners / 4)) * interval '3 hours',
        timestamptz '2024-01-01 10:00+00' + (k / greatest(4, t.partners / 4)) * interval '3 hours', 'confirmed', now()
      from town t, generate_series(1, t.bookings) k`,
  )
  await step(
    'pledges',
    `insert into pledges (community_id, id, organisation_id, initiative_id, kind, route, amount_minor, currency, from_on, to_on, confirmed_on, status, recorded_at)
      select t.id, ${id('g', 't.c', 'k')}, ${id('o', 't.c', '(1 + k % t.partners)')}, ${id('i', 't.c', '(1 + k % t.initiatives)')}, 'cash',
        (array['partner-co-funding', 'sponsorship', 'grant-national', 'local-budget'])[1 + k % 4], 1000 + k % 900000, 'EUR',
        date '2021-01-01' + (k % 1900), date '2021-12-31' + (k % 1900), date '2021-01-01' + (k % 1900), 'confirmed', now()
      from town t, generate_series(1, t.pledges) k`,
  )
  await step(
    'costs, traces and notices',
    `with cost as (
        insert into costs (community_id, id, initiative_id, due_on, amount_minor, currency, label, recorded_at)
        select t.id, ${id('k', 't.c', 'k')}, ${id('i', 't.c', '(1 + k % t.initiatives)')}, date '2021-01-01' + (k % 1900), 1000 + k % 90000,
          'EUR', 'Cost ' || k, now()
        from town t, generate_series(1, t.initiatives / 2) k),
      trace as (
        insert into activity (community_id, id, at, person_id, verb, object_kind, object_id, facts)
        select t.id, ${id('v', 't.c', 'k')}, timestamptz '2024-01-01' + k * interval '1 minute', ${id('p', 't.c', '1')}, 'requestBooking',
          'booking', ${id('b', 't.c', 'k')}, '{"status": "confirmed"}'
        from town t, generate_series(1, t.bookings / 2) k)
      insert into notices (community_id, id, person_id, kind, at, object_kind, object_id, title, mailed_at)
      select t.id, ${id('w', 't.c', 'k')}, ${id('p', 't.c', '1')}, 'booking-asked', timestamptz '2024-01-01' + k * interval '1 minute',
        'booking', ${id('b', 't.c', 'k')}, 'Room', now()
      from town t, generate_series(1, t.bookings / 10) k`,
  )
  await step(
    'milestones, updates, mandates, reserves and what was said of risks',
    `with milestone as (
        insert into milestones (community_id, id, initiative_id, title, due_on, reached_on, recorded_at)
        select t.id, ${id('l', 't.c', 'k')}, ${id('i', 't.c', '(1 + k % t.initiatives)')}, 'Milestone ' || k,
          case when k % 20 > 0 then date '2021-01-01' + (k * 43 % 2400) end, case when k % 4 > 0 then date '2021-01-01' + (k * 43 % 2000) end, now()
        from town t, generate_series(1, t.initiatives) k),
      told as (
        insert into updates (community_id, id, initiative_id, person_id, organisation_id, posted_at, title, text, recorded_at)
        select t.id, ${id('u', 't.c', 'k')}, ${id('i', 't.c', '(1 + k % t.initiatives)')}, ${id('p', 't.c', '1')}, ${id('o', 't.c', '1')},
          timestamptz '2021-01-01' + k * interval '7 hours', 'Update ' || k, 'What we did', now()
        from town t, generate_series(1, t.initiatives / 2) k),
      mandate as (
        insert into mandates (community_id, id, organisation_id, ends_on, label, recorded_at)
        select t.id, ${id('d', 't.c', 'k')}, ${id('o', 't.c', '(1 + k % t.partners)')}, date '2025-01-01' + (k * 53 % 1500), 'Election', now()
        from town t, generate_series(1, greatest(1, t.partners / 3)) k),
      counted as (
        insert into reserves (community_id, id, counted_on, amount_minor, currency, recorded_at)
        select t.id, ${id('v', 't.c', 'k')}, (date '2022-01-31' + k * interval '1 month')::date, 100000 + k, 'EUR', now()
        from town t, generate_series(1, 48) k),
      handled as (
        insert into flag_handlings (community_id, id, flag, kind, at, month, level, person_id)
        select t.id, ${id('f', 't.c', 'k')}, 'funding', 'acknowledge', timestamptz '2024-01-01' + k * interval '1 week', '2024-01', 'watch',
          ${id('p', 't.c', '1')}
        from town t, generate_series(1, 60) k),
      line as (
        insert into risk_parameters (community_id, id, position, from_month, set_at, person_id, thresholds, reason)
        select t.id, ${id('q', 't.c', 'k')}, k, '2024-01', now(), ${id('p', 't.c', '1')}, '{}', 'Why' from town t, generate_series(1, 4) k)
      insert into risk_assessments (community_id, id, month, position, assessed_at, known_on, engine, parameters_version, reading)
      select t.id, ${id('x', 't.c', 'k')}, to_char(date '2016-01-01' + k * interval '1 month', 'YYYY-MM'), 0, now(), '2026-01-01', 'bench', 'bench',
        '{"stagnation": {"level": "none", "heldLevel": "none", "score": 0}, "funding": {"level": "none", "heldLevel": "none", "score": 0}}'
      from town t, generate_series(1, 120) k`,
  )
  await client.query('set session_replication_role = origin')
  await step('statistics', 'vacuum analyze')
}

export interface Tenant {
  readonly number: number
  readonly communityId: string
  readonly accountId: string
  readonly sessionId: string
  readonly initiatives: number
  readonly spaceIds: readonly string[]
  readonly organisationId: string
}

/** The tenants a run asks: the largest, the median, and eight of the upper half. */
export async function tenantsOf(client: pg.ClientBase): Promise<{ largest: Tenant; median: Tenant; many: Tenant[] }> {
  const { rows } = await client.query<Tenant>(`
    select c.number, c.id as "communityId", ${id('a', 'c.number', '1')} as "accountId", ${id('s', 'c.number', '1')} as "sessionId", n.initiatives,
      array(select ${id('h', 'c.number', 'k')} from generate_series(1, 4) k) as "spaceIds", ${id('o', 'c.number', '1')} as "organisationId"
    from (select id, substring(slug from 6)::int as number from communities) c
    join (select community_id, count(*)::int as initiatives from initiatives group by 1) n on n.community_id = c.id
    order by n.initiatives desc, c.number`)
  const [largest] = rows
  const median = rows[Math.floor(rows.length / 2)]
  if (!largest || !median) throw new Error('the generated data hold no community')
  const upper = rows.slice(0, Math.floor(rows.length / 2))
  const many = Array.from({ length: 8 }, (_, index) => upper[Math.floor((index * upper.length) / 8)] ?? largest)
  return { largest, median, many }
}
