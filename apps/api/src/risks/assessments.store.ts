import type { Assessment, AssessmentListQuery } from '@commonweal/contracts/assessments'
import type { SaidMonth, SaidOfMonth } from '@commonweal/domain/risks/revised-months'
import type pg from 'pg'
import { keysetPage, noConditions, orderOf, prepared, where, type Orders, type PageOf } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'

type Client = pg.Pool | pg.PoolClient

const saidOf = (flag: string) => `json_build_object('level', a.reading->'${flag}'->>'level',
  'heldLevel', a.reading->'${flag}'->>'heldLevel', 'score', a.reading->'${flag}'->'score', 'onset', a.reading->'${flag}'->>'onset')`
const keptOf = (flag: string) => `(${saidOf(flag)}::jsonb || jsonb_build_object('isInformationOnly',
  coalesce((a.reading->'${flag}'->>'isInformationOnly')::boolean, false)))`
const columns = `a.id, a.month, a.position, a.assessed_at as "assessedAt", a.known_on as "knownOn", a.engine,
  a.parameters_version as "parametersVersion"`
const bothFlags = `${saidOf('stagnation')} as stagnation, ${saidOf('funding')} as funding`

const orders = { month: { by: 'a.month', type: 'text' } } as const satisfies Orders

export function listAssessments(
  { client, communityId }: Scope,
  query: AssessmentListQuery,
): Promise<PageOf<Assessment>> {
  const conditions = where(noConditions(), 'a.month >= ?', query.from)
  return keysetPage<Assessment>(client, {
    select: `${columns}, ${bothFlags}`,
    from: 'risk_assessments a',
    alias: 'a',
    communityId,
    conditions: where(conditions, 'a.month <= ?', query.to),
    order: orderOf(orders, query.sort ?? '-month'),
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

interface KeptFlag extends SaidOfMonth {
  readonly onset: string | null
  /** Stagnation of a partnership that closes. */
  readonly isInformationOnly: boolean
}

/** The latest word on each month that is kept, the oldest month first. */
export interface KeptMonth extends SaidMonth {
  readonly position: number
  readonly parametersVersion: string
  readonly stagnation: KeptFlag
  readonly funding: KeptFlag
}

export function listKeptMonths(client: Client, communityId: string): Promise<KeptMonth[]> {
  return prepared<KeptMonth>(
    client,
    `select distinct on (a.month) a.month, a.position, a.parameters_version as "parametersVersion",
       ${keptOf('stagnation')} as stagnation, ${keptOf('funding')} as funding from risk_assessments a
     where a.community_id = $1 order by a.month, a.position desc`,
    [communityId],
  )
}

export interface KeptReading {
  readonly id: string
  readonly month: string
  readonly position: number
  readonly assessedAt: Date
  readonly knownOn: string
  readonly engine: string
  readonly parametersVersion: string
  readonly reading: Record<string, unknown>
}

export function readKeptMonth(client: Client, communityId: string, month: string): Promise<KeptReading[]> {
  return prepared<KeptReading>(
    client,
    `select ${columns}, a.reading from risk_assessments a where a.community_id = $1 and a.month = $2 order by a.position`,
    [communityId, month],
  )
}

/** Appends what was said; false where it has been said already. */
export async function insertAssessment(
  client: Client,
  communityId: string,
  { id, month, position, assessedAt, knownOn, engine, parametersVersion, reading }: KeptReading,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into risk_assessments (community_id, id, month, position, assessed_at, known_on, engine, parameters_version, reading)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint risk_assessments_said_once do nothing`,
    [communityId, id, month, position, assessedAt, knownOn, engine, parametersVersion, JSON.stringify(reading)],
  )
  return rowCount === 1
}

/** One assessment of a community at a time: the other waits until the transaction of the first has ended. */
export async function lockAssessments(client: Client, communityId: string): Promise<void> {
  await prepared(client, `select pg_advisory_xact_lock(hashtextextended('risk_assessments ' || $1::text, 0))`, [
    communityId,
  ])
}

/** Communities in whose present month nothing has been said yet, by id, after one of them. */
export async function listUnassessed(
  client: Client,
  now: Date,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await prepared<{ id: string }>(
    client,
    `select c.id from communities c where c.id > coalesce($2::uuid, '00000000-0000-0000-0000-000000000000') and not exists (
       select 1 from risk_assessments a where a.community_id = c.id and a.position = 0
         and a.month = to_char($1::timestamptz at time zone c.timezone, 'YYYY-MM'))
     order by c.id limit $3`,
    [now, after, limit],
  )
  return rows.map(({ id }) => id)
}

/** The clocks the communities go by. */
export async function listTimezones(client: Client): Promise<string[]> {
  const rows = await prepared<{ timezone: string }>(client, 'select distinct timezone from communities order by 1', [])
  return rows.map(({ timezone }) => timezone)
}

/** The day of an instant in the clock of a community; null where there is no such community. */
export async function dayOfCommunity(client: Client, communityId: string, now: Date): Promise<string | null> {
  const rows = await prepared<{ today: string }>(
    client,
    'select ($2::timestamptz at time zone timezone)::date as today from communities where id = $1',
    [communityId, now],
  )
  return rows[0]?.today ?? null
}
