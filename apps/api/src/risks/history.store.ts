import type { History } from '@commonweal/domain/risks/history'
import type pg from 'pg'
import { prepared } from '../database/keyset.ts'

/** A kind of record as JSON, or null where the community neither keeps the kind nor has a row of it: unknown is not none. */
function list(kind: string, table: string, fields: string, order: string, joins = ''): string {
  return `(select case when count(t.*) > 0 or '${kind}' = any(c.keeps) then coalesce(json_agg(json_build_object(${fields}) order by ${order}), '[]') end
    from ${table} t ${joins} where t.community_id = c.id)`
}

const amounts = `'amountMinor', t.amount_minor, 'quantity', t.quantity`

const statement = `select c.slug, json_build_object(
  'currency', c.currency,
  'dataCompleteThrough', c.data_complete_through,
  'organisations', coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name, 'sector', t.sector,
      'legalStatus', t.legal_status, 'parentId', t.parent_id) order by t.id) from organisations t where t.community_id = c.id), '[]'),
  'memberships', ${list('memberships', 'memberships', `'organisationId', t.organisation_id, 'state', t.state, 'from', t.from_on, 'to', t.to_on`, 't.organisation_id, t.from_on nulls first, t.id')},
  'initiatives', coalesce((select json_agg(json_build_object('id', t.id, 'title', t.title, 'kind', t.kind, 'startedOn', t.started_on,
      'plannedEndOn', t.planned_end_on, 'endedOn', t.ended_on, 'endState', case when t.ended_on is not null then t.state end) order by t.id)
      from initiatives t where t.community_id = c.id), '[]'),
  'participations', coalesce((select json_agg(json_build_object('initiativeId', t.initiative_id, 'organisationId', t.organisation_id,
      'role', t.role, 'from', t.from_on, 'to', t.to_on) order by t.initiative_id, t.organisation_id, t.id)
      from participations t where t.community_id = c.id), '[]'),
  'bookings', ${list(
    'bookings',
    'bookings',
    `'id', t.id, 'spaceId', t.space_id, 'initiativeId', t.initiative_id, 'organisationId', t.organisation_id, 'hostId', s.host_id,
      'startsOn', (t.starts_at at time zone s.timezone)::date, 'endsOn', (t.ends_at at time zone s.timezone)::date,
      'hours', (extract(epoch from t.ends_at - t.starts_at) / 3600)::float8, 'status', t.status, 'attendance', t.attendance`,
    't.id',
    'join spaces s on s.community_id = t.community_id and s.id = t.space_id',
  )},
  'pledges', ${list(
    'pledges',
    'pledges',
    `'id', t.id, 'initiativeId', t.initiative_id, 'organisationId', t.organisation_id, 'kind', t.kind,
    'route', t.route, 'amountMinor', t.amount_minor, 'currency', t.currency, 'quantity', t.quantity, 'unit', t.unit,
    'confirmedOn', t.confirmed_on, 'from', t.from_on, 'to', t.to_on, 'status', t.status`,
    't.id',
  )},
  'instalments', ${list('instalments', 'instalments', `'pledgeId', t.pledge_id, 'dueOn', t.due_on, ${amounts}`, 't.pledge_id, t.due_on, t.id')},
  'receipts', ${list('receipts', 'receipts', `'pledgeId', t.pledge_id, 'receivedOn', t.received_on, ${amounts}`, 't.pledge_id, t.received_on, t.id')},
  'costs', ${list('costs', 'costs', `'initiativeId', t.initiative_id, 'dueOn', t.due_on, 'amountMinor', t.amount_minor, 'currency', t.currency`, 't.due_on, t.id')},
  'reserves', ${list('reserves', 'reserves', `'on', t.counted_on, 'amountMinor', t.amount_minor, 'currency', t.currency`, 't.counted_on, t.id')},
  'coordinations', ${list(
    'coordinations',
    'coordinations',
    `'initiativeId', t.initiative_id, 'personId', t.person_id, 'from', t.from_on, 'to', t.to_on, 'hours', t.hours`,
    't.initiative_id, t.person_id, t.id',
  )},
  'representations', ${list(
    'representations',
    'representations',
    `'personId', t.person_id, 'organisationId', t.organisation_id, 'capacity', t.capacity, 'isPaid', t.is_paid,
      'from', t.from_on, 'to', t.to_on`,
    't.organisation_id, t.person_id, t.id',
  )},
  'spaces', ${list(
    'spaces',
    'spaces',
    `'id', t.id, 'name', t.name, 'kind', t.kind, 'hostId', t.host_id, 'from', t.from_on, 'to', t.to_on`,
    't.id',
  )}
) as history from communities c where c.id = $1`

/** The dated facts of a community as the engine reads them, in one round trip; the same for imported and live data. */
export async function loadHistory(
  client: pg.Pool | pg.PoolClient,
  communityId: string,
): Promise<{ slug: string; history: History } | null> {
  const rows = await prepared<{ slug: string; history: History }>(client, statement, [communityId])
  return rows[0] ?? null
}
