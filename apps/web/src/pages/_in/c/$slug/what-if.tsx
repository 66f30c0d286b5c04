import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useCallback } from 'react'
import { isProblem } from '../../../../http/problem-error.ts'
import { historyQuery } from '../../../../risks/risks.queries.ts'
import { readWhatIfSearch, type WhatIfSearch } from '../../../../risks/what-if/what-if-search.ts'
import { WhatIfView } from '../../../../risks/what-if/what-if.tsx'
import { Empty, Faces } from '../../../../ui/faces.tsx'
import { LinkButton } from '../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useWords } from '../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/what-if')({
  validateSearch: readWhatIfSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { community } = Route.useRouteContext()
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const query = useQuery(historyQuery(community.id))
  const onSearch = useCallback(
    (next: WhatIfSearch) => void navigate({ search: next, replace: true, resetScroll: false }),
    [navigate],
  )
  return (
    <>
      <PageHeader title={t('departures:title')} lead={t('departures:lead')} />
      {isProblem(query.error, 'history-too-large') ? (
        <Empty title={t('departures:tooLarge.title')} body={t('departures:tooLarge.body')} />
      ) : (
        <Faces query={query}>
          {(seen) =>
            seen.history.initiatives.length + (seen.history.pledges?.length ?? 0) === 0 ? (
              <Empty
                title={t('departures:nothing.title')}
                body={t('departures:nothing.body')}
                action={
                  <LinkButton to="/c/$slug/initiatives" params={{ slug: community.slug }}>
                    {t('departures:nothing.action')}
                  </LinkButton>
                }
              />
            ) : (
              <WhatIfView seen={seen} search={search} onSearch={onSearch} />
            )
          }
        </Faces>
      )}
    </>
  )
}
