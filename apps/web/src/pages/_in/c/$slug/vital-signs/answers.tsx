import { createFileRoute } from '@tanstack/react-router'
import { AnswerList } from '../../../../../risks/answer-list.tsx'
import { readAnswerSearch } from '../../../../../risks/answer-search.ts'
import { LinkButton } from '../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { UpLink } from '../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/vital-signs/answers')({
  validateSearch: readAnswerSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const navigate = Route.useNavigate()
  return (
    <>
      <PageHeader
        title={t('handling:list.title')}
        lead={t('handling:list.lead')}
        parent={
          <UpLink to="/c/$slug/vital-signs" params={{ slug }}>
            {t('handling:list.toVitalSigns')}
          </UpLink>
        }
      />
      <AnswerList
        search={Route.useSearch({ select: readAnswerSearch })}
        onSearch={(search) => void navigate({ search: readAnswerSearch(search), replace: true })}
        emptyAction={
          <LinkButton to="/c/$slug/vital-signs" params={{ slug }} variant="default">
            {t('handling:list.toVitalSigns')}
          </LinkButton>
        }
      />
    </>
  )
}
