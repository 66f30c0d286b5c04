import type pg from 'pg'
import { generateNetwork } from './generate-network.ts'

const TEMPLATES = 4

/** Ids follow from the community and the name a network gives a thing. */
const id = (name: string) => `md5(c.n || ' ' || ${name})::uuid`

/**
 * Fills a migrated, empty database with communities: each is one of four networks, with ids of its own. Foreign keys and triggers rest
 * while filling (the ids are right by construction); all other constraints hold.
 */
export async function fillWithCommunities(
  client: pg.ClientBase,
  count: number,
  partners: number,
  say: (text: string) => void,
): Promise<void> {
  const began = performance.now()
  await client.query(
    `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '256MB'`,
  )
  await client.query('create temporary table network (template int, facts jsonb)')
  for (let template = 0; template < TEMPLATES; template += 1) {
    await client.query('insert into network values ($1, $2)', [
      template,
      JSON.stringify(generateNetwork(partners, template + 1)),
    ])
  }
  await client.query(
    `create temporary table c as select n, n % ${TEMPLATES} as template, md5('community ' || n)::uuid as id from generate_series(1, ${count}) n`,
  )
  await client.query(`insert into communities (id, slug, name, country, timezone, currency, source, keeps, created_at, recorded_at)
    select id, 'town-' || n, 'Town ' || n, 'DK', 'Europe/Copenhagen', 'EUR', 'bench', '{receipts}', now(), now() from c`)
  for (const [table, kind, columns, values] of tables) {
    // The facts of the four networks as rows first, so that JSON is taken apart once and not for each community.
    await client.query(`create temporary table fact as select f.*, template, row_number() over () as k
      from network, jsonb_to_recordset(facts->'${kind}') as f(${fields[kind]})`)
    const ownId = hasOwnId.includes(kind) ? id('f.id') : id(`'${table}' || f.k`)
    await client.query(`insert into ${table} (community_id, id, recorded_at, ${columns})
      select c.id, ${ownId}, now(), ${values} from c join fact f using (template)`)
    await client.query('drop table fact')
  }
  await client.query(`insert into spaces (community_id, id, name, kind, host_id, capacity, timezone, recorded_at, is_step_free)
    select c.id, ${id(`'s' || k`)}, 'Room ' || k, 'physical', ${id(`'o' || k`)}, 20, 'Europe/Copenhagen', now(), true from c, generate_series(0, 9) k`)
  await client.query('set session_replication_role = origin')
  await client.query('vacuum analyze')
  say(`  ${count} communities of ${partners} partners written in ${((performance.now() - began) / 1000).toFixed(0)} s`)
}

const hasOwnId = ['organisations', 'initiatives', 'bookings', 'pledges']

/** Columns of each kind of fact in the JSON of a network. */
const fields: Readonly<Record<string, string>> = {
  organisations: 'id text, sector text, "legalStatus" text, "parentId" text',
  memberships: '"organisationId" text, state text, "from" date, "to" date',
  initiatives: 'id text, kind text, "startedOn" date, "plannedEndOn" date, "endedOn" date, "endState" text',
  participations: '"initiativeId" text, "organisationId" text, role text, "from" date, "to" date',
  bookings: 'id text, "spaceId" text, "initiativeId" text, "organisationId" text, "startsOn" date, status text',
  pledges: `id text, "initiativeId" text, "organisationId" text, kind text, route text, "amountMinor" bigint, currency text,
    "confirmedOn" date, "from" date, "to" date, status text`,
  instalments: '"pledgeId" text, "dueOn" date, "amountMinor" bigint',
  receipts: '"pledgeId" text, "receivedOn" date, "amountMinor" bigint',
  costs: '"initiativeId" text, "dueOn" date, "amountMinor" bigint, currency text',
  reserves: '"on" date, "amountMinor" bigint, currency text',
}

/** Table, kind of fact, columns, and their values out of a fact `f` of community `c`. */
const tables = [
  [
    'organisations',
    'organisations',
    'name, sector, legal_status, parent_id',
    `'Partner ' || f.id, f.sector, f."legalStatus", ${id('f."parentId"')}`,
  ],
  [
    'memberships',
    'memberships',
    'organisation_id, state, from_on, to_on',
    `${id('f."organisationId"')}, f.state, f."from", f."to"`,
  ],
  [
    'initiatives',
    'initiatives',
    'title, kind, state, started_on, planned_end_on, ended_on',
    `'Initiative ' || f.id, f.kind, coalesce(f."endState", 'active'), f."startedOn", f."plannedEndOn", f."endedOn"`,
  ],
  [
    'participations',
    'participations',
    'initiative_id, organisation_id, role, from_on, to_on',
    `${id('f."initiativeId"')}, ${id('f."organisationId"')}, f.role, f."from", f."to"`,
  ],
  [
    'bookings',
    'bookings',
    'space_id, initiative_id, organisation_id, starts_at, ends_at, status',
    `${id('f."spaceId"')}, ${id('f."initiativeId"')}, ${id('f."organisationId"')}, f."startsOn" + time '09:00', f."startsOn" + time '11:00', f.status`,
  ],
  [
    'pledges',
    'pledges',
    'initiative_id, organisation_id, kind, route, amount_minor, currency, confirmed_on, from_on, to_on, status',
    `${id('f."initiativeId"')}, ${id('f."organisationId"')}, f.kind, f.route, f."amountMinor", f.currency, f."confirmedOn", f."from", f."to", f.status`,
  ],
  [
    'instalments',
    'instalments',
    'pledge_id, due_on, amount_minor',
    `${id('f."pledgeId"')}, f."dueOn", f."amountMinor"`,
  ],
  [
    'receipts',
    'receipts',
    'pledge_id, received_on, amount_minor',
    `${id('f."pledgeId"')}, f."receivedOn", f."amountMinor"`,
  ],
  [
    'costs',
    'costs',
    'initiative_id, due_on, amount_minor, currency, label',
    `${id('f."initiativeId"')}, f."dueOn", f."amountMinor", f.currency, 'Cost'`,
  ],
  ['reserves', 'reserves', 'counted_on, amount_minor, currency', `f."on", f."amountMinor", f.currency`],
] as const
