import { createFileRoute } from '@tanstack/react-router'
import { RecordList } from '../../../../../risks/record-list.tsx'
import { readRecordSearch } from '../../../../../risks/record-search.ts'
import { useWords } from '../../../../../words/words.tsx'
import { ListBelow } from '../-list-below.tsx'
import '../../../../../words/of/assessments.ts'
import '../../../../../words/of/handling.ts'

export const Route = createFileRoute('/_in/c/$slug/vital-signs/record')({
  validateSearch: readRecordSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const navigate = Route.useNavigate()
  const search = Route.useSearch({ select: readRecordSearch })
  return (
    <ListBelow
      title={t('assessments:title')}
      lead={t('assessments:lead')}
      above={{ to: '/c/$slug/vital-signs', name: t('handling:list.toVitalSigns') }}
    >
      {(wayUp) => (
        <RecordList
          search={search}
          onSearch={(next) => void navigate({ search: readRecordSearch(next), replace: true })}
          emptyAction={wayUp}
        />
      )}
    </ListBelow>
  )
}
