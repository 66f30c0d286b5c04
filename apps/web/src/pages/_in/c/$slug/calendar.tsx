import { createFileRoute } from '@tanstack/react-router'
import { readMonthSearch } from '../../../../calendars/month-search.ts'
import { CalendarFile } from '../../../../calendars/calendar-file.tsx'
import { WhatIsOn } from '../../../../calendars/what-is-on.tsx'
import { LinkButton } from '../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useWords } from '../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/calendar')({
  validateSearch: readMonthSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const { month } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <>
      <PageHeader title={t('calendars:title')} lead={t('calendars:lead')} actions={<CalendarFile />} />
      <WhatIsOn
        month={month}
        onMonth={(to) => void navigate({ search: to ? { month: to } : {}, replace: true, resetScroll: false })}
        emptyAction={
          <LinkButton to="/c/$slug/spaces" params={{ slug }}>
            {t('calendars:toSpaces')}
          </LinkButton>
        }
      />
    </>
  )
}
