import type { PartnerAct } from '@commonweal/contracts/partner-acts'
import { keysetPage, noConditions, prepared, type PageOf } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'
import { booked, heldPlace, isJoin, joinedOn, promised, promisedOn } from './engagement-sql.ts'

const spaceOf = 'join spaces s on s.community_id = b.community_id and s.id = b.space_id'
const dayOf = '(b.starts_at at time zone s.timezone)::date'
const initiativeOf = (alias: string) =>
  `initiatives i on i.community_id = ${alias}.community_id and i.id = ${alias}.initiative_id`
const none = (type: string) => `null::${type}`

/** What happened, and the thing it happened to; community $1, organisation $3. Columns in the order of the first branch. */
const acts = `
  select m.community_id, m.id, m.from_on as happened_on, 'membership' as kind, ${none('text')} as title, ${none('text')} as role,
    'partner' as object_kind, m.organisation_id as object_id,
    ${none('bigint')} as amount_minor, ${none('text')} as currency, ${none('float8')} as quantity, ${none('text')} as unit
  from memberships m where m.community_id = $1 and m.organisation_id = $3 and m.state = 'active' and m.from_on is not null
  union all
  select n.community_id, n.id, ${joinedOn}, 'participation', i.title, n.role, 'initiative', i.id, null, null, null, null
  from participations n join ${initiativeOf('n')} where n.community_id = $1 and n.organisation_id = $3 and ${isJoin}
  union all
  select b.community_id, b.id, ${dayOf}, 'booking', s.name, null, 'booking', b.id, null, null, null, null
  from bookings b ${spaceOf} where b.community_id = $1 and b.organisation_id = $3 and b.status in ${booked}
  union all
  select b.community_id, b.id, ${dayOf}, 'hosting', s.name, null, 'booking', b.id, null, null, null, null
  from spaces s join bookings b on b.community_id = s.community_id and b.space_id = s.id
  where s.community_id = $1 and s.host_id = $3 and b.organisation_id <> $3 and b.status in ${heldPlace}
  union all
  select g.community_id, g.id, ${promisedOn}, 'pledge', i.title, null, 'pledge', g.id, g.amount_minor, g.currency, g.quantity::float8, g.unit
  from pledges g left join ${initiativeOf('g')}
  where g.community_id = $1 and g.organisation_id = $3 and g.status in ${promised} and ${promisedOn} is not null
  union all
  select r.community_id, r.id, r.received_on, 'receipt', i.title, null, 'pledge', g.id, r.amount_minor, g.currency, r.quantity::float8, g.unit
  from pledges g join receipts r on r.community_id = g.community_id and r.pledge_id = g.id left join ${initiativeOf('g')}
  where g.community_id = $1 and g.organisation_id = $3`

/** What a partner did with others, the latest first: the acts its engagement is told from. */
export function listPartnerActs(
  { client, communityId, today }: Scope,
  partnerId: string,
  query: { readonly limit?: number; readonly cursor?: string },
): Promise<PageOf<PartnerAct>> {
  return keysetPage<PartnerAct>(client, {
    select: `a.id, a.happened_on as "on", a.kind, a.title, a.role, a.object_kind as "objectKind", a.object_id as "objectId",
      a.amount_minor as "amountMinor", a.currency, a.quantity, a.unit`,
    from: `(select * from (${acts}) one where one.happened_on <= $2::date) a`,
    alias: 'a',
    communityId,
    parameters: [today, partnerId],
    conditions: noConditions(),
    order: { by: 'a.happened_on', type: 'date', isDescending: true },
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

/** Whether the community knows an organisation of this id. */
export async function isPartner({ client, communityId }: Scope, id: string): Promise<boolean> {
  const rows = await prepared(client, 'select id from organisations where community_id = $1 and id = $2', [
    communityId,
    id,
  ])
  return rows.length > 0
}
