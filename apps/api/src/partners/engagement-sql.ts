import { dormantAfterDays, quietAfterDays } from '@commonweal/domain/partners/engagement'
import { silences } from '@commonweal/domain/partners/engagements'
import { BOOKED, HELD_PLACE, PROMISED } from '@commonweal/domain/risks/placed-facts'

/**
 * The rules `heardOf` and `engagementOf` of the domain once more, as SQL over an organisation `o` with its present membership `m`, so
 * that a list can be filtered and paged by them. `today` is the parameter that holds the present day. A test compares both on random
 * facts. Source: docs/adr/0065.
 */

const oneOf = (statuses: readonly string[]) => `('${statuses.join("', '")}')`
const dayOf = (space: string) => `(b.starts_at at time zone ${space}.timezone)::date`
/** What an index of instants can tell of a day of any clock, so that the bookings ahead are not looked through. */
const isBefore = (today: string) => `b.starts_at < ${today}::date + 3`

/** The day a participation `n` in initiative `i` begins: never before the initiative does. */
export const joinedOn = `greatest(coalesce(n.from_on, i.started_on), i.started_on)`
/** A participation of an initiative that started counts, unless it ended before it began. */
export const isJoin = `i.started_on is not null and (n.to_on is null or n.to_on >= ${joinedOn})`
/** The day from which a pledge `g` is known. */
export const promisedOn = `coalesce(g.confirmed_on, g.from_on,
  (select min(t.due_on) from instalments t where t.community_id = g.community_id and t.pledge_id = g.id), g.to_on)`
export const booked = oneOf(BOOKED)
export const heldPlace = oneOf(HELD_PLACE)
export const promised = oneOf(PROMISED)
export const silent = oneOf(silences)

/** Day of the last act of organisation `o`: took up an initiative, booked, hosted, pledged, paid. Null where there is none. */
const lastActOn = (today: string) => `greatest(
  (select max(${joinedOn}) from participations n join initiatives i on i.community_id = n.community_id and i.id = n.initiative_id
    where n.community_id = o.community_id and n.organisation_id = o.id and ${isJoin} and ${joinedOn} <= ${today}::date),
  (select ${dayOf('s')} from bookings b join spaces s on s.community_id = b.community_id and s.id = b.space_id
    where b.community_id = o.community_id and b.organisation_id = o.id and ${isBefore(today)} and b.status in ${booked}
      and ${dayOf('s')} <= ${today}::date
    order by b.starts_at desc limit 1),
  (select max(h.on_day) from spaces s cross join lateral (select ${dayOf('s')} as on_day from bookings b
      where b.community_id = s.community_id and b.space_id = s.id and ${isBefore(today)} and b.status in ${heldPlace} and ${dayOf('s')} <= ${today}::date
      order by b.starts_at desc limit 1) h
    where s.community_id = o.community_id and s.host_id = o.id),
  (select max(${promisedOn}) from pledges g where g.community_id = o.community_id and g.organisation_id = o.id
    and g.status in ${promised} and ${promisedOn} <= ${today}::date),
  (select max(r.received_on) from pledges g join receipts r on r.community_id = g.community_id and r.pledge_id = g.id
    where g.community_id = o.community_id and g.organisation_id = o.id and r.received_on <= ${today}::date))`

/** An initiative `i` past its planned end goes on while something happens in it. */
const isStillActing = (today: string) => {
  const isRecent = (day: string) => `${day} between ${today}::date - ${dormantAfterDays} and ${today}::date`
  return `(exists (select 1 from participations a where a.community_id = i.community_id and a.initiative_id = i.id
      and a.from_on > i.started_on and (a.to_on is null or a.to_on >= a.from_on) and ${isRecent('a.from_on')})
    or exists (select 1 from bookings b join spaces s on s.community_id = b.community_id and s.id = b.space_id
      where b.community_id = i.community_id and b.initiative_id = i.id and ${isBefore(today)}
        and b.starts_at > ${today}::date - ${dormantAfterDays + 3} and b.status in ${heldPlace} and ${isRecent(dayOf('s'))})
    or exists (select 1 from pledges g where g.community_id = i.community_id and g.initiative_id = i.id
      and g.status in ${promised} and ${isRecent(promisedOn)})
    or exists (select 1 from pledges g join receipts r on r.community_id = g.community_id and r.pledge_id = g.id
      where g.community_id = i.community_id and g.initiative_id = i.id and ${isRecent('r.received_on')}))`
}

/** Whether organisation `o` takes part in an initiative that runs, as the engine tells it. */
export const isInRunning = (
  today: string,
) => `exists (select 1 from participations n join initiatives i on i.community_id = n.community_id and i.id = n.initiative_id
  where n.community_id = o.community_id and n.organisation_id = o.id
    and (n.from_on is null or n.from_on <= ${today}::date) and (n.to_on is null or n.to_on > ${today}::date)
    and i.started_on <= ${today}::date and (i.ended_on is null or i.ended_on > ${today}::date)
    and (i.planned_end_on is null or i.planned_end_on >= ${today}::date or ${isStillActing(today)}))`

/** Lends `e.last_act_on` to what follows; the offset keeps PostgreSQL from looking it up anew wherever it is named. */
export const heardJoin = (today: string) => `cross join lateral (select ${lastActOn(today)} as last_act_on offset 0) e`

const isWithin = (days: number, today: string) =>
  `coalesce(greatest(e.last_act_on, m.from_on) >= ${today}::date - ${days}, false)`

/** How an active member stands; null for who is none. Reads `heardJoin`. */
export const engagement = (today: string) => `case when m.state is distinct from 'active' then null
  when ${isWithin(quietAfterDays, today)} then 'active'
  when ${isWithin(dormantAfterDays, today)} then 'quiet'
  when ${isInRunning(today)} then 'quiet' else 'dormant' end`
