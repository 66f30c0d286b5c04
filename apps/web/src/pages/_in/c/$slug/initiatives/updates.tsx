import { createFileRoute } from '@tanstack/react-router'
import { UpdateList } from '../../../../../updates/update-list.tsx'
import { readUpdateSearch } from '../../../../../updates/update-search.ts'
import { LinkButton } from '../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { UpLink } from '../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/initiatives/updates')({
  validateSearch: readUpdateSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const navigate = Route.useNavigate()
  return (
    <>
      <PageHeader
        title={t('updates:title')}
        lead={t('updates:list.lead')}
        parent={
          <UpLink to="/c/$slug/initiatives" params={{ slug }}>
            {t('updates:list.toInitiatives')}
          </UpLink>
        }
      />
      <UpdateList
        search={Route.useSearch({ select: readUpdateSearch })}
        onSearch={(search) => void navigate({ search: readUpdateSearch(search), replace: true })}
        emptyAction={
          <LinkButton to="/c/$slug/initiatives" params={{ slug }} variant="default">
            {t('updates:list.toInitiatives')}
          </LinkButton>
        }
      />
    </>
  )
}
