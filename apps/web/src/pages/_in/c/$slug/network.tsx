import { networkReader } from '@commonweal/domain/risks/network/network-at'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { monthsOfNetwork } from '../../../../risks/network/months-of-network.ts'
import { changedSearch, type NetworkChange, readNetworkSearch } from '../../../../risks/network/network-search.ts'
import { NetworkView } from '../../../../risks/network/network-view.tsx'
import { historyQuery, type SeenHistory } from '../../../../risks/risks.queries.ts'
import { sayDay } from '../../../../time/days.ts'
import { Empty, Faces } from '../../../../ui/faces.tsx'
import { LinkButton } from '../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useWords } from '../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/network')({
  validateSearch: readNetworkSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { community } = Route.useRouteContext()
  const query = useQuery(historyQuery(community.id))
  return (
    <>
      <PageHeader title={t('network:title')} lead={t('network:lead')} />
      <Faces query={query}>{(seen) => <Content seen={seen} />}</Faces>
    </>
  )
}

function Content({ seen: { history, today } }: { seen: SeenHistory }) {
  const { slug } = Route.useParams()
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const reader = useMemo(() => networkReader(history), [history])
  const months = useMemo(() => monthsOfNetwork(history, reader.firstMonth, today), [history, reader, today])
  const onSearch = useCallback(
    (change: NetworkChange) =>
      void navigate({ search: (before) => changedSearch(before, change), replace: true, resetScroll: false }),
    [navigate],
  )
  const onOpen = useCallback(
    (partnerId: string) => void navigate({ to: '/c/$slug/partners/$partnerId', params: { slug, partnerId } }),
    [navigate, slug],
  )
  const hasTies = history.participations.length > 0
  if (!hasTies || months.length === 0) return <Nothing through={hasTies ? history.dataCompleteThrough : null} />
  return (
    <NetworkView
      history={history}
      reader={reader}
      months={months}
      search={search}
      onSearch={onSearch}
      onOpen={onOpen}
    />
  )
}

/** Nobody is tied, or nothing is known of the months in which somebody was. */
function Nothing({ through }: { through: string | null }) {
  const { t, locale } = useWords()
  const { slug } = Route.useParams()
  return (
    <Empty
      title={t(through === null ? 'network:empty.title' : 'network:empty.unknownTitle')}
      body={
        through === null ? t('network:empty.body') : t('network:empty.unknownBody', { day: sayDay(through, locale) })
      }
      action={
        <LinkButton to="/c/$slug/initiatives" params={{ slug }}>
          {t('network:empty.action')}
        </LinkButton>
      }
    />
  )
}
