import type { CommunityOverview, CommunitySettings, SettingsEdit } from '@commonweal/contracts/communities'
import { and, eq, sql } from 'drizzle-orm'
import { prepared } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'
import { communities } from './communities.table.ts'

const statement = `
  select c.id, c.slug, c.name, c.country, c.timezone, c.currency, c.data_complete_through as "dataCompleteThrough", c.note,
    json_build_object(
      'partners', (select count(*) from memberships where community_id = c.id and to_on is null and state in ('active', 'paused')),
      'organisations', (select count(*) from organisations where community_id = c.id),
      'initiatives', (select count(*) from initiatives where community_id = c.id),
      'runningInitiatives', (select count(*) from initiatives where community_id = c.id and state = 'active'),
      'spaces', (select count(*) from spaces where community_id = c.id),
      'pledges', (select count(*) from pledges where community_id = c.id)) as counts
  from communities c where c.id = $1`

export async function readCommunity({ client, communityId }: Scope): Promise<CommunityOverview | null> {
  const rows = await prepared<CommunityOverview>(client, statement, [communityId])
  return rows[0] ?? null
}

export async function readSettings({ client, communityId }: Scope): Promise<CommunitySettings | null> {
  const rows = await prepared<CommunitySettings>(
    client,
    `select c.core_sectors as "coreSectors", c.wants_independence as "wantsIndependence",
        c.data_complete_through as "dataCompleteThrough", c.closing_since as "closingSince", c.closing_reason as "closingReason", c.revision
      from communities c where c.id = $1`,
    [communityId],
  )
  return rows[0] ?? null
}

/** Writes the settings if the community still has the revision named; false where somebody was quicker. */
export async function updateSettings(
  { db, communityId, now }: Scope,
  revision: number,
  edit: SettingsEdit,
): Promise<boolean> {
  const changed = await db
    .update(communities)
    .set({ ...edit, recordedAt: now, revision: sql`${communities.revision} + 1` })
    .where(and(eq(communities.id, communityId), eq(communities.revision, revision)))
    .returning({ id: communities.id })
  return changed.length === 1
}
