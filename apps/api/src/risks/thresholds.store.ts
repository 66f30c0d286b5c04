import type { ThresholdVersion } from '@commonweal/contracts/thresholds'
import type { ThresholdValues } from '@commonweal/domain/risks/thresholds'
import { keysetPage, lateralOne, noConditions, prepared, type PageOf } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'

const columns = `s.id, s.position, s.from_month as "from", s.set_at as "setAt", p.display_name as person, s.thresholds as "values", s.reason`
const withPerson = `risk_parameters s ${lateralOne('left join', 'people', 'p', 'one.community_id = s.community_id and one.id = s.person_id')}`

export function listThresholds(
  { client, communityId }: Scope,
  query: { readonly limit?: number; readonly cursor?: string },
): Promise<PageOf<ThresholdVersion>> {
  return keysetPage<ThresholdVersion>(client, {
    select: columns,
    from: withPerson,
    alias: 's',
    communityId,
    conditions: noConditions(),
    order: { by: 's.position', type: 'bigint', isDescending: true },
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

/** Appends a version behind the others; of two set at once the key lets one through, and the other comes after it. */
export async function insertThresholds(
  { client, communityId, personId, now }: Scope,
  version: {
    readonly id: string
    readonly from: string
    readonly values: ThresholdValues
    readonly reason: string
  },
): Promise<ThresholdVersion> {
  await prepared(client, `select pg_advisory_xact_lock(hashtextextended('risk_parameters ' || $1::text, 0))`, [
    communityId,
  ])
  await prepared(
    client,
    `insert into risk_parameters (community_id, id, position, from_month, set_at, person_id, thresholds, reason)
     select $1::uuid, $2::uuid, coalesce(max(position), 0) + 1, $3::text, $4::timestamptz, $5::uuid, $6::jsonb, $7::text
     from risk_parameters where community_id = $1`,
    [communityId, version.id, version.from, now, personId, version.values, version.reason],
  )
  const [row] = await prepared<ThresholdVersion>(
    client,
    `select ${columns} from ${withPerson} where s.community_id = $1 and s.id = $2`,
    [communityId, version.id],
  )
  if (!row) throw new Error('the version has just been written')
  return row
}
