import { createFileRoute } from '@tanstack/react-router'
import { AnswerList } from '../../../../../risks/answer-list.tsx'
import { readAnswerSearch } from '../../../../../risks/answer-search.ts'
import { useWords } from '../../../../../words/words.tsx'
import { ListBelow } from '../-list-below.tsx'

export const Route = createFileRoute('/_in/c/$slug/vital-signs/answers')({
  validateSearch: readAnswerSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const navigate = Route.useNavigate()
  const search = Route.useSearch({ select: readAnswerSearch })
  return (
    <ListBelow
      title={t('handling:list.title')}
      lead={t('handling:list.lead')}
      above={{ to: '/c/$slug/vital-signs', name: t('handling:list.toVitalSigns') }}
    >
      {(wayUp) => (
        <AnswerList
          search={search}
          onSearch={(next) => void navigate({ search: readAnswerSearch(next), replace: true })}
          emptyAction={wayUp}
        />
      )}
    </ListBelow>
  )
}
