import type { CommunityOverview } from '@commonweal/contracts/communities'
import { prepared } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'

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
