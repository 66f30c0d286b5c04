import type { SearchHit } from '@commonweal/contracts/search'
import { containing, prepared } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'

/** How well a title fits: the word itself, its beginning, the beginning of a later word, anywhere. */
const fit = (title: string) => `case when lower(${title}) = lower($3) then 0 when ${title} ilike $3 || '%' then 1
  when ${title} ilike '% ' || $3 || '%' then 2 else 3 end`

const part = (kind: string, id: string, title: string, detail: string, from: string, condition = '') => `
  (select '${kind}' as kind, ${id} as id, ${title} as title, ${detail} as detail, ${fit(title)} as fit
    from ${from} and ${title} ilike $2 ${condition} order by fit, lower(${title}), ${id} limit 8)`

const ofInitiative = (alias: string) =>
  `join initiatives i on i.community_id = ${alias}.community_id and i.id = ${alias}.initiative_id`

const statement = `
  select kind, id, title, detail from (
    ${part('partner', 'o.id', 'o.name', 'o.sector', 'organisations o where o.community_id = $1')}
    union all ${part('initiative', 'i.id', 'i.title', 'i.state', 'initiatives i where i.community_id = $1')}
    union all ${part('space', 's.id', 's.name', 'h.name', 'spaces s left join organisations h on h.community_id = s.community_id and h.id = s.host_id where s.community_id = $1')}
    union all ${part('person', 'p.id', 'p.display_name', 'null', 'people p where p.community_id = $1', 'and $4::boolean')}
    union all ${part(
      'pledge',
      'g.id',
      'o.name',
      'coalesce(i.title, g.route)',
      `pledges g join organisations o on o.community_id = g.community_id and o.id = g.organisation_id
      left join initiatives i on i.community_id = g.community_id and i.id = g.initiative_id where g.community_id = $1`,
    )}
    union all ${part('milestone', 'i.id', 'm.title', 'i.title', `milestones m ${ofInitiative('m')} where m.community_id = $1`)}
    union all ${part('update', 'i.id', 'u.title', 'i.title', `updates u ${ofInitiative('u')} where u.community_id = $1`)}
  ) hits order by fit, array_position(array['partner', 'initiative', 'space', 'person', 'pledge', 'milestone', 'update'], kind), lower(title), id limit 30`

/** What a word finds, in one round trip; people only for those who may know them. */
export function searchCommunity({ client, communityId, role }: Scope, q: string): Promise<SearchHit[]> {
  const word = q.trim()
  return prepared<SearchHit>(client, statement, [
    communityId,
    containing(word),
    word.replaceAll(/[\\%_]/g, '\\$&'),
    role !== 'viewer',
  ])
}
