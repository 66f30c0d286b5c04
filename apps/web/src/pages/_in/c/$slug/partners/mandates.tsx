import { createFileRoute } from '@tanstack/react-router'
import { MandateList } from '../../../../../mandates/mandate-list.tsx'
import { readMandateSearch } from '../../../../../mandates/mandate-search.ts'
import { LinkButton } from '../../../../../ui/link-button.tsx'
import { useWords } from '../../../../../words/words.tsx'
import { ListBelow } from '../-list-below.tsx'
import { PartnerFilter } from '../-filter-fields.tsx'

export const Route = createFileRoute('/_in/c/$slug/partners/mandates')({
  validateSearch: readMandateSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const navigate = Route.useNavigate()
  const search = Route.useSearch({ select: readMandateSearch })
  const toPartners = t('mandates:list.toPartners')
  return (
    <ListBelow
      title={t('mandates:list.title')}
      lead={t('mandates:list.lead')}
      above={{ to: '/c/$slug/partners', name: toPartners }}
    >
      {() => (
        <MandateList
          organisationField={PartnerFilter}
          search={search}
          onSearch={(next) => void navigate({ search: readMandateSearch(next), replace: true })}
          emptyAction={
            // Public bodies have mandates; others do not.
            <LinkButton to="/c/$slug/partners" params={{ slug }} search={{ legalStatus: 'public' }} variant="default">
              {toPartners}
            </LinkButton>
          }
        />
      )}
    </ListBelow>
  )
}
