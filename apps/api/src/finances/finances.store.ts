import type { CostListQuery, CostRow, ReserveListQuery, ReserveRow } from '@commonweal/contracts/finances'
import { and, eq, sql } from 'drizzle-orm'
import { communities } from '../communities/communities.table.ts'
import {
  containing,
  keysetPage,
  lateralOne,
  noConditions,
  orderOf,
  prepared,
  where,
  type Orders,
  type PageOf,
} from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'
import { costs, reserves } from './finances.table.ts'

const costColumns = `k.id, k.initiative_id as "initiativeId", i.title as initiative, k.due_on as "dueOn",
  k.amount_minor as "amountMinor", k.currency, k.label, k.revision`
const costsWithInitiative = `costs k ${lateralOne('left join', 'initiatives', 'i', 'one.community_id = k.community_id and one.id = k.initiative_id')}`

const costOrders = {
  due: { by: 'k.due_on', type: 'date' },
  amount: { by: 'k.amount_minor', type: 'bigint' },
} as const satisfies Orders

export function listCosts({ client, communityId }: Scope, query: CostListQuery): Promise<PageOf<CostRow>> {
  let conditions = where(noConditions(), '(k.label ilike ? or i.title ilike ?)', containing(query.q))
  conditions = where(conditions, 'k.initiative_id = ?', query.initiativeId)
  conditions = where(conditions, 'k.due_on >= ?', query.from)
  conditions = where(conditions, 'k.due_on <= ?', query.to)
  return keysetPage<CostRow>(client, {
    select: costColumns,
    from: costsWithInitiative,
    alias: 'k',
    communityId,
    conditions,
    order: orderOf(costOrders, query.sort ?? '-due'),
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

export async function readCost({ client, communityId }: Scope, id: string): Promise<CostRow | null> {
  const rows = await prepared<CostRow>(
    client,
    `select ${costColumns} from ${costsWithInitiative} where k.community_id = $1 and k.id = $2`,
    [communityId, id],
  )
  return rows[0] ?? null
}

export interface CostValues {
  initiativeId: string | null
  dueOn: string
  amountMinor: number
  currency: string
  label: string
}

export async function insertCost({ db, communityId, now }: Scope, id: string, values: CostValues): Promise<void> {
  await db.insert(costs).values({ ...values, communityId, id, recordedAt: now })
}

/** Writes the change if the row still has the revision named; false where somebody was quicker. */
export async function updateCost(
  { db, communityId, now }: Scope,
  id: string,
  revision: number,
  values: CostValues,
): Promise<boolean> {
  const changed = await db
    .update(costs)
    .set({ ...values, recordedAt: now, isRecordedAssumed: false, revision: sql`${costs.revision} + 1` })
    .where(and(eq(costs.communityId, communityId), eq(costs.id, id), eq(costs.revision, revision)))
    .returning({ id: costs.id })
  return changed.length === 1
}

/** Takes the row away and answers what it said; null where there is none. Its last image stays among the versions. */
export async function deleteCost({ db, communityId }: Scope, id: string): Promise<CostValues | null> {
  const rows = await db
    .delete(costs)
    .where(and(eq(costs.communityId, communityId), eq(costs.id, id)))
    .returning({
      initiativeId: costs.initiativeId,
      dueOn: costs.dueOn,
      amountMinor: costs.amountMinor,
      currency: costs.currency,
      label: costs.label,
    })
  return rows[0] ?? null
}

const reserveOrders = {
  on: { by: 'v.counted_on', type: 'date' },
  amount: { by: 'v.amount_minor', type: 'bigint' },
} as const satisfies Orders

export function listReserves({ client, communityId }: Scope, query: ReserveListQuery): Promise<PageOf<ReserveRow>> {
  const conditions = where(noConditions(), 'v.counted_on >= ?', query.from)
  return keysetPage<ReserveRow>(client, {
    select: 'v.id, v.counted_on as "on", v.amount_minor as "amountMinor", v.currency',
    from: 'reserves v',
    alias: 'v',
    communityId,
    conditions: where(conditions, 'v.counted_on <= ?', query.to),
    order: orderOf(reserveOrders, query.sort ?? '-on'),
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

export async function insertReserve({ db, communityId, now }: Scope, { on, ...reserve }: ReserveRow): Promise<void> {
  await db.insert(reserves).values({ ...reserve, countedOn: on, communityId, recordedAt: now })
}

/** Takes the row away and answers what it said; null where there is none. Its last image stays among the versions. */
export async function deleteReserve({ db, communityId }: Scope, id: string): Promise<Omit<ReserveRow, 'id'> | null> {
  const rows = await db
    .delete(reserves)
    .where(and(eq(reserves.communityId, communityId), eq(reserves.id, id)))
    .returning({ on: reserves.countedOn, amountMinor: reserves.amountMinor, currency: reserves.currency })
  return rows[0] ?? null
}

/** Says that the community keeps receipts; false where it already said so. */
export async function addKeptReceipts({ db, communityId, now }: Scope): Promise<boolean> {
  const changed = await db
    .update(communities)
    .set({
      keeps: sql`array_append(${communities.keeps}, 'receipts')`,
      recordedAt: now,
      revision: sql`${communities.revision} + 1`,
    })
    .where(and(eq(communities.id, communityId), sql`not 'receipts' = any(${communities.keeps})`))
    .returning({ id: communities.id })
  return changed.length === 1
}
