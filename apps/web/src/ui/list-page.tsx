import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.tsx'
import { CsvButton } from './csv-button.tsx'
import { Empty, Faces, type Asked } from './faces.tsx'
import { LatePart } from './late-part.tsx'
import { ListFilters, type Choice, type Filter, type Search } from './list-filters.tsx'
import classes from './list-page.module.css'
import { ListTable, type Column } from './list-table.tsx'
import { useIsDrawn } from './use-is-drawn.ts'
import '../words/of/common.ts'

// Where it does not come, the address of the page can be copied as ever.
const loadCopyLink = async () => (await import('./copy-link-button.tsx')).CopyLinkButton

interface Pages<Row> {
  readonly pages: readonly { readonly items: readonly Row[]; readonly nextCursor: string | null }[]
}

interface Props<Row> {
  readonly label: string
  readonly searchLabel?: string
  readonly search: Search
  readonly onSearch: (next: Search) => void
  readonly filters: readonly Filter[]
  /** The first one is the order without a choice. */
  readonly sorts: readonly Choice[]
  readonly query: Asked<Pages<Row>> & {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly isPlaceholderData: boolean
    readonly fetchNextPage: () => unknown
  }
  readonly rowKey: (row: Row) => string
  readonly columns: readonly Column<Row>[]
  /** What to say and offer while there is nothing at all. */
  readonly empty: ReactNode
  readonly csv: {
    readonly fileName: string
    readonly fetchPage: (cursor: string | null) => Promise<Pages<Row>['pages'][number]>
  }
}

/** A list whose words, filters and order live in the URL; the page gives rows, columns and words. */
export function ListPage<Row>(props: Props<Row>) {
  const { t } = useWords()
  const { label, search, onSearch, sorts, query, columns, rowKey, csv } = props
  const isFiltered = Object.entries(search).some(([name, value]) => name !== 'sort' && value)
  const isDrawn = useIsDrawn()
  const count = query.data?.pages.reduce((sum, page) => sum + page.items.length, 0) ?? 0

  return (
    <>
      <ListFilters {...props} />
      <div className={classes.status}>
        <p role="status">
          {query.data && t(query.hasNextPage ? 'common:list.shownMore' : 'common:list.shown', { count })}
        </p>
        <div className={classes.tools} data-no-print>
          {isFiltered && (
            <Button variant="subtle" size="sm" onClick={() => onSearch(search['sort'] ? { sort: search['sort'] } : {})}>
              {t('common:list.clearFilters')}
            </Button>
          )}
          {(isFiltered || search['sort']) && (
            <LatePart load={loadCopyLink} instead={null}>
              {(CopyLinkButton) => <CopyLinkButton />}
            </LatePart>
          )}
          {isDrawn && count > 0 && <CsvButton columns={columns} fileName={csv.fileName} fetchPage={csv.fetchPage} />}
        </div>
      </div>
      <Faces query={query}>
        {({ pages }) =>
          count === 0 ? (
            isFiltered ? (
              <Empty title={t('common:list.nothingFound')} body={t('common:list.nothingFoundBody')} />
            ) : (
              props.empty
            )
          ) : (
            <div
              className={classes.rows}
              data-waiting={query.isPlaceholderData || undefined}
              aria-busy={query.isPlaceholderData}
            >
              <ListTable
                label={label}
                rows={pages.flatMap(({ items }) => items)}
                rowKey={rowKey}
                columns={columns}
                sort={search['sort'] ?? sorts[0]?.value}
                onSort={(sort) => onSearch({ ...search, sort: sort === sorts[0]?.value ? undefined : sort })}
              />
              {isDrawn && query.hasNextPage && (
                <Button
                  className={classes.more}
                  variant="default"
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                  data-no-print
                >
                  {t('common:list.more')}
                </Button>
              )}
            </div>
          )
        }
      </Faces>
    </>
  )
}
