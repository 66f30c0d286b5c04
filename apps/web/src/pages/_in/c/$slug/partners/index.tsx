import { createFileRoute } from '@tanstack/react-router'
import { PartnerList } from '../../../../../partners/partner-list.tsx'
import { readPartnerSearch } from '../../../../../partners/partner-search.ts'
import { useMay } from '../../../../../session/community.tsx'
import { LinkButton } from '../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { useWords } from '../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/partners/')({
  validateSearch: readPartnerSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const navigate = Route.useNavigate()
  const add = useMay()('partners:add') && (
    <LinkButton to="/c/$slug/partners/new" params={{ slug }}>
      {t('partners:add.action')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader
        title={t('partners:title')}
        lead={t('partners:lead')}
        actions={
          <>
            <LinkButton to="/c/$slug/partners/mandates" params={{ slug }} variant="default">
              {t('partners:toMandates')}
            </LinkButton>
            {add}
          </>
        }
      />
      <PartnerList
        search={Route.useSearch({ select: readPartnerSearch })}
        onSearch={(search) => void navigate({ search: readPartnerSearch(search), replace: true })}
        addAction={add}
      />
    </>
  )
}
