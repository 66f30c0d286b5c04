import type { PersonFlagName } from '@commonweal/domain/risks/secondary/flag-names'
import type { SeenFlag } from '@commonweal/domain/risks/secondary/person-signs'
import { prepared } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'

/** Names of persons by their ids. */
export async function personNames(
  { client, communityId }: Scope,
  ids: readonly string[],
): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const rows = await prepared<{ id: string; name: string }>(
    client,
    'select p.id, p.display_name as name from people p where p.community_id = $1 and p.id = any($2::uuid[])',
    [communityId, ids],
  )
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

/** The persons the signs of the months mention, each once. */
export function topPersonIds(months: readonly Readonly<Partial<Record<PersonFlagName, SeenFlag>>>[]): string[] {
  const ids = months.flatMap(({ personalisation }) => {
    const mentioned = personalisation?.persons?.['topPersonIds']
    return Array.isArray(mentioned) ? mentioned.map(String) : []
  })
  return [...new Set(ids)].sort()
}
