import type { Today } from '@commonweal/contracts/today'
import { verdict } from '@commonweal/domain/access/permissions'
import { askedSince } from '@commonweal/domain/bookings/uncounted'
import { endStates } from '@commonweal/domain/initiatives/initiative'
import { prepared } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'
import { standingColumns, standingJoins } from '../pledges/standing-sql.ts'

/** Rows of a list of this page; the rest is counted. */
export const MOST = 8
const ended = `('${endStates.join("', '")}')`
/** Stewards see what waits for anyone; others what waits for the organisations they act for ($3). */
const mine = (organisation: string) => `($4::boolean or ${organisation} = any($3::uuid[]))`
/** Whether a person may say how many came ($7 of all, $8 of the bookings of these organisations). */
const countable = `($7::boolean or b.organisation_id = any($8::uuid[]) or s.host_id = any($8::uuid[]))`
const bookingColumns = `b.id as "bookingId", s.name as space, o.name as organisation, b.starts_at as "startsAt", s.timezone,
      row_number() over (order by b.starts_at, b.id) as place
    from bookings b join spaces s on s.community_id = b.community_id and s.id = b.space_id
    join organisations o on o.community_id = b.community_id and o.id = b.organisation_id`
const led = (
  initiative: string,
) => `($4::boolean or exists (select 1 from participations n where n.community_id = $1 and n.initiative_id = ${initiative}
  and n.role in ('lead', 'co-lead') and n.to_on is null and n.organisation_id = any($3::uuid[])))`
const short = (
  rows: string,
) => `(select json_build_object('items', coalesce(json_agg(to_jsonb(r) - 'place' order by r.place) filter (where r.place <= ${MOST}), '[]'),
  'more', greatest(count(*) - ${MOST}, 0)) from (${rows}) r)`

const statement = `select
  (select count(*) from notices n where n.community_id = $1 and n.person_id = $5 and n.read_at is null) as "unreadNotices",
  ${short(`select o.id as "partnerId", o.name, m.from_on as since, row_number() over (order by m.from_on, o.id) as place
    from memberships m join organisations o on o.community_id = m.community_id and o.id = m.organisation_id
    where m.community_id = $1 and m.to_on is null and m.state = 'applied' and $4::boolean`)} as memberships,
  ${short(`select ${bookingColumns}
    where b.community_id = $1 and b.status = 'requested' and b.starts_at >= $6 and ${mine('s.host_id')}`)} as bookings,
  ${short(`select ${bookingColumns}
    where b.community_id = $1 and b.status = 'confirmed' and tstzrange(b.starts_at, b.ends_at) && tstzrange($9, $6)
      and b.ends_at <= $6 and ${countable}`)} as uncounted,
  ${short(`select g.id as "pledgeId", o.name as organisation, i.title as initiative, g.kind, g.amount_minor as "amountMinor", g.currency,
      g.quantity::float8 as quantity, g.unit,
      row_number() over (order by g.from_on nulls last, g.id) as place
    from pledges g join organisations o on o.community_id = g.community_id and o.id = g.organisation_id
    left join initiatives i on i.community_id = g.community_id and i.id = g.initiative_id
    where g.community_id = $1 and g.status = 'offered' and ${led('g.initiative_id')}`)} as pledges,
  ${short(`select i.id as "initiativeId", i.title, coalesce(i.review_on, i.planned_end_on) as "dueOn",
      row_number() over (order by coalesce(i.review_on, i.planned_end_on), i.id) as place
    from initiatives i where i.community_id = $1 and i.state not in ${ended} and coalesce(i.review_on, i.planned_end_on) < $2::date
      and ${led('i.id')}`)} as "reviewDue",
  coalesce((select json_agg(to_jsonb(u) order by u."startsAt", u."bookingId") from (
    select b.id as "bookingId", s.id as "spaceId", s.name as space, coalesce(b.title, i.title) as title, o.name as organisation, b.starts_at as "startsAt", b.ends_at as "endsAt", s.timezone
    from bookings b join spaces s on s.community_id = b.community_id and s.id = b.space_id
    join organisations o on o.community_id = b.community_id and o.id = b.organisation_id
    left join initiatives i on i.community_id = b.community_id and i.id = b.initiative_id
    where b.community_id = $1 and b.status = 'confirmed' and b.starts_at >= $6 order by b.starts_at, b.id limit ${MOST}) u), '[]') as upcoming`

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
  const isOverall = role === 'steward' || role === 'coordinator'
  const counts = verdict(role, 'bookings:attend')
  const [lists] = await prepared<Omit<Today, 'month' | 'flags' | 'silent' | 'overdue'>>(client, statement, [
    communityId,
    today,
    organisationIds,
    isOverall,
    personId,
    now,
    counts === 'always',
    counts === 'denied' ? [] : organisationIds,
    askedSince(now),
  ])
  const overdue = await listOverdue({ client, communityId, today }, organisationIds, isOverall)
  if (!lists) throw new Error('the statement answers exactly one row')
  return { ...lists, overdue }
}

async function listOverdue(
  { client, communityId, today }: Pick<Scope, 'client' | 'communityId' | 'today'>,
  organisationIds: readonly string[],
  isOverall: boolean,
): Promise<Today['overdue']> {
  const rows = await prepared<Today['overdue']['items'][number] & { total: number }>(
    client,
    `select *, count(*) over () as total from (
      select g.id as "pledgeId", o.name as organisation, i.title as initiative, g.currency, g.unit, ${standingColumns}
      from pledges g join organisations o on o.community_id = g.community_id and o.id = g.organisation_id
      left join initiatives i on i.community_id = g.community_id and i.id = g.initiative_id ${standingJoins}
      where g.community_id = $1 and g.status = 'confirmed' and (${mine('g.organisation_id')} or ${led('g.initiative_id')})
    ) standing where standing = 'overdue' order by "overdueDays" desc, "pledgeId" limit ${MOST}`,
    [communityId, today, organisationIds, isOverall],
  )
  return { items: rows, more: Math.max((rows[0]?.total ?? 0) - MOST, 0) }
}
