import { Button } from '@mantine/core'
import { createFileRoute } from '@tanstack/react-router'
import { useReserveChanges } from '../../../../../finances/reserve-changes.tsx'
import { ReserveList } from '../../../../../finances/reserve-list.tsx'
import { readReserveSearch } from '../../../../../finances/reserve-search.ts'
import { useMay } from '../../../../../session/community.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { UpLink } from '../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/finances/reserves')({
  validateSearch: readReserveSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const navigate = Route.useNavigate()
  const mayEdit = useMay()('finances:edit')
  const { add, stepsOf, dialogs } = useReserveChanges()
  const addAction = mayEdit && <Button onClick={add}>{t('finances:reserves.add')}</Button>
  return (
    <>
      <PageHeader
        title={t('finances:reserves.title')}
        lead={t('finances:reserves.lead')}
        actions={addAction}
        parent={
          <UpLink to="/c/$slug/finances" params={{ slug }}>
            {t('finances:title')}
          </UpLink>
        }
      />
      <ReserveList
        search={Route.useSearch({ select: readReserveSearch })}
        onSearch={(search) => void navigate({ search: readReserveSearch(search), replace: true })}
        addAction={addAction}
        stepsOf={mayEdit ? stepsOf : null}
      />
      {dialogs}
    </>
  )
}
