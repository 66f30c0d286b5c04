import { lateralOne, prepared } from '../database/keyset.ts'
import { inTransaction, type Scope } from '../database/scope.ts'
import { engagement, heardJoin } from './engagement-sql.ts'

/** Since when an organisation is a member, for the first time; of organisation `o`. */
const joinedOn = `(select min(from_on) from memberships j
  where j.community_id = o.community_id and j.organisation_id = o.id and j.state = 'active')`

/** How often organisation `o` took part, and in how many initiatives it does on day $2. */
const takingPart = `cross join lateral (
  select count(distinct n.initiative_id) as initiatives,
    count(distinct n.initiative_id) filter (where i.state = 'active' and (n.to_on is null or n.to_on > $2::date)) as running
  from participations n join initiatives i on i.community_id = n.community_id and i.id = n.initiative_id
  where n.community_id = o.community_id and n.organisation_id = o.id) t`

/** The membership of organisation `o` that has not ended. */
const presentMembershipJoin = lateralOne(
  'left join',
  'memberships',
  'm',
  'one.community_id = o.community_id and one.organisation_id = o.id and one.to_on is null',
)

/** Whether what is kept of community $1 is what the facts say on day $2; true or false once for a whole statement. */
export const areEngagementsPresent = `(exists (select 1 from engagement_days d where d.community_id = $1 and d.as_of = $2::date)
  and not exists (select 1 from engagement_marks k where k.community_id = $1))`

/** What is kept of an organisation, in the order `readAnew` tells it. */
const said = [
  'name',
  'sector',
  'legal_status',
  'state',
  'state_since',
  'engagement',
  'last_act_on',
  'joined_on',
  'initiatives',
  'running_initiatives',
]
const saidOf = (row: string) => said.map((column) => `${row}.${column}`).join(', ')

/**
 * Reads anew whoever the marks concern, or everybody where the day is another, and takes the marks away. One statement sees one state
 * of all tables: a change that is not among its facts has left its mark behind.
 */
const named = (table: string, alias: string) =>
  `named ${lateralOne('join', table, alias, 'one.community_id = $1 and one.id = named.id')}`
const readAnew = `with seen as (delete from engagement_marks where community_id = $1 returning subjects),
  named as (select distinct unnest(subjects) as id from seen),
  promised as (select g.organisation_id, g.initiative_id from ${named('pledges', 'g')}),
  concerned as (
    select o.id from organisations o where o.community_id = $1
      and not exists (select 1 from engagement_days d where d.community_id = $1 and d.as_of = $2::date)
    union select o.id from ${named('organisations', 'o')}
    union select s.host_id from ${named('spaces', 's')} where s.host_id is not null
    union select organisation_id from promised
    union select n.organisation_id from (select id from named union select initiative_id from promised) i
      cross join lateral (select distinct organisation_id from participations one where one.community_id = $1 and one.initiative_id = i.id) n),
  day as (
    insert into engagement_days (community_id, as_of) values ($1, $2)
    on conflict (community_id) do update set as_of = excluded.as_of where engagement_days.as_of <> excluded.as_of)
  insert into engagements as kept (community_id, id, ${said.join(', ')})
  select o.community_id, o.id, o.name, o.sector, o.legal_status, m.state, m.from_on, ${engagement('$2')}, e.last_act_on, ${joinedOn}, t.initiatives, t.running
  from concerned c join organisations o on o.community_id = $1 and o.id = c.id ${presentMembershipJoin} ${heardJoin('$2')} ${takingPart}
  order by o.id
  on conflict (community_id, id) do update set ${said.map((column) => `${column} = excluded.${column}`).join(', ')}
  where (${saidOf('kept')}) is distinct from (${saidOf('excluded')})`

/** Whether the list may be answered from what is kept. */
export async function hasPresentEngagements({ client, communityId, today }: Scope): Promise<boolean> {
  const rows = await prepared<{ isPresent: boolean }>(client, `select ${areEngagementsPresent} as "isPresent"`, [
    communityId,
    today,
  ])
  return rows[0]?.isPresent ?? false
}

/** Brings what is kept to what the facts say today. One reader of a community at a time, so that none writes over what a later one saw. */
export async function readEngagements(scope: Scope): Promise<void> {
  await inTransaction(scope, async ({ client, communityId, today }) => {
    const lock = prepared(client, 'select pg_advisory_xact_lock(hashtextextended($1, 3))', [communityId])
    await Promise.all([lock, prepared(client, readAnew, [communityId, today])])
  })
}
