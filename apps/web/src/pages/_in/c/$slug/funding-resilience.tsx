import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useCallback } from 'react'
import { isProblem } from '../../../../http/problem-error.ts'
import { readResilienceSearch, type ResilienceSearch } from '../../../../risks/resilience/resilience-search.ts'
import { Resilience } from '../../../../risks/resilience/resilience.tsx'
import { historyQuery, timelineQuery } from '../../../../risks/risks.queries.ts'
import { Empty, Faces } from '../../../../ui/faces.tsx'
import { LinkButton } from '../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useWords } from '../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/funding-resilience')({
  validateSearch: readResilienceSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { community } = Route.useRouteContext()
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const history = useQuery(historyQuery(community.id))
  const timeline = useQuery(timelineQuery(community.id))
  const onSearch = useCallback(
    (next: ResilienceSearch) => void navigate({ search: next, replace: true, resetScroll: false }),
    [navigate],
  )
  return (
    <>
      <PageHeader title={t('resilience:title')} lead={t('resilience:lead')} />
      {isProblem(history.error, 'history-too-large') ? (
        <Empty title={t('departures:tooLarge.title')} body={t('departures:tooLarge.body')} />
      ) : (
        <Faces query={history}>
          {(seen) =>
            (seen.history.pledges?.length ?? 0) === 0 ? (
              <Empty
                title={t('resilience:noIncome.title')}
                body={t('resilience:noIncome.body')}
                action={
                  <LinkButton to="/c/$slug/pledges" params={{ slug: community.slug }}>
                    {t('resilience:noIncome.action')}
                  </LinkButton>
                }
              />
            ) : (
              <Faces query={timeline}>
                {(read) => <Resilience seen={seen} timeline={read} search={search} onSearch={onSearch} />}
              </Faces>
            )
          }
        </Faces>
      )}
    </>
  )
}
