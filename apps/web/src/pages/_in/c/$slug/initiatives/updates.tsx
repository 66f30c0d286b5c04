import { createFileRoute } from '@tanstack/react-router'
import { UpdateList } from '../../../../../updates/update-list.tsx'
import { readUpdateSearch } from '../../../../../updates/update-search.ts'
import { useWords } from '../../../../../words/words.tsx'
import { ListBelow } from '../-list-below.tsx'
import { InitiativeFilter, PartnerFilter } from '../-filter-fields.tsx'

export const Route = createFileRoute('/_in/c/$slug/initiatives/updates')({
  validateSearch: readUpdateSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const navigate = Route.useNavigate()
  const search = Route.useSearch({ select: readUpdateSearch })
  return (
    <ListBelow
      title={t('updates:title')}
      lead={t('updates:list.lead')}
      above={{ to: '/c/$slug/initiatives', name: t('updates:list.toInitiatives') }}
    >
      {(wayUp) => (
        <UpdateList
          initiativeField={InitiativeFilter}
          organisationField={PartnerFilter}
          search={search}
          onSearch={(next) => void navigate({ search: readUpdateSearch(next), replace: true })}
          emptyAction={wayUp}
        />
      )}
    </ListBelow>
  )
}
