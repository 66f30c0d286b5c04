import { createFileRoute } from '@tanstack/react-router'
import { MilestoneList } from '../../../../../milestones/milestone-list.tsx'
import { readMilestoneSearch } from '../../../../../milestones/milestone-search.ts'
import { LinkButton } from '../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { UpLink } from '../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/initiatives/milestones')({
  validateSearch: readMilestoneSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const navigate = Route.useNavigate()
  return (
    <>
      <PageHeader
        title={t('milestones:title')}
        lead={t('milestones:list.lead')}
        parent={
          <UpLink to="/c/$slug/initiatives" params={{ slug }}>
            {t('milestones:list.toInitiatives')}
          </UpLink>
        }
      />
      <MilestoneList
        search={Route.useSearch({ select: readMilestoneSearch })}
        onSearch={(search) => void navigate({ search: readMilestoneSearch(search), replace: true })}
        emptyAction={
          <LinkButton to="/c/$slug/initiatives" params={{ slug }} variant="default">
            {t('milestones:list.toInitiatives')}
          </LinkButton>
        }
      />
    </>
  )
}
