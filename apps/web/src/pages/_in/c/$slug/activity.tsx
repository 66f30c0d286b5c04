import type { ActivityRow } from '@commonweal/contracts/activity'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { ActivityFilters } from '../../../../activity/activity-filters.tsx'
import { ActivityList } from '../../../../activity/activity-list.tsx'
import { readActivitySearch } from '../../../../activity/activity-search.ts'
import { PartnerPicker, type ChosenPartner } from '../../../../partners/partner-picker.tsx'
import { partnerQuery } from '../../../../partners/partners.queries.ts'
import { useMay } from '../../../../session/community.tsx'
import type { LinkedKind } from '../../../../shell/way-to.ts'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useWords } from '../../../../words/words.tsx'
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
  const organisation = useOrganisation(search.organisationId)
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
        onSearch={(next) => void navigate({ search: next, replace: true })}
        organisationField={(props) => <PartnerPicker {...props} value={organisation} />}
      />
      <ActivityList search={search} linkTo={linkTo} />
    </>
  )
}

/** The organisation the address names, with its name as soon as it is known. */
function useOrganisation(id: string | undefined): ChosenPartner | null {
  const { community } = Route.useRouteContext()
  const { data } = useQuery({ ...partnerQuery(community.id, id ?? ''), enabled: id !== undefined })
  return id === undefined ? null : { id, name: data?.name ?? '…' }
}
