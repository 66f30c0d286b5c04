import type { History } from '@commonweal/domain/risks/history'
import type { ThresholdVersion } from '@commonweal/domain/risks/thresholds'
import type pg from 'pg'
import { prepared } from '../database/keyset.ts'

/** Where the rows of a table come from: what they say now, or what they said on a day. The community is `c`. */
type RowsOf = (table: string) => string

const asKnownNow: RowsOf = (table) => table

/** Up to the end of the day $2 in the clock of the community. */
const untilKnown = `(($2::date + 1)::timestamp at time zone c.timezone)`

/** Rows recorded by then that still stand, and superseded images that were believed then: ADR 0006. */
const asKnownThen: RowsOf = (
  table,
) => `(select * from ${table} where community_id = c.id and recorded_at < ${untilKnown}
  union all select known.* from versions w cross join lateral jsonb_populate_record(null::${table}, w.image) known
    where w.community_id = c.id and w.table_name = '${table}' and w.recorded_from < ${untilKnown} and w.recorded_to >= ${untilKnown})`

const amounts = `'amountMinor', t.amount_minor, 'quantity', t.quantity`

/** One statement for all kinds of facts. `c.keeps` says which kinds exist even when empty. */
function statementOf(rows: RowsOf): string {
  /** A kind of record as JSON, or null where the community neither keeps the kind nor has a row of it: unknown is not none. */
  const list = (kind: string, table: string, fields: string, order: string, joins = '') =>
    `(select case when count(t.*) > 0 or '${kind}' = any(c.keeps) then coalesce(json_agg(json_build_object(${fields}) order by ${order}), '[]') end
    from ${rows(table)} t ${joins} where t.community_id = c.id)`
  return `json_build_object(
  'currency', c.currency,
  'dataCompleteThrough', c.data_complete_through,
  'organisations', coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name, 'sector', t.sector,
      'legalStatus', t.legal_status, 'parentId', t.parent_id,
      'isPassThrough', t.is_pass_through) order by t.id) from ${rows('organisations')} t where t.community_id = c.id), '[]'),
  'memberships', ${list('memberships', 'memberships', `'organisationId', t.organisation_id, 'state', t.state, 'from', t.from_on, 'to', t.to_on`, 't.organisation_id, t.from_on nulls first, t.id')},
  'initiatives', coalesce((select json_agg(json_build_object('id', t.id, 'title', t.title, 'kind', t.kind, 'startedOn', t.started_on,
      'plannedEndOn', t.planned_end_on, 'endedOn', t.ended_on, 'endState', case when t.ended_on is not null then t.state end) order by t.id)
      from ${rows('initiatives')} t where t.community_id = c.id), '[]'),
  'participations', coalesce((select json_agg(json_build_object('initiativeId', t.initiative_id, 'organisationId', t.organisation_id,
      'role', t.role, 'from', t.from_on, 'to', t.to_on) order by t.initiative_id, t.organisation_id, t.id)
      from ${rows('participations')} t where t.community_id = c.id), '[]'),
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
  )},
  'mandates', ${list('mandates', 'mandates', `'organisationId', t.organisation_id, 'endsOn', t.ends_on, 'label', t.label`, 't.ends_on, t.organisation_id, t.id')},
  'closingSince', c.closing_since,
  'coreSectors', c.core_sectors,
  'wantsIndependence', c.wants_independence
)`
}

const knownTables = [
  'organisations',
  'memberships',
  'initiatives',
  'participations',
  'bookings',
  'pledges',
  'instalments',
  'receipts',
  'costs',
  'reserves',
  'coordinations',
  'representations',
  'spaces',
  'mandates',
] as const

/** Thresholds the community has set, those set by a moment. */
const thresholdsOf = (setBy = '') => `(select coalesce(json_agg(json_build_object(
  'from', p.from_month, 'position', p.position, 'values', p.thresholds) order by p.position), '[]')
  from risk_parameters p where p.community_id = c.id ${setBy})`

const presentStatement = `select c.slug, ${statementOf(asKnownNow)} as history, ${thresholdsOf()} as thresholds
  from communities c where c.id = $1`
const pastStatement = `select c.slug, ${statementOf(asKnownThen)} as history,
  ${thresholdsOf(`and p.set_at < ${untilKnown}`)} as thresholds,
  ${knownTables.map((table) => `(select count(*) from ${asKnownThen(table)} t where t.is_recorded_assumed)`).join(' + ')} as "assumedFacts"
  from communities c where c.id = $1`

export interface LoadedHistory {
  readonly slug: string
  readonly history: History
  /** Thresholds the community has set, in the order in which they were. */
  readonly thresholds: readonly ThresholdVersion[]
}

/** The dated facts of a community as the engine reads them, in one round trip; the same for imported and live data. */
export async function loadHistory(client: pg.Pool | pg.PoolClient, communityId: string): Promise<LoadedHistory | null> {
  const rows = await prepared<LoadedHistory>(client, presentStatement, [communityId])
  return rows[0] ?? null
}

export interface PastHistory extends LoadedHistory {
  /** Facts of an import that did not say when they were learned: they count as known from their own day. */
  readonly assumedFacts: number
}

/**
 * The dated facts as they were known at the end of a day of the community, in one round trip. What later became known, was
 * corrected or removed is as it was. Spaces of bookings, the zone and what the community keeps are read as they are now.
 */
export async function loadHistoryAsKnown(
  client: pg.Pool | pg.PoolClient,
  communityId: string,
  knownOn: string,
): Promise<PastHistory | null> {
  const rows = await prepared<PastHistory>(client, pastStatement, [communityId, knownOn])
  return rows[0] ?? null
}
