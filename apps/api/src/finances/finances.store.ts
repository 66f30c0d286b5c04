import type { CostRow, ReserveRow } from '@commonweal/contracts/finances'
import { keysetPage, noConditions, type PageOf } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'

interface PageQuery {
  readonly limit?: number
  readonly cursor?: string
}

export function listCosts({ client, communityId }: Scope, query: PageQuery): Promise<PageOf<CostRow>> {
  return keysetPage<CostRow>(client, {
    select: `k.id, k.initiative_id as "initiativeId", i.title as initiative, k.due_on as "dueOn", k.amount_minor as "amountMinor",
      k.currency, k.label`,
    from: 'costs k left join initiatives i on i.community_id = k.community_id and i.id = k.initiative_id',
    alias: 'k',
    communityId,
    conditions: noConditions(),
    order: { by: 'k.due_on', type: 'date', isDescending: true },
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

export function listReserves({ client, communityId }: Scope, query: PageQuery): Promise<PageOf<ReserveRow>> {
  return keysetPage<ReserveRow>(client, {
    select: 'v.id, v.counted_on as "on", v.amount_minor as "amountMinor", v.currency',
    from: 'reserves v',
    alias: 'v',
    communityId,
    conditions: noConditions(),
    order: { by: 'v.counted_on', type: 'date', isDescending: true },
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}
