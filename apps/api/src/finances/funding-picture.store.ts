import type { PictureCost } from '@commonweal/domain/finances/committed-costs'
import type { PicturePledge } from '@commonweal/domain/finances/funding-picture'
import type { InstalmentStatement, ReceiptStatement } from '@commonweal/domain/pledges/pledge-standing'
import { prepared } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'

export interface FundingFacts {
  readonly isInitiativeKnown: boolean
  readonly isReceiptsKnown: boolean
  readonly pledges: readonly (PicturePledge & { readonly organisation: string; readonly initiative: string | null })[]
  readonly instalments: readonly (InstalmentStatement & { readonly pledgeId: string })[]
  readonly receipts: readonly (ReceiptStatement & { readonly pledgeId: string })[]
  readonly costs: readonly PictureCost[]
}

/** Instalments and receipts belong to the pledges picked out. */
const partsOf = (table: string, day: string, name: string) => `coalesce((
  select json_agg(json_build_object('pledgeId', t.pledge_id, '${name}', t.${day}, 'amountMinor', t.amount_minor, 'quantity', t.quantity)
    order by t.pledge_id, t.${day}, t.id)
  from ${table} t join picked g on g.id = t.pledge_id where t.community_id = $1), '[]')`

const statement = `
  with picked as (
    select g.* from pledges g where g.community_id = $1 and ($2::uuid is null or g.initiative_id = $2))
  select
    $2::uuid is null or exists (select 1 from initiatives i where i.community_id = $1 and i.id = $2) as "isInitiativeKnown",
    (select 'receipts' = any(c.keeps) or exists (select 1 from receipts r where r.community_id = c.id)
      from communities c where c.id = $1) as "isReceiptsKnown",
    coalesce((select json_agg(json_build_object('id', g.id, 'organisationId', g.organisation_id, 'organisation', o.name,
        'initiativeId', g.initiative_id, 'initiative', i.title, 'kind', g.kind, 'route', g.route, 'status', g.status,
        'amountMinor', g.amount_minor, 'currency', g.currency, 'quantity', g.quantity, 'unit', g.unit, 'closedOn', null) order by g.id)
      from picked g join organisations o on o.community_id = $1 and o.id = g.organisation_id
      left join initiatives i on i.community_id = $1 and i.id = g.initiative_id), '[]') as pledges,
    ${partsOf('instalments', 'due_on', 'dueOn')} as instalments,
    ${partsOf('receipts', 'received_on', 'receivedOn')} as receipts,
    coalesce((select json_agg(json_build_object('id', k.id, 'dueOn', k.due_on, 'amountMinor', k.amount_minor, 'currency', k.currency)
        order by k.due_on, k.id)
      from costs k where k.community_id = $1 and ($2::uuid is null or k.initiative_id = $2)), '[]') as costs`

/**
 * The facts a funding picture is drawn from, of the community or of one initiative, in one round trip. Days of closing are
 * left out: no figure depends on them.
 */
export async function loadFundingFacts(
  { client, communityId }: Scope,
  initiativeId: string | null,
): Promise<FundingFacts> {
  const [facts] = await prepared<FundingFacts & Record<string, unknown>>(client, statement, [communityId, initiativeId])
  if (!facts) throw new Error('the statement answers one row')
  return facts
}
