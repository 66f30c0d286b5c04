import type { ActivityListQuery, ActivityRow } from '@commonweal/contracts/activity'
import { instantOf } from '@commonweal/domain/spaces/wall-time'
import { addDays } from '@commonweal/domain/values/day'
import { v7 as uuidv7 } from 'uuid'
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

/** What was done to which thing; facts are plain values that a page can show. */
export interface Act {
  readonly verb: string
  readonly objectKind: string
  readonly objectId: string
  readonly facts?: Record<string, unknown>
}

const columns = 'community_id, id, at, person_id, organisation_id, capacity, verb, object_kind, object_id, facts'
const types = ['uuid', 'uuid', 'timestamptz', 'uuid', 'uuid', 'text', 'text', 'text', 'uuid', 'jsonb']

/** The trace as an insert for a greater statement, one row for each of `source`. Its values begin at parameter `first`. */
export function tracingSql(source: string, first: number): string {
  return `insert into activity (${columns}) select ${types.map((type, index) => `$${first + index}::${type}`).join(', ')} from ${source}`
}

/** The values of `tracingSql`, in order. */
export function traceOf(
  { communityId, now, personId, onBehalfOf }: Scope,
  { verb, objectKind, objectId, facts = {} }: Act,
): unknown[] {
  const organisationId = onBehalfOf?.organisationId ?? null
  const capacity = onBehalfOf?.capacity ?? null
  return [communityId, uuidv7(), now, personId, organisationId, capacity, verb, objectKind, objectId, facts]
}

const statement = tracingSql('(select) as one', 1)

/** Appends the trace of a change. Call it in the transaction of the change. */
export async function recordActivity(scope: Scope, act: Act): Promise<void> {
  await prepared(scope.client, statement, traceOf(scope, act))
}

const orders = { at: { by: 'a.at', type: 'timestamptz' } } as const satisfies Orders

/** What a thing is called now; people are not named, because not everybody who reads the activity may see who was suspended. */
const objectName = `case a.object_kind
  when 'initiative' then (select one.title from initiatives one where one.community_id = a.community_id and one.id = a.object_id)
  when 'partner' then (select one.name from organisations one where one.community_id = a.community_id and one.id = a.object_id)
  when 'space' then (select one.name from spaces one where one.community_id = a.community_id and one.id = a.object_id)
  when 'booking' then (select s.name from bookings one join spaces s on s.community_id = one.community_id and s.id = one.space_id
    where one.community_id = a.community_id and one.id = a.object_id)
  when 'pledge' then (select g.name from pledges one join organisations g on g.community_id = one.community_id and g.id = one.organisation_id
    where one.community_id = a.community_id and one.id = a.object_id)
  end`

/** Things found by their own name. */
const findableThings = [
  { table: 'initiatives', name: 'title' },
  { table: 'organisations', name: 'name' },
  { table: 'spaces', name: 'name' },
]

/** Days are days of the community's calendar, both included. */
export function listActivity(
  { client, communityId, timezone }: Scope,
  query: ActivityListQuery,
): Promise<PageOf<ActivityRow>> {
  let conditions = where(noConditions(), 'a.object_id = ?', query.objectId)
  conditions = where(conditions, 'a.object_kind = ?', query.objectKind)
  conditions = where(
    conditions,
    `(concat_ws(' · ', a.facts->>'title', a.facts->>'name', a.facts->>'label', a.facts->>'reason') ilike ?
      or a.person_id in (select one.id from people one where one.community_id = $1 and one.display_name ilike ?)
      or a.object_id in (${findableThings.map(({ table, name }) => `select one.id from ${table} one where one.community_id = $1 and one.${name} ilike ?`).join(' union all ')}))`,
    containing(query.q),
  )
  conditions = where(conditions, 'a.organisation_id = ?', query.organisationId)
  conditions = where(conditions, 'a.at >= ?', query.from && instantOf(query.from, 0, timezone))
  conditions = where(conditions, 'a.at < ?', query.to && instantOf(addDays(query.to, 1), 0, timezone))
  return keysetPage<ActivityRow>(client, {
    select: `a.id, a.at, p.display_name as person, o.name as organisation, a.capacity, a.verb,
      a.object_kind as "objectKind", a.object_id as "objectId", ${objectName} as object, a.facts`,
    from: 'activity a',
    joins: `${lateralOne('left join', 'people', 'p', 'one.community_id = a.community_id and one.id = a.person_id')}
      ${lateralOne('left join', 'organisations', 'o', 'one.community_id = a.community_id and one.id = a.organisation_id')}`,
    alias: 'a',
    communityId,
    conditions,
    order: orderOf(orders, query.sort ?? '-at'),
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}
