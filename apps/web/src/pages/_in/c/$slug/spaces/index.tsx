import { createFileRoute } from '@tanstack/react-router'
import { useMay } from '../../../../../session/community.tsx'
import { SpaceList } from '../../../../../spaces/space-list.tsx'
import { readSpaceSearch } from '../../../../../spaces/space-search.ts'
import { LinkButton } from '../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { useWords } from '../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/spaces/')({
  validateSearch: readSpaceSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const navigate = Route.useNavigate()
  const offer = useMay()('spaces:offer') && (
    <LinkButton to="/c/$slug/spaces/new" params={{ slug }}>
      {t('spaces:offer.action')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader
        title={t('spaces:title')}
        lead={t('spaces:lead')}
        actions={
          <>
            <LinkButton to="/c/$slug/bookings" params={{ slug }} variant="default">
              {t('spaces:allBookingsAnywhere')}
            </LinkButton>
            {offer}
          </>
        }
      />
      <SpaceList
        search={Route.useSearch({ select: readSpaceSearch })}
        onSearch={(search) => void navigate({ search: readSpaceSearch(search), replace: true })}
        offerAction={offer}
      />
    </>
  )
}
