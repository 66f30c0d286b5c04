import { Button } from '@mantine/core'
import { createFileRoute } from '@tanstack/react-router'
import { useCostChanges } from '../../../../../finances/cost-changes.tsx'
import { CostList } from '../../../../../finances/cost-list.tsx'
import { readCostSearch } from '../../../../../finances/cost-search.ts'
import { useMay } from '../../../../../session/community.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { UpLink } from '../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../words/words.tsx'
import { useInitiativeChoices } from '../-initiative-choices.ts'

export const Route = createFileRoute('/_in/c/$slug/finances/costs')({
  validateSearch: readCostSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const navigate = Route.useNavigate()
  const mayEdit = useMay()('finances:edit')
  const { add, stepsOf, dialogs } = useCostChanges(useInitiativeChoices())
  const addAction = mayEdit && <Button onClick={add}>{t('finances:costs.add')}</Button>
  return (
    <>
      <PageHeader
        title={t('finances:costs.title')}
        lead={t('finances:costs.lead')}
        actions={addAction}
        parent={
          <UpLink to="/c/$slug/finances" params={{ slug }}>
            {t('finances:title')}
          </UpLink>
        }
      />
      <CostList
        search={Route.useSearch({ select: readCostSearch })}
        onSearch={(search) => void navigate({ search: readCostSearch(search), replace: true })}
        addAction={addAction}
        stepsOf={mayEdit ? stepsOf : null}
      />
      {dialogs}
    </>
  )
}
