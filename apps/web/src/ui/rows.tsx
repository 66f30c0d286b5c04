import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useWords } from '../words/words.tsx'
import classes from './rows.module.css'
import '../words/of/common.ts'

export interface PlainRow {
  readonly key: string
  readonly title: ReactNode
  readonly detail?: ReactNode
  /** A word at the end of the row. */
  readonly mark?: ReactNode
  readonly action?: ReactNode
}

const shownAtFirst = 8

/** Where more rows lie on the server. */
export interface MoreRows {
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => unknown
}

interface Props {
  readonly rows: readonly PlainRow[]
  readonly empty: string
  readonly more?: MoreRows
}

/** A short list of things inside a section; a long one unfolds, and then asks for the next page. */
export function Rows({ rows, empty, more }: Props) {
  const { t } = useWords()
  const [isWhole, setWhole] = useState(false)
  if (rows.length === 0) return <NoRows>{empty}</NoRows>
  const hidden = isWhole ? 0 : Math.max(0, rows.length - shownAtFirst)
  return (
    <>
      <ul className={classes.rows}>
        {rows.slice(0, rows.length - hidden).map(({ key, title, detail, mark, action }) => (
          <li key={key}>
            <div className={classes.text}>
              <div className={classes.title}>{title}</div>
              {detail && <div className={classes.detail}>{detail}</div>}
            </div>
            {mark && <span className={classes.mark}>{mark}</span>}
            {action}
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button className={classes.more} variant="subtle" size="sm" onClick={() => setWhole(true)} data-no-print>
          {t('common:list.showRest', { count: hidden })}
        </Button>
      )}
      {hidden === 0 && more?.hasNextPage && (
        <Button
          className={classes.more}
          variant="subtle"
          size="sm"
          loading={more.isFetchingNextPage}
          onClick={() => {
            setWhole(true)
            more.fetchNextPage()
          }}
          data-no-print
        >
          {t('common:list.more')}
        </Button>
      )}
    </>
  )
}

/** Said in place of rows where there are none. */
export function NoRows({ children }: { children: string }) {
  return <p className={classes.empty}>{children}</p>
}
