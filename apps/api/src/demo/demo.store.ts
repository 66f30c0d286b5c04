import type { Role } from '@commonweal/domain/access/permissions'
import { prepared } from '../database/keyset.ts'
import type { PublicScope } from '../database/scope.ts'

export const DEMO_SOURCE = 'commonweal-demo'

const statement = `
  select distinct on (array_position(array['steward', 'coordinator', 'member', 'viewer'], r.role))
    r.role, p.display_name as name, p.account_id as "accountId",
    (select o.name from representations rep
      join organisations o on o.community_id = rep.community_id and o.id = rep.organisation_id
      where rep.community_id = c.id and rep.person_id = p.id and rep.to_on is null order by lower(o.name) limit 1) as organisation
  from communities c
  join roles r on r.community_id = c.id and r.to_on is null
  join people p on p.community_id = c.id and p.id = r.person_id
  join accounts a on a.id = p.account_id
  where c.source = '${DEMO_SOURCE}'
  order by array_position(array['steward', 'coordinator', 'member', 'viewer'], r.role), a.created_at, p.id`

interface DemoPerson {
  readonly role: Role
  readonly name: string
  readonly organisation: string | null
  readonly accountId: string
}

/** One person a role of the demo community, the most responsible first: of several whoever came first, as the demo brought them. */
export function listDemoPeople({ client }: PublicScope): Promise<DemoPerson[]> {
  return prepared<DemoPerson>(client, statement, [])
}

export async function findDemoPerson(scope: PublicScope, role: Role): Promise<DemoPerson | null> {
  const people = await listDemoPeople(scope)
  return people.find((person) => person.role === role) ?? null
}
