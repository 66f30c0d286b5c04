import { createHash } from 'node:crypto'
import type pg from 'pg'
import { ProblemError } from '../http/problem-error.ts'

/** One way to order a list: an SQL expression that is never null, and the type its values have. */
export interface Order {
  readonly by: string
  readonly type: 'text' | 'date' | 'timestamptz' | 'bigint'
  readonly isDescending: boolean
  /** Where `by` only turns over a text the row shows anyway: the name of that text, and what is done to it. Spares every row a column. */
  readonly shown?: { readonly as: string; readonly turned: (text: string) => string }
}

/** The orders of a list by the names its query has for them. */
export type Orders = Readonly<Record<string, Pick<Order, 'by' | 'type' | 'shown'>>>

/** The order a query names; a leading `-` turns it round. */
export function orderOf<const Named extends Orders>(
  orders: Named,
  sort: (keyof Named & string) | `-${keyof Named & string}`,
): Order {
  const order = orders[sort.replace(/^-/, '')]
  if (!order) throw new RangeError(`no order is named ${sort}`)
  return { ...order, isDescending: sort.startsWith('-') }
}

export interface KeysetList {
  /** `select` list and `from` clause; the community is parameter $1. */
  readonly select: string
  readonly from: string
  /**
   * What the rows of the page point to, where neither conditions nor order name it: looked up once the page is cut, so that a
   * span that has to be sorted is not joined whole. `from` is then one table.
   */
  readonly joins?: string
  /** The table alias whose id breaks ties, and whose community_id is filtered. */
  readonly alias: string
  readonly order: Order
  readonly communityId: string
  /** Values the `select` list names as $2, $3 … */
  readonly parameters?: readonly unknown[]
  readonly conditions: Conditions
  readonly limit: number
  readonly cursor: string | undefined
}

/** Conditions of a list: texts with `?` for their parameter. */
export interface Conditions {
  readonly texts: string[]
  readonly values: unknown[]
}

export function noConditions(): Conditions {
  return { texts: [], values: [] }
}

/** Adds a condition where the value was asked for. `?` stands for the parameter, once or more. */
export function where(conditions: Conditions, text: string, value: unknown): Conditions {
  if (value === undefined) return conditions
  return { texts: [...conditions.texts, text], values: [...conditions.values, value] }
}

export interface PageOf<Row> {
  readonly items: Row[]
  readonly nextCursor: string | null
}

/**
 * One page of a list in one round trip, after the cursor, in a total order that ends in the id. The statement is
 * prepared under a name made from its text, so each shape is planned once a connection.
 */
export async function keysetPage<Row extends { id: string }>(
  client: pg.Pool | pg.PoolClient,
  list: KeysetList,
): Promise<PageOf<Row>> {
  const values: unknown[] = [list.communityId, ...(list.parameters ?? [])]
  const texts = [`${list.alias}.community_id = $1`]
  list.conditions.texts.forEach((text, index) => {
    values.push(list.conditions.values[index])
    texts.push(text.replaceAll('?', `$${values.length}`))
  })
  const { by, type, isDescending, shown } = list.order
  if (list.cursor !== undefined) {
    const [value, id] = decodeCursor(list.cursor, type)
    values.push(value, id)
    const parameter = `$${values.length - 1}::${type}`
    const after = shown ? shown.turned(parameter) : parameter
    texts.push(`(${by}, ${list.alias}.id) ${isDescending ? '<' : '>'} (${after}, $${values.length}::uuid)`)
  }
  values.push(list.limit + 1)
  const direction = isDescending ? 'desc' : 'asc'
  const order = `order by ${by} ${direction}, ${list.alias}.id ${direction} limit $${values.length}`
  const chosen = `from ${list.from} where ${texts.join(' and ')}`
  const page = list.joins ? `from (select ${list.alias}.* ${chosen} ${order}) ${list.alias} ${list.joins}` : chosen
  const text = `select ${list.select}${shown ? '' : `, ${by}::text as cursor_value`} ${page} ${order}`
  const { rows } = await client.query<Row & Record<string, unknown>>({ name: statementName(text), text, values })
  const items = rows.slice(0, list.limit)
  const last = items.at(-1)
  const value = last?.[shown?.as ?? 'cursor_value']
  return { items, nextCursor: rows.length > list.limit && last ? encodeCursor(String(value), last.id) : null }
}

/**
 * The one row a row of the list points to, as a lateral join. The limit keeps PostgreSQL from reading all such rows of a
 * community at once, which pays for an average one and is slow for the largest: the plan is the same for both.
 */
export function lateralOne(kind: 'join' | 'left join', table: string, alias: string, isIt: string): string {
  return `${kind} lateral (select * from ${table} one where ${isIt} limit 1) ${alias} on true`
}

const names = new Map<string, string>()

/** A short stable name for a prepared statement. Lists have few shapes, so the map stays small. */
export function statementName(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = `s_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
  names.set(text, name)
  return name
}

/** A fixed statement, prepared once a connection. */
export async function prepared<Row extends pg.QueryResultRow>(
  client: pg.Pool | pg.PoolClient,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const { rows } = await client.query<Row>({ name: statementName(text), text, values })
  return rows
}

function encodeCursor(value: string, id: string): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url')
}

const shapes = {
  text: /^[^\0]*$/,
  date: /^(\d{4,6}-\d\d-\d\d|infinity|-infinity)$/,
  timestamptz: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$/,
  bigint: /^-?\d{1,18}$/,
} as const
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function decodeCursor(cursor: string, type: Order['type']): [string, string] {
  const bad = () =>
    new ProblemError('request-not-valid', {}, [
      { pointer: '#/querystring/cursor', code: 'cursor', detail: 'not a cursor of this list' },
    ])
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw bad()
  }
  if (!Array.isArray(parts) || parts.length !== 2) throw bad()
  const [value, id] = parts as unknown[]
  if (typeof value !== 'string' || typeof id !== 'string' || !shapes[type].test(value) || !uuid.test(id)) throw bad()
  if (type === 'date' && !value.endsWith('infinity') && !isRealDay(value)) throw bad()
  return [value, id]
}

function isRealDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/** Words to look for, made safe for `ilike`. */
export function containing(q: string | undefined): string | undefined {
  return q === undefined ? undefined : `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
}
