import type { ActivityRow } from '@commonweal/contracts/activity'
import { createFileRoute } from '@tanstack/react-router'
import { ActivityFilters } from '../../../../activity/activity-filters.tsx'
import { ActivityList } from '../../../../activity/activity-list.tsx'
import { readActivitySearch } from '../../../../activity/activity-search.ts'
import { useMay } from '../../../../session/community.tsx'
import type { LinkedKind } from '../../../../shell/way-to.ts'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useWords } from '../../../../words/words.tsx'
import { PartnerFilter } from './-filter-fields.tsx'
import { ThingLink } from './-thing-link.tsx'

export const Route = createFileRoute('/_in/c/$slug/activity')({
  validateSearch: readActivitySearch,
  component: Page,
})

const linked: readonly string[] = [
  'partner',
  'initiative',
  'space',
  'booking',
  'pledge',
  'person',
] satisfies LinkedKind[]

function Page() {
  const { t } = useWords()
  const search = Route.useSearch({ select: readActivitySearch })
  const navigate = Route.useNavigate()
  const canManage = useMay()('people:manage')
  const linkTo = ({ objectKind, objectId }: ActivityRow, name: string) =>
    linked.includes(objectKind) &&
    (objectKind !== 'person' || canManage) && (
      <ThingLink kind={objectKind as LinkedKind} id={objectId}>
        {name}
      </ThingLink>
    )
  return (
    <>
      <PageHeader title={t('activity:title')} lead={t('activity:lead')} />
      <ActivityFilters
        search={search}
        onSearch={(next) => void navigate({ search: readActivitySearch(next), replace: true })}
        organisationField={PartnerFilter}
      />
      <ActivityList search={search} linkTo={linkTo} />
    </>
  )
}
