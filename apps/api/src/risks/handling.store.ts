import type { HandledFlag, HandlingListQuery, HandlingRow } from '@commonweal/contracts/handling'
import type pg from 'pg'
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

const columns = `h.id, h.flag, h.kind, h.at, h.month, h.level, p.display_name as person, h.note, h.until_on as "untilOn",
  h.review_on as "reviewOn", h.initiative_id as "initiativeId", i.title as initiative`
const joined = `flag_handlings h ${lateralOne('left join', 'people', 'p', 'one.community_id = h.community_id and one.id = h.person_id')}
  ${lateralOne('left join', 'initiatives', 'i', 'one.community_id = h.community_id and one.id = h.initiative_id')}`

const orders = { at: { by: 'h.at', type: 'timestamptz' } } as const satisfies Orders

export function listHandlings(
  { client, communityId }: Pick<Scope, 'client' | 'communityId'>,
  query: HandlingListQuery,
): Promise<PageOf<HandlingRow>> {
  let conditions = where(noConditions(), 'h.flag = ?', query.flag)
  conditions = where(conditions, 'h.kind = ?', query.kind)
  conditions = where(conditions, '(h.note ilike ? or i.title ilike ? or p.display_name ilike ?)', containing(query.q))
  return keysetPage<HandlingRow>(client, {
    select: columns,
    from: joined,
    alias: 'h',
    communityId,
    conditions,
    order: orderOf(orders, query.sort ?? '-at'),
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

/** The last answer to each flag. */
export function listLastHandlings(client: pg.Pool | pg.PoolClient, communityId: string): Promise<HandlingRow[]> {
  return prepared<HandlingRow>(
    client,
    `select distinct on (h.flag) ${columns} from ${joined} where h.community_id = $1 order by h.flag, h.at desc, h.id desc`,
    [communityId],
  )
}

export interface NewHandling {
  readonly id: string
  readonly flag: HandledFlag
  readonly kind: HandlingRow['kind']
  readonly month: string
  readonly level: HandlingRow['level']
  readonly note: string | null
  readonly untilOn: string | null
  readonly reviewOn: string | null
  readonly initiativeId: string | null
}

export async function insertHandling(
  { client, communityId, personId, now }: Scope,
  { id, flag, kind, month, level, note, untilOn, reviewOn, initiativeId }: NewHandling,
): Promise<HandlingRow> {
  await client.query(
    `insert into flag_handlings (community_id, id, flag, kind, at, month, level, person_id, note, until_on, review_on, initiative_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [communityId, id, flag, kind, now, month, level, personId, note, untilOn, reviewOn, initiativeId],
  )
  const [row] = await prepared<HandlingRow>(
    client,
    `select ${columns} from ${joined} where h.community_id = $1 and h.id = $2`,
    [communityId, id],
  )
  if (!row) throw new Error('the answer has just been written')
  return row
}
