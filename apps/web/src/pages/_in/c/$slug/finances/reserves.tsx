import { Button } from '@mantine/core'
import { createFileRoute } from '@tanstack/react-router'
import { useReserveChanges } from '../../../../../finances/reserve-changes.tsx'
import { ReserveList } from '../../../../../finances/reserve-list.tsx'
import { readReserveSearch } from '../../../../../finances/reserve-search.ts'
import { useMay } from '../../../../../session/community.tsx'
import { useWords } from '../../../../../words/words.tsx'
import { ListBelow } from '../-list-below.tsx'

export const Route = createFileRoute('/_in/c/$slug/finances/reserves')({
  staticData: { permission: 'finances:read' },
  validateSearch: readReserveSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const navigate = Route.useNavigate()
  const search = Route.useSearch({ select: readReserveSearch })
  const mayEdit = useMay()('finances:edit')
  const { add, stepsOf, dialogs } = useReserveChanges()
  const addAction = mayEdit && <Button onClick={add}>{t('finances:reserves.add')}</Button>
  return (
    <ListBelow
      title={t('finances:reserves.title')}
      lead={t('finances:reserves.lead')}
      actions={addAction}
      above={{ to: '/c/$slug/finances', name: t('finances:title') }}
    >
      {() => (
        <>
          <ReserveList
            search={search}
            onSearch={(next) => void navigate({ search: readReserveSearch(next), replace: true })}
            addAction={addAction}
            stepsOf={mayEdit ? stepsOf : null}
          />
          {dialogs}
        </>
      )}
    </ListBelow>
  )
}
