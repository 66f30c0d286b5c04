import { Button } from '@mantine/core'
import { IconTableDown } from '@tabler/icons-react'
import { useState } from 'react'
import { sayProblem } from '../words/problem-sentence.ts'
import { useWords } from '../words/words.tsx'
import { useAnnounce } from './announcements.tsx'
import { csvOf } from './csv.ts'
import type { Column } from './list-table.tsx'
import { saveFile } from './save-file.ts'
import '../words/of/common.ts'

interface Props<Row> {
  readonly columns: readonly Column<Row>[]
  readonly fileName: string
  /** Of what, where a page offers several. */
  readonly of?: string
  readonly fetchPage: (
    cursor: string | null,
  ) => Promise<{ readonly items: readonly Row[]; readonly nextCursor: string | null }>
}

interface RowsProps<Row> extends Omit<Props<Row>, 'fetchPage'> {
  readonly rows: readonly Row[]
}

/** Downloads rows that are all on screen. */
export function CsvOfRows<Row>({ rows, ...props }: RowsProps<Row>) {
  return <CsvButton {...props} fetchPage={() => Promise.resolve({ items: rows, nextCursor: null })} />
}

/** Downloads what the filters choose: all of it, not only the rows on screen. */
export function CsvButton<Row>({ columns, fileName, of, fetchPage }: Props<Row>) {
  const { t } = useWords()
  const announce = useAnnounce()
  const [collected, setCollected] = useState<number | null>(null)

  async function download() {
    const rows: Row[] = []
    setCollected(0)
    try {
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<typeof fetchPage>> = await fetchPage(cursor)
        rows.push(...page.items)
        setCollected(rows.length)
        cursor = page.nextCursor
      } while (cursor)
      saveFile(`${fileName}.csv`, new Blob([csvOf(columns, rows)], { type: 'text/csv;charset=utf-8' }))
      announce(t('common:list.csvDone', { count: rows.length }))
    } catch (error) {
      announce(sayProblem(t, error))
    } finally {
      setCollected(null)
    }
  }

  const label = collected === null ? t('common:list.csv') : t('common:list.csvWorking', { count: collected })
  return (
    <Button
      variant="subtle"
      size="sm"
      px="xs"
      data-no-print
      aria-label={of === undefined ? undefined : `${label}: ${of}`}
      disabled={collected !== null}
      leftSection={<IconTableDown aria-hidden="true" size={18} />}
      onClick={() => void download()}
    >
      {label}
    </Button>
  )
}
