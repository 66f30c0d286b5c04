import type { Pledge, PledgeListQuery, PledgeRow } from '@commonweal/contracts/pledges'
import { containing, keysetPage, noConditions, prepared, where, type Order, type PageOf } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'

const orders = {
  from: { by: `coalesce(g.from_on, '-infinity'::date)`, type: 'date' },
  amount: { by: 'coalesce(g.amount_minor, -1)', type: 'bigint' },
} as const satisfies Record<string, Pick<Order, 'by' | 'type'>>

/** Receipts are known where the community keeps them: a kept file, or any receipt at all. */
const isReceiptsKnown = `(select 'receipts' = any(c.keeps) or exists (select 1 from receipts r where r.community_id = c.id)
  from communities c where c.id = $1)`

const columns = `g.id, g.organisation_id as "organisationId", o.name as organisation, g.initiative_id as "initiativeId",
  i.title as initiative, g.kind, g.route, g.amount_minor as "amountMinor", g.currency, g.quantity::float8 as quantity, g.unit,
  g.from_on as "from", g.to_on as "to", g.status,
  case when g.amount_minor is not null and ${isReceiptsKnown} then coalesce((select sum(r.amount_minor)::bigint from receipts r
    where r.community_id = g.community_id and r.pledge_id = g.id), 0) end as "receivedMinor",
  (select sum(t.amount_minor) filter (where t.due_on <= $2::date)::bigint from instalments t
    where t.community_id = g.community_id and t.pledge_id = g.id) as "dueMinor"`

const from = `pledges g
  join organisations o on o.community_id = g.community_id and o.id = g.organisation_id
  left join initiatives i on i.community_id = g.community_id and i.id = g.initiative_id`

export function listPledges({ client, communityId, today }: Scope, query: PledgeListQuery): Promise<PageOf<PledgeRow>> {
  const sort = query.sort ?? '-from'
  const key = sort.replace('-', '') as keyof typeof orders
  let conditions = where(noConditions(), '(o.name ilike ? or i.title ilike ?)', containing(query.q))
  conditions = where(conditions, 'g.kind = ?', query.kind)
  conditions = where(conditions, 'g.route = ?', query.route)
  conditions = where(conditions, 'g.status = ?', query.status)
  conditions = where(conditions, 'g.organisation_id = ?', query.organisationId)
  conditions = where(conditions, 'g.initiative_id = ?', query.initiativeId)
  return keysetPage<PledgeRow>(client, {
    select: columns,
    from,
    alias: 'g',
    communityId,
    parameters: [today],
    conditions,
    order: { ...orders[key], isDescending: sort.startsWith('-') },
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

const statement = `
  select ${columns}, g.relation, g.confirmed_on as "confirmedOn", g.revision, ${isReceiptsKnown} as "isReceiptsKnown",
    coalesce((select json_agg(json_build_object('dueOn', t.due_on, 'amountMinor', t.amount_minor, 'quantity', t.quantity)
        order by t.due_on, t.id) from instalments t where t.community_id = g.community_id and t.pledge_id = g.id), '[]') as instalments,
    coalesce((select json_agg(json_build_object('receivedOn', r.received_on, 'amountMinor', r.amount_minor, 'quantity', r.quantity)
        order by r.received_on, r.id) from receipts r where r.community_id = g.community_id and r.pledge_id = g.id), '[]') as receipts
  from ${from} where g.community_id = $1 and g.id = $3`

export async function readPledge({ client, communityId, today }: Scope, id: string): Promise<Pledge | null> {
  const rows = await prepared<Pledge>(client, statement, [communityId, today, id])
  return rows[0] ?? null
}
