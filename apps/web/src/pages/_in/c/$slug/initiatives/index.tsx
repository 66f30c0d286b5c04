import { createFileRoute } from '@tanstack/react-router'
import { InitiativeList } from '../../../../../initiatives/initiative-list.tsx'
import { readInitiativeSearch } from '../../../../../initiatives/initiative-search.ts'
import { useMay } from '../../../../../session/community.tsx'
import { LinkButton } from '../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { useWords } from '../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/initiatives/')({
  validateSearch: readInitiativeSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const navigate = Route.useNavigate()
  const add = useMay()('initiatives:start') && (
    <LinkButton to="/c/$slug/initiatives/new" params={{ slug }}>
      {t('initiatives:add.action')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader
        title={t('initiatives:title')}
        lead={t('initiatives:lead')}
        actions={
          <>
            <LinkButton to="/c/$slug/initiatives/milestones" params={{ slug }} variant="default">
              {t('initiatives:toMilestones')}
            </LinkButton>
            <LinkButton to="/c/$slug/initiatives/updates" params={{ slug }} variant="default">
              {t('initiatives:toUpdates')}
            </LinkButton>
            {add}
          </>
        }
      />
      <InitiativeList
        search={Route.useSearch({ select: readInitiativeSearch })}
        onSearch={(search) => void navigate({ search: readInitiativeSearch(search), replace: true })}
        addAction={add}
      />
    </>
  )
}
