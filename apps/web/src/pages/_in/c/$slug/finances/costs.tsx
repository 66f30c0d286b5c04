import { Button } from '@mantine/core'
import { createFileRoute } from '@tanstack/react-router'
import { useCostChanges } from '../../../../../finances/cost-changes.tsx'
import { CostList } from '../../../../../finances/cost-list.tsx'
import { readCostSearch } from '../../../../../finances/cost-search.ts'
import { useMay } from '../../../../../session/community.tsx'
import { useWords } from '../../../../../words/words.tsx'
import { ListBelow } from '../-list-below.tsx'
import { InitiativeFilter } from '../-filter-fields.tsx'
import { LivingInitiativeField } from '../-initiative-field.tsx'

export const Route = createFileRoute('/_in/c/$slug/finances/costs')({
  staticData: { permission: 'finances:read' },
  validateSearch: readCostSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const navigate = Route.useNavigate()
  const search = Route.useSearch({ select: readCostSearch })
  const mayEdit = useMay()('finances:edit')
  const { add, stepsOf, dialogs } = useCostChanges(LivingInitiativeField)
  const addAction = mayEdit && <Button onClick={add}>{t('finances:costs.add')}</Button>
  return (
    <ListBelow
      title={t('finances:costs.title')}
      lead={t('finances:costs.lead')}
      actions={addAction}
      above={{ to: '/c/$slug/finances', name: t('finances:title') }}
    >
      {() => (
        <>
          <CostList
            initiativeField={InitiativeFilter}
            search={search}
            onSearch={(next) => void navigate({ search: readCostSearch(next), replace: true })}
            addAction={addAction}
            stepsOf={mayEdit ? stepsOf : null}
          />
          {dialogs}
        </>
      )}
    </ListBelow>
  )
}
