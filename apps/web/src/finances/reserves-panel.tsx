import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { CommunityLink } from '../session/community-link.tsx'
import { useCommunity, useMay } from '../session/community.tsx'
import { CsvButton } from '../ui/csv-button.tsx'
import { Faces, Loading } from '../ui/faces.tsx'
import { Rows } from '../ui/rows.tsx'
import { Section } from '../ui/section.tsx'
import { Day, Money } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { fetchReserves, reservesPages } from './finances.queries.ts'
import classes from './panels.module.css'
import { useReserveChanges } from './reserve-changes.tsx'
import { reserveColumns } from './reserve-columns.tsx'
import '../words/of/finances.ts'

/** What is put by, as counted on days, the latest first. */
export function ReservesPanel() {
  const { t } = useWords()
  const { id, slug } = useCommunity()
  const mayEdit = useMay()('finances:edit')
  const query = useInfiniteQuery(reservesPages(id, {}))
  const { add, stepsOf, dialogs } = useReserveChanges()
  return (
    <Section
      title={t('finances:reserves.title')}
      actions={
        mayEdit && (
          <Button size="sm" variant="light" onClick={add}>
            {t('finances:reserves.add')}
          </Button>
        )
      }
    >
      <Faces query={query} loading={<Loading lines={3} />}>
        {({ pages }) => (
          <>
            <Rows
              empty={t('finances:reserves.empty')}
              more={query}
              rows={pages
                .flatMap(({ items }) => items)
                .map((one) => ({
                  key: one.id,
                  title: <Money minor={one.amountMinor} currency={one.currency} />,
                  detail: (
                    <>
                      {t('finances:reserves.on')} <Day day={one.on} />
                    </>
                  ),
                  action: mayEdit && stepsOf(one),
                }))}
            />
            {pages[0]?.items.length ? (
              <div className={classes.ways} data-no-print>
                <CommunityLink place="finances/reserves">{t('finances:reserves.all')}</CommunityLink>
                <CsvButton
                  of={t('finances:reserves.title')}
                  columns={reserveColumns(t)}
                  fileName={`${slug}-reserves`}
                  fetchPage={(cursor) => fetchReserves(id, { limit: 200, ...(cursor ? { cursor } : {}) })}
                />
              </div>
            ) : null}
          </>
        )}
      </Faces>
      {dialogs}
    </Section>
  )
}
