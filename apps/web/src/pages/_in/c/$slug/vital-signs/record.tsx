import { createFileRoute } from '@tanstack/react-router'
import { RecordList } from '../../../../../risks/record-list.tsx'
import { readRecordSearch } from '../../../../../risks/record-search.ts'
import { LinkButton } from '../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { UpLink } from '../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/vital-signs/record')({
  validateSearch: readRecordSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const navigate = Route.useNavigate()
  return (
    <>
      <PageHeader
        title={t('handling:record.title')}
        lead={t('handling:record.lead')}
        parent={
          <UpLink to="/c/$slug/vital-signs" params={{ slug }}>
            {t('handling:list.toVitalSigns')}
          </UpLink>
        }
      />
      <RecordList
        search={Route.useSearch({ select: readRecordSearch })}
        onSearch={(search) => void navigate({ search: readRecordSearch(search), replace: true })}
        emptyAction={
          <LinkButton to="/c/$slug/vital-signs" params={{ slug }} variant="default">
            {t('handling:list.toVitalSigns')}
          </LinkButton>
        }
      />
    </>
  )
}
