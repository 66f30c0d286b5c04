import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { BookingList } from '../../../../../bookings/booking-list.tsx'
import { readBookingSearch } from '../../../../../bookings/booking-search.ts'
import { spaceChoices } from '../../../../../spaces/spaces.queries.ts'
import { LinkButton } from '../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { UpLink } from '../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/bookings/')({
  validateSearch: readBookingSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const { community } = Route.useRouteContext()
  const navigate = Route.useNavigate()
  const { data: spaces } = useQuery(spaceChoices(community.id))
  return (
    <>
      <PageHeader
        title={t('bookings:title')}
        lead={t('bookings:lead')}
        parent={
          <UpLink to="/c/$slug/spaces" params={{ slug }}>
            {t('spaces:title')}
          </UpLink>
        }
      />
      <BookingList
        search={Route.useSearch({ select: readBookingSearch })}
        onSearch={(search) => void navigate({ search: readBookingSearch(search), replace: true })}
        spaces={spaces?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        emptyAction={
          <LinkButton to="/c/$slug/spaces" params={{ slug }}>
            {t('bookings:toSpaces')}
          </LinkButton>
        }
      />
    </>
  )
}
