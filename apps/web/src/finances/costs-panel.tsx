import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { CommunityLink } from '../session/community-link.tsx'
import { useCommunity, useMay } from '../session/community.tsx'
import { CsvButton } from '../ui/csv-button.tsx'
import { Faces } from '../ui/faces.tsx'
import { Rows } from '../ui/rows.tsx'
import type { ThingField } from '../ui/search-picker.tsx'
import { Section } from '../ui/section.tsx'
import { Day, Money, Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { useCostChanges } from './cost-changes.tsx'
import { costColumns } from './cost-columns.tsx'
import classes from './panels.module.css'
import { costsPages, fetchCosts } from './finances.queries.ts'
import '../words/of/common.ts'
import '../words/of/finances.ts'

/** What the community is committed to pay, latest due first. */
export function CostsPanel({ initiativeField }: { readonly initiativeField: ThingField }) {
  const { t } = useWords()
  const { id, slug } = useCommunity()
  const mayEdit = useMay()('finances:edit')
  const query = useInfiniteQuery(costsPages(id, {}))
  const { add, stepsOf, dialogs } = useCostChanges(initiativeField)
  return (
    <Section
      title={t('finances:costs.title')}
      actions={
        mayEdit && (
          <Button size="sm" variant="light" onClick={add}>
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
                  action: mayEdit && stepsOf(cost),
                }))}
            />
            {pages[0]?.items.length ? (
              <div className={classes.ways} data-no-print>
                <CommunityLink place="finances/costs">{t('finances:costs.all')}</CommunityLink>
                <CsvButton
                  of={t('finances:costs.title')}
                  columns={costColumns(t)}
                  fileName={`${slug}-costs`}
                  fetchPage={(cursor) => fetchCosts(id, { limit: 200, ...(cursor ? { cursor } : {}) })}
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
