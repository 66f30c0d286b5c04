import { createFileRoute } from '@tanstack/react-router'
import { MandateList } from '../../../../../mandates/mandate-list.tsx'
import { readMandateSearch } from '../../../../../mandates/mandate-search.ts'
import { LinkButton } from '../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { UpLink } from '../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/partners/mandates')({
  validateSearch: readMandateSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const navigate = Route.useNavigate()
  return (
    <>
      <PageHeader
        title={t('mandates:list.title')}
        lead={t('mandates:list.lead')}
        parent={
          <UpLink to="/c/$slug/partners" params={{ slug }}>
            {t('mandates:list.toPartners')}
          </UpLink>
        }
      />
      <MandateList
        search={Route.useSearch({ select: readMandateSearch })}
        onSearch={(search) => void navigate({ search: readMandateSearch(search), replace: true })}
        emptyAction={
          <LinkButton to="/c/$slug/partners" params={{ slug }} search={{ legalStatus: 'public' }} variant="default">
            {t('mandates:list.toPartners')}
          </LinkButton>
        }
      />
    </>
  )
}
