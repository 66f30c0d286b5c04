import type { Today } from '@commonweal/contracts/today'
import { verdict, type Permission } from '@commonweal/domain/access/permissions'
import { askedSince } from '@commonweal/domain/bookings/uncounted'
import { endStates } from '@commonweal/domain/initiatives/initiative'
import { prepared } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'
import { standingColumns, standingJoins } from '../pledges/standing-sql.ts'

/** Rows of a list of this page; the rest is counted. */
export const MOST = 8
const ended = `('${endStates.join("', '")}')`
/** What somebody does with the rows of a list. Each stands for two parameters: whether with all, and else for which organisations. */
const acts = [
  'partners:admit',
  'bookings:approve',
  'bookings:attend',
  'pledges:answer',
  'initiatives:step',
] as const satisfies readonly Permission[]
type Act = (typeof acts)[number]
const firstOf = (act: Act) => 6 + 2 * acts.indexOf(act)
/** A list holds only what a person may act on; a thing belongs to these organisations. */
const may = (act: Act, ...owners: readonly string[]) =>
  either(`$${firstOf(act)}`, ...owners.map((owner) => `${owner} = any($${firstOf(act) + 1}::uuid[])`))
/** The same for what belongs to those who lead an initiative. */
const mayLeading = (act: Act, initiative: string) => either(`$${firstOf(act)}`, led(initiative, `$${firstOf(act) + 1}`))
const either = (all: string, ...others: readonly string[]) => `(${[`${all}::boolean`, ...others].join(' or ')})`
const led = (
  initiative: string,
  organisations: string,
) => `exists (select 1 from participations n where n.community_id = $1 and n.initiative_id = ${initiative}
  and n.role in ('lead', 'co-lead') and (n.to_on is null or n.to_on > $2::date) and n.organisation_id = any(${organisations}::uuid[]))`
const bookingColumns = `b.id as "bookingId", s.name as space, o.name as organisation, b.starts_at as "startsAt", s.timezone,
      row_number() over (order by b.starts_at, b.id) as place
    from bookings b join spaces s on s.community_id = b.community_id and s.id = b.space_id
    join organisations o on o.community_id = b.community_id and o.id = b.organisation_id`
const short = (
  rows: string,
) => `(select json_build_object('items', coalesce(json_agg(to_jsonb(r) - 'place' order by r.place) filter (where r.place <= ${MOST}), '[]'),
  'more', greatest(count(*) - ${MOST}, 0)) from (${rows}) r)`

const statement = `select
  (select count(*) from notices n where n.community_id = $1 and n.person_id = $3 and n.read_at is null) as "unreadNotices",
  ${short(`select o.id as "partnerId", o.name, m.from_on as since, row_number() over (order by m.from_on, o.id) as place
    from memberships m join organisations o on o.community_id = m.community_id and o.id = m.organisation_id
    where m.community_id = $1 and m.to_on is null and m.state = 'applied' and ${may('partners:admit', 'o.id')}`)} as memberships,
  ${short(`select ${bookingColumns}
    where b.community_id = $1 and b.status = 'requested' and b.starts_at >= $4 and ${may('bookings:approve', 's.host_id')}`)} as bookings,
  ${short(`select ${bookingColumns}
    where b.community_id = $1 and b.status = 'confirmed' and tstzrange(b.starts_at, b.ends_at) && tstzrange($5, $4)
      and b.ends_at <= $4 and ${may('bookings:attend', 'b.organisation_id', 's.host_id')}`)} as uncounted,
  ${short(`select g.id as "pledgeId", o.name as organisation, i.title as initiative, g.kind, g.amount_minor as "amountMinor", g.currency,
      g.quantity::float8 as quantity, g.unit,
      row_number() over (order by g.from_on nulls last, g.id) as place
    from pledges g join organisations o on o.community_id = g.community_id and o.id = g.organisation_id
    left join initiatives i on i.community_id = g.community_id and i.id = g.initiative_id
    where g.community_id = $1 and g.status = 'offered' and ${mayLeading('pledges:answer', 'g.initiative_id')}`)} as pledges,
  ${short(`select i.id as "initiativeId", i.title, coalesce(i.review_on, i.planned_end_on) as "dueOn",
      row_number() over (order by coalesce(i.review_on, i.planned_end_on), i.id) as place
    from initiatives i where i.community_id = $1 and i.state not in ${ended} and coalesce(i.review_on, i.planned_end_on) < $2::date
      and ${mayLeading('initiatives:step', 'i.id')}`)} as "reviewDue",
  coalesce((select json_agg(to_jsonb(u) order by u."startsAt", u."bookingId") from (
    select b.id as "bookingId", s.id as "spaceId", s.name as space, coalesce(b.title, i.title) as title, o.name as organisation, b.starts_at as "startsAt", b.ends_at as "endsAt", s.timezone
    from bookings b join spaces s on s.community_id = b.community_id and s.id = b.space_id
    join organisations o on o.community_id = b.community_id and o.id = b.organisation_id
    left join initiatives i on i.community_id = b.community_id and i.id = b.initiative_id
    where b.community_id = $1 and b.status = 'confirmed' and b.starts_at >= $4 order by b.starts_at, b.id limit ${MOST}) u), '[]') as upcoming`

/** What waits for a person, in one round trip for the lists and one for money. */
export async function readWaiting({
  client,
  communityId,
  personId,
  representations,
  role,
  today,
  now,
}: Scope): Promise<Omit<Today, 'month' | 'flags' | 'silent'>> {
  const organisationIds = representations.map((each) => each.organisationId)
  const reach = (permission: Permission) => {
    const said = verdict(role, permission)
    return [said === 'always', said === 'ownOrganisation' ? organisationIds : []] as const
  }
  const [lists] = await prepared<Omit<Today, 'month' | 'flags' | 'silent' | 'overdue'>>(client, statement, [
    communityId,
    today,
    personId,
    now,
    askedSince(now),
    ...acts.flatMap(reach),
  ])
  // Who keeps the finances asks for what is late, whoever it was pledged to; who owes it or receives it knows of their own.
  const overdue = await listOverdue({ client, communityId, today }, organisationIds, reach('finances:edit')[0])
  if (!lists) throw new Error('the statement answers exactly one row')
  return { ...lists, overdue }
}

async function listOverdue(
  { client, communityId, today }: Pick<Scope, 'client' | 'communityId' | 'today'>,
  organisationIds: readonly string[],
  isAll: boolean,
): Promise<Today['overdue']> {
  const rows = await prepared<Today['overdue']['items'][number] & { total: number }>(
    client,
    `select *, count(*) over () as total from (
      select g.id as "pledgeId", o.name as organisation, i.title as initiative, g.currency, g.unit, ${standingColumns}
      from pledges g join organisations o on o.community_id = g.community_id and o.id = g.organisation_id
      left join initiatives i on i.community_id = g.community_id and i.id = g.initiative_id ${standingJoins}
      where g.community_id = $1 and g.status = 'confirmed' and ${either('$3', 'g.organisation_id = any($4::uuid[])', led('g.initiative_id', '$4'))}
    ) standing where standing = 'overdue' order by "overdueDays" desc, "pledgeId" limit ${MOST}`,
    [communityId, today, isAll, organisationIds],
  )
  return { items: rows, more: Math.max((rows[0]?.total ?? 0) - MOST, 0) }
}
