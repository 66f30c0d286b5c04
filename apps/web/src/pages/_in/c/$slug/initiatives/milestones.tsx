import { createFileRoute } from '@tanstack/react-router'
import { MilestoneList } from '../../../../../milestones/milestone-list.tsx'
import { readMilestoneSearch } from '../../../../../milestones/milestone-search.ts'
import { useWords } from '../../../../../words/words.tsx'
import { ListBelow } from '../-list-below.tsx'
import { InitiativeFilter } from '../-filter-fields.tsx'

export const Route = createFileRoute('/_in/c/$slug/initiatives/milestones')({
  validateSearch: readMilestoneSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const navigate = Route.useNavigate()
  const search = Route.useSearch({ select: readMilestoneSearch })
  return (
    <ListBelow
      title={t('milestones:title')}
      lead={t('milestones:list.lead')}
      above={{ to: '/c/$slug/initiatives', name: t('milestones:list.toInitiatives') }}
    >
      {(wayUp) => (
        <MilestoneList
          initiativeField={InitiativeFilter}
          search={search}
          onSearch={(next) => void navigate({ search: readMilestoneSearch(next), replace: true })}
          emptyAction={wayUp}
        />
      )}
    </ListBelow>
  )
}
