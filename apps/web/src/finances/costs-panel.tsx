import type { CostRow } from '@commonweal/contracts/finances'
import { Button, Group } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { decimalOf } from '../money/money.ts'
import { CommunityLink } from '../session/community-link.tsx'
import { useCommunity, useMay } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { CsvButton } from '../ui/csv-button.tsx'
import { Faces } from '../ui/faces.tsx'
import type { Choice } from '../ui/list-filters.tsx'
import type { Column } from '../ui/list-table.tsx'
import { Rows } from '../ui/rows.tsx'
import { Section } from '../ui/section.tsx'
import { Day, Money, Own } from '../ui/shown.tsx'
import { useWords, type Say } from '../words/words.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { CostDialog } from './cost-dialog.tsx'
import { costsPages, fetchCosts, useRemoveCost } from './finances.queries.ts'
import '../words/of/common.ts'
import '../words/of/finances.ts'

/** What the community is committed to pay, latest due first. */
export function CostsPanel({ initiatives }: { initiatives: readonly Choice[] }) {
  const { t } = useWords()
  const { id, slug } = useCommunity()
  const mayEdit = useMay()('finances:edit')
  const announce = useAnnounce()
  const query = useInfiniteQuery(costsPages(id))
  const remove = useRemoveCost(id)
  const [opened, setOpened] = useState<CostRow | 'new' | null>(null)
  const [leaving, setLeaving] = useState<CostRow | null>(null)
  return (
    <Section
      title={t('finances:costs.title')}
      actions={
        mayEdit && (
          <Button size="sm" variant="light" onClick={() => setOpened('new')}>
            {t('finances:costs.add')}
          </Button>
        )
      }
    >
      <Faces query={query}>
        {({ pages }) => (
          <>
            <Rows
              empty={t('finances:costs.empty')}
              more={query}
              rows={pages
                .flatMap(({ items }) => items)
                .map((cost) => ({
                  key: cost.id,
                  title: (
                    <>
                      <Own>{cost.label}</Own> · <Money minor={cost.amountMinor} currency={cost.currency} />
                    </>
                  ),
                  detail: (
                    <>
                      {t('finances:costs.dueOn')} <Day day={cost.dueOn} />
                      {cost.initiativeId && (
                        <>
                          {' · '}
                          <CommunityLink place={`initiatives/${cost.initiativeId}`}>
                            <Own>{cost.initiative}</Own>
                          </CommunityLink>
                        </>
                      )}
                    </>
                  ),
                  action: mayEdit && (
                    <Group gap="xs" data-no-print>
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={t('finances:editOne', { name: cost.label })}
                        onClick={() => setOpened(cost)}
                      >
                        {t('finances:edit')}
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={t('finances:removeOne', { name: cost.label })}
                        onClick={() => setLeaving(cost)}
                      >
                        {t('finances:remove')}
                      </Button>
                    </Group>
                  ),
                }))}
            />
            {pages[0]?.items.length ? (
              <div data-no-print>
                <CsvButton
                  of={t('finances:costs.title')}
                  columns={columnsOf(t)}
                  fileName={`${slug}-costs`}
                  fetchPage={(cursor) => fetchCosts(id, { limit: 200, ...(cursor ? { cursor } : {}) })}
                />
              </div>
            ) : null}
          </>
        )}
      </Faces>
      {opened && (
        <CostDialog cost={opened === 'new' ? null : opened} initiatives={initiatives} onClose={() => setOpened(null)} />
      )}
      {leaving && (
        <ConfirmDialog
          title={t('finances:costs.removeTitle')}
          lead={t('finances:costs.removeLead', { label: leaving.label })}
          action={t('finances:remove')}
          error={remove.error}
          isSending={remove.isPending}
          onClose={() => setLeaving(null)}
          onConfirm={() =>
            remove.mutate(leaving.id, {
              onSuccess: () => {
                announce(t('finances:costs.removed'))
                setLeaving(null)
              },
            })
          }
        />
      )}
    </Section>
  )
}

function columnsOf(t: Say): Column<CostRow>[] {
  return [
    { name: 'label', header: t('finances:costs.label'), csv: (row) => row.label },
    { name: 'initiative', header: t('finances:costs.initiative'), csv: (row) => row.initiative },
    { name: 'due', header: t('finances:costs.dueOn'), csv: (row) => row.dueOn },
    { name: 'amount', header: t('finances:amount'), csv: (row) => decimalOf(row.amountMinor, row.currency) },
    { name: 'currency', header: t('finances:currency'), csv: (row) => row.currency },
  ]
}
