import { createFileRoute } from '@tanstack/react-router'
import { PledgeList } from '../../../../../pledges/pledge-list.tsx'
import { readPledgeSearch } from '../../../../../pledges/pledge-search.ts'
import { useMay } from '../../../../../session/community.tsx'
import { LinkButton } from '../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { useWords } from '../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/pledges/')({
  validateSearch: readPledgeSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const navigate = Route.useNavigate()
  const offer = useMay()('pledges:offer') && (
    <LinkButton to="/c/$slug/pledges/new" params={{ slug }}>
      {t('pledges:offer.action')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={t('pledges:title')} lead={t('pledges:lead')} actions={offer} />
      <PledgeList
        search={Route.useSearch({ select: readPledgeSearch })}
        onSearch={(search) => void navigate({ search: readPledgeSearch(search), replace: true })}
        offerAction={offer}
      />
    </>
  )
}
