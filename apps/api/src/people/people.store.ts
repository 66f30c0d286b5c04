import type { PersonListQuery, PersonRow } from '@commonweal/contracts/people'
import { containing, keysetPage, noConditions, where, type PageOf } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'

export function listPeople({ client, communityId }: Scope, query: PersonListQuery): Promise<PageOf<PersonRow>> {
  let conditions = where(noConditions(), 'p.display_name ilike ?', containing(query.q))
  conditions = where(
    conditions,
    'exists (select 1 from representations a where a.community_id = p.community_id and a.person_id = p.id and a.organisation_id = ?)',
    query.organisationId,
  )
  return keysetPage<PersonRow>(client, {
    select: `p.id, p.display_name as "displayName",
      (select r.role from roles r where r.community_id = p.community_id and r.person_id = p.id and r.to_on is null limit 1) as role,
      coalesce((select json_agg(json_build_object('organisationId', o.id, 'organisation', o.name, 'capacity', a.capacity,
          'from', a.from_on, 'to', a.to_on) order by a.to_on nulls first, lower(o.name), a.id)
        from representations a join organisations o on o.community_id = a.community_id and o.id = a.organisation_id
        where a.community_id = p.community_id and a.person_id = p.id), '[]') as representations`,
    from: 'people p',
    alias: 'p',
    communityId,
    conditions,
    order: { by: 'lower(p.display_name)', type: 'text', isDescending: false },
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}
