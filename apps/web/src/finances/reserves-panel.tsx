import type { ReserveRow } from '@commonweal/contracts/finances'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { decimalOf, sayMoney } from '../money/money.ts'
import { useCommunity, useMay } from '../session/community.tsx'
import { sayDay } from '../time/days.ts'
import { useAnnounce } from '../ui/announcements.tsx'
import { CsvButton } from '../ui/csv-button.tsx'
import { Faces, Loading } from '../ui/faces.tsx'
import type { Column } from '../ui/list-table.tsx'
import { Rows } from '../ui/rows.tsx'
import { Section } from '../ui/section.tsx'
import { Day, Money } from '../ui/shown.tsx'
import { useWords, type Say } from '../words/words.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { fetchReserves, reservesPages, useRemoveReserve } from './finances.queries.ts'
import { ReserveDialog } from './reserve-dialog.tsx'
import '../words/of/finances.ts'

/** What is put by, as counted on days, the latest first. */
export function ReservesPanel() {
  const { t, locale } = useWords()
  const { id, slug } = useCommunity()
  const mayEdit = useMay()('finances:edit')
  const announce = useAnnounce()
  const query = useInfiniteQuery(reservesPages(id))
  const remove = useRemoveReserve(id)
  const [isCounting, setCounting] = useState(false)
  const [leaving, setLeaving] = useState<ReserveRow | null>(null)
  const say = ({ amountMinor, currency }: ReserveRow) => sayMoney(amountMinor, currency, locale)
  return (
    <Section
      title={t('finances:reserves.title')}
      actions={
        mayEdit && (
          <Button size="sm" variant="light" onClick={() => setCounting(true)}>
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
                  action: mayEdit && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={t('finances:removeOne', { name: say(one) })}
                      onClick={() => setLeaving(one)}
                      data-no-print
                    >
                      {t('finances:remove')}
                    </Button>
                  ),
                }))}
            />
            {pages[0]?.items.length ? (
              <div data-no-print>
                <CsvButton
                  of={t('finances:reserves.title')}
                  columns={columnsOf(t)}
                  fileName={`${slug}-reserves`}
                  fetchPage={(cursor) => fetchReserves(id, { limit: 200, ...(cursor ? { cursor } : {}) })}
                />
              </div>
            ) : null}
          </>
        )}
      </Faces>
      {isCounting && <ReserveDialog onClose={() => setCounting(false)} />}
      {leaving && (
        <ConfirmDialog
          title={t('finances:reserves.removeTitle')}
          lead={t('finances:reserves.removeLead', { amount: say(leaving), day: sayDay(leaving.on, locale) })}
          action={t('finances:remove')}
          error={remove.error}
          isSending={remove.isPending}
          onClose={() => setLeaving(null)}
          onConfirm={() =>
            remove.mutate(leaving.id, {
              onSuccess: () => {
                announce(t('finances:reserves.removed'))
                setLeaving(null)
              },
            })
          }
        />
      )}
    </Section>
  )
}

function columnsOf(t: Say): Column<ReserveRow>[] {
  return [
    { name: 'on', header: t('finances:reserves.on'), csv: (row) => row.on },
    { name: 'amount', header: t('finances:amount'), csv: (row) => decimalOf(row.amountMinor, row.currency) },
    { name: 'currency', header: t('finances:currency'), csv: (row) => row.currency },
  ]
}
