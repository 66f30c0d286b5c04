import { closedStatuses } from '@commonweal/domain/pledges/pledge'

/**
 * The rule `pledgeStanding` of the domain once more, as SQL over a pledge `g`, so that a list can be filtered and paged by
 * it. Community is $1, today $2. A test compares both on random facts. Source: docs/adr/0045.
 */

/** Receipts are known where the community keeps them: a kept file, or any receipt at all. */
export const isReceiptsKnown = `(select 'receipts' = any(c.keeps) or exists (select 1 from receipts r where r.community_id = c.id)
  from communities c where c.id = $1)`

const closed = `('${closedStatuses.join("', '")}')`

/** What is planned and what arrived of one measure of the pledge: sums by their day, and since when something is overdue. */
function account(alias: string, column: 'amount_minor' | 'quantity'): string {
  return `
  left join lateral (
    select p.planned, p.due_by_now, p.due_before, r.received, greatest(g.${column}, p.planned) as promised,
      greatest(p.due_before - greatest(r.received, 0), 0) as overdue,
      p.due_by_now - p.due_before > 0 and p.due_by_now > greatest(r.received, 0) as is_due,
      (select min(o.due_on) from (
          select t.due_on, sum(t.${column}) over (order by t.due_on, t.id) as settled_by from instalments t
          where t.community_id = g.community_id and t.pledge_id = g.id and t.${column} is not null and t.due_on < $2::date) o
        where o.settled_by > greatest(r.received, 0)) as overdue_since
    from (
      select coalesce(sum(t.${column}), 0) as planned,
        coalesce(sum(t.${column}) filter (where t.due_on <= $2::date), 0) as due_by_now,
        coalesce(sum(t.${column}) filter (where t.due_on < $2::date), 0) as due_before
      from instalments t where t.community_id = g.community_id and t.pledge_id = g.id) p,
      (select coalesce(sum(r.${column}), 0) as received from receipts r
      where r.community_id = g.community_id and r.pledge_id = g.id and r.received_on <= $2::date) r
  ) ${alias} on g.${column} is not null`
}

/** Joins that `standing` and the figures beside it read from. */
export const standingJoins = `${account('money', 'amount_minor')}${account('hours', 'quantity')}`

const isSettled = (alias: string, column: string, comparison: string) =>
  `(g.${column} is null or ${alias}.received ${comparison} ${alias}.promised)`
const isSettledInFull = `(${isSettled('money', 'amount_minor', '>=')} and ${isSettled('hours', 'quantity', '>=')})`

const isOwedAndKnown = `(g.status = 'confirmed' and ${isReceiptsKnown})`

/** Something arrived after the day of the step that closed the pledge. */
const isLate = `exists (select 1 from receipts r where r.community_id = g.community_id and r.pledge_id = g.id
  and ${isReceiptsKnown} and r.received_on <= $2::date and coalesce(r.amount_minor, r.quantity) > 0
  and r.received_on > (select s.stepped_on from pledge_steps s where s.community_id = g.community_id and s.pledge_id = g.id
    and s.status = g.status order by s.position desc limit 1))`

export const standing = `case
  when g.status in ${closed} then case when ${isLate} then 'late-after-close' else 'closed' end
  when g.status <> 'confirmed' then 'unconfirmed'
  when not ${isReceiptsKnown} then 'receipts-not-kept'
  when money.overdue > 0 or hours.overdue > 0 then 'overdue'
  when money.is_due or hours.is_due then 'due'
  when ${isSettledInFull} then case when money.received > money.promised or hours.received > hours.promised then 'over-fulfilled' else 'fulfilled' end
  when money.received > 0 or hours.received > 0 then 'partly-received'
  when money.planned > 0 or hours.planned > 0 then 'not-due'
  else 'not-planned' end`

/** What is received, due and overdue of a pledge, in each of its measures. */
export const standingColumns = `${standing} as standing,
  case when ${isReceiptsKnown} then money.received::bigint end as "receivedMinor",
  case when ${isReceiptsKnown} then hours.received::float8 end as "receivedQuantity",
  case when money.planned > 0 then money.due_by_now::bigint end as "dueMinor",
  case when hours.planned > 0 then hours.due_by_now::float8 end as "dueQuantity",
  case when money.planned > 0 and ${isOwedAndKnown} then money.overdue::bigint end as "overdueMinor",
  case when hours.planned > 0 and ${isOwedAndKnown} then hours.overdue::float8 end as "overdueQuantity",
  case when ${isOwedAndKnown} then $2::date - least(money.overdue_since, hours.overdue_since) end as "overdueDays"`
