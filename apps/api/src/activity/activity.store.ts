import type { ActivityRow } from '@commonweal/contracts/activity'
import { v7 as uuidv7 } from 'uuid'
import { keysetPage, noConditions, where, type PageOf } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'
import { activity } from './activity.table.ts'

/** What was done to which thing; facts are plain values that a page can show. */
export interface Act {
  readonly verb: string
  readonly objectKind: string
  readonly objectId: string
  readonly facts?: Record<string, unknown>
}

/** Appends the trace of a change. Call it in the transaction of the change. */
export async function recordActivity(scope: Scope, { verb, objectKind, objectId, facts = {} }: Act): Promise<void> {
  await scope.db.insert(activity).values({
    communityId: scope.communityId,
    id: uuidv7(),
    at: scope.now,
    personId: scope.personId,
    organisationId: scope.onBehalfOf?.organisationId ?? null,
    capacity: scope.onBehalfOf?.capacity ?? null,
    verb,
    objectKind,
    objectId,
    facts,
  })
}

export function listActivity(
  { client, communityId }: Scope,
  query: { limit?: number; cursor?: string; objectId?: string },
): Promise<PageOf<ActivityRow>> {
  return keysetPage<ActivityRow>(client, {
    select: `a.id, a.at, p.display_name as person, o.name as organisation, a.capacity, a.verb,
      a.object_kind as "objectKind", a.object_id as "objectId", a.facts`,
    from: `activity a
      left join people p on p.community_id = a.community_id and p.id = a.person_id
      left join organisations o on o.community_id = a.community_id and o.id = a.organisation_id`,
    alias: 'a',
    communityId,
    conditions: where(noConditions(), 'a.object_id = ?', query.objectId),
    order: { by: 'a.at', type: 'timestamptz', isDescending: true },
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}
