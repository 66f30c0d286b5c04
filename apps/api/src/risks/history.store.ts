import type { History } from '@commonweal/domain/risks/history'
import type { ThresholdVersion } from '@commonweal/domain/risks/thresholds'
import type pg from 'pg'
import { saidOfItself } from '../communities/communities.table.ts'
import { prepared } from '../database/keyset.ts'
import { factColumns, type FactKind, factKinds } from './fact-columns.ts'
import { between, packed, rowReader } from './packed-rows.ts'

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

/**
 * The community, with what it said of itself on the day $2: what it said first after that, or where it said nothing else, now. An image may
 * have come in a package: nothing else of it is taken, least of all whose facts are read.
 */
const communityThen = `communities now
  left join lateral (select w.image from versions w
    where w.community_id = now.id and w.table_name = 'communities'
      and w.recorded_to >= (($2::date + 1)::timestamp at time zone now.timezone)
    order by w.recorded_to limit 1) said on true
  cross join lateral (select coalesce(jsonb_object_agg(key, value), '{}') as image from jsonb_each(said.image)
    where key in (${saidOfItself.map((column) => `'${column}'`).join(', ')})) known
  cross join lateral jsonb_populate_record(now, known.image) c`

/**
 * One text for each kind of fact, null where there is no row: packing a row costs the database less than half of what an object of it
 * does, and is half as long. docs/adr/0108.
 */
const listsOf = (rows: RowsOf) =>
  factKinds
    .map((kind) => {
      const { table, values, order, joins = '' } = factColumns[kind]
      return `(select string_agg(${packed(values)}, ${between} order by ${order})
        from ${rows(table)} t ${joins} where t.community_id = c.id) as "${kind}"`
    })
    .join(',\n')

/** Thresholds the community has set, those set by a moment. */
const thresholdsOf = (setBy = '') => `(select coalesce(json_agg(json_build_object(
  'from', p.from_month, 'position', p.position, 'values', p.thresholds) order by p.position), '[]')
  from risk_parameters p where p.community_id = c.id ${setBy})`

const community = `c.slug, c.currency, c.data_complete_through::text as "dataCompleteThrough",
  c.closing_since::text as "closingSince", to_json(c.core_sectors) as "coreSectors", c.wants_independence as "wantsIndependence",
  to_json(c.keeps) as keeps`

const presentStatement = `select ${community}, ${listsOf(asKnownNow)}, ${thresholdsOf()} as thresholds
  from communities c where c.id = $1`
const pastStatement = `select ${community}, ${listsOf(asKnownThen)},
  ${thresholdsOf(`and p.set_at < ${untilKnown}`)} as thresholds,
  ${factKinds.map((kind) => `(select count(*) from ${asKnownThen(factColumns[kind].table)} t where t.is_recorded_assumed)`).join(' + ')} as "assumedFacts"
  from ${communityThen} where now.id = $1`

interface PackedHistory
  extends
    Pick<LoadedHistory, 'slug' | 'thresholds'>,
    Pick<History, 'currency' | 'dataCompleteThrough' | 'closingSince' | 'coreSectors' | 'wantsIndependence'>,
    Readonly<Record<FactKind, string | null>> {
  /** Kinds of which the community says that it has all there are, also where it has none. */
  readonly keeps: readonly string[]
}

function unpacked(packedHistory: PackedHistory): LoadedHistory {
  const { slug, thresholds, keeps, ...read } = packedHistory
  const readRows = rowReader()
  /** Rows of a kind; null where the community neither keeps the kind nor has a row of it: unknown is not none. */
  const list = <Kind extends FactKind>(kind: Kind) => {
    const rows = read[kind]
    return rows === null && !keeps.includes(kind) ? null : readRows(rows, factColumns[kind].read)
  }
  const history: History = {
    currency: read.currency,
    dataCompleteThrough: read.dataCompleteThrough,
    organisations: readRows(read.organisations, factColumns.organisations.read),
    memberships: list('memberships'),
    initiatives: readRows(read.initiatives, factColumns.initiatives.read),
    participations: readRows(read.participations, factColumns.participations.read),
    bookings: list('bookings'),
    pledges: list('pledges'),
    instalments: list('instalments'),
    receipts: list('receipts'),
    costs: list('costs'),
    reserves: list('reserves'),
    coordinations: list('coordinations'),
    representations: list('representations'),
    spaces: list('spaces'),
    mandates: list('mandates'),
    closingSince: read.closingSince ?? null,
    coreSectors: read.coreSectors ?? null,
    wantsIndependence: read.wantsIndependence ?? null,
  }
  return { slug, history, thresholds }
}

export interface LoadedHistory {
  readonly slug: string
  readonly history: History
  /** Thresholds the community has set, in the order in which they were. */
  readonly thresholds: readonly ThresholdVersion[]
}

/** The dated facts of a community as the engine reads them, in one round trip; the same for imported and live data. */
export async function loadHistory(client: pg.Pool | pg.PoolClient, communityId: string): Promise<LoadedHistory | null> {
  const [read] = await prepared<PackedHistory>(client, presentStatement, [communityId])
  return read === undefined ? null : unpacked(read)
}

export interface PastHistory extends LoadedHistory {
  /** Facts of an import that did not say when they were learned: they count as known from their own day. */
  readonly assumedFacts: number
}

/**
 * The dated facts as they were known at the end of a day of the community, in one round trip. What later became known, was
 * corrected or removed is as it was, what the community says of itself too. Spaces of bookings, the zone and which kinds it keeps are read
 * as they are now.
 */
export async function loadHistoryAsKnown(
  client: pg.Pool | pg.PoolClient,
  communityId: string,
  knownOn: string,
): Promise<PastHistory | null> {
  const [read] = await prepared<PackedHistory & { readonly assumedFacts: number }>(client, pastStatement, [
    communityId,
    knownOn,
  ])
  return read === undefined ? null : { ...unpacked(read), assumedFacts: read.assumedFacts }
}

const learnedStatement = `select ${[
  `exists (select 1 from versions w where w.community_id = c.id and w.recorded_to >= ${untilKnown}
    and w.table_name in (${['communities', ...factKinds.map((kind) => factColumns[kind].table)].map((table) => `'${table}'`).join(', ')}))`,
  ...factKinds.map(
    (kind) =>
      `exists (select 1 from ${factColumns[kind].table} t where t.community_id = c.id and t.recorded_at >= ${untilKnown})`,
  ),
].join(' or ')} as learned from communities c where c.id = $1`

/** Whether a fact came, changed or went after the end of a day: without any, what was known then is what is known now. */
export async function hasLearnedSince(
  client: pg.Pool | pg.PoolClient,
  communityId: string,
  knownOn: string,
): Promise<boolean> {
  const [read] = await prepared<{ readonly learned: boolean }>(client, learnedStatement, [communityId, knownOn])
  return read?.learned ?? false
}
