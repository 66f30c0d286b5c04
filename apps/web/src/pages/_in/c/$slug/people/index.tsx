import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { OnlyStewardHint } from '../../../../../people/only-steward-hint.tsx'
import { personQuery } from '../../../../../people/people.queries.ts'
import { PersonList } from '../../../../../people/person-list.tsx'
import { readPersonSearch } from '../../../../../people/person-search.ts'
import { useMay } from '../../../../../session/community.tsx'
import { LinkButton } from '../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { useWords } from '../../../../../words/words.tsx'
import { PartnerFilter } from '../-filter-fields.tsx'

export const Route = createFileRoute('/_in/c/$slug/people/')({
  staticData: { permission: 'people:read' },
  validateSearch: readPersonSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const { community } = Route.useRouteContext()
  const navigate = Route.useNavigate()
  const may = useMay()
  // A steward's own record says how many stewards there are.
  const { data: me } = useQuery({
    ...personQuery(community.id, community.personId),
    enabled: may('people:manage'),
  })
  const invite = may('people:invite') && (
    <LinkButton to="/c/$slug/people/invitations" params={{ slug }}>
      {t('people:invitations.title')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={t('people:title')} lead={t('people:lead')} actions={invite} />
      {me?.stewards === 1 && <OnlyStewardHint />}
      <PersonList
        organisationField={PartnerFilter}
        search={Route.useSearch({ select: readPersonSearch })}
        onSearch={(search) => void navigate({ search: readPersonSearch(search), replace: true })}
        addAction={invite}
      />
    </>
  )
}
