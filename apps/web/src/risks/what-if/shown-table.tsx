import { Button } from '@mantine/core'
import { IconTableDown } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useAnnounce } from '../../ui/announcements.tsx'
import { csvOf } from '../../ui/csv.ts'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useWords } from '../../words/words.tsx'
import classes from './what-if.module.css'
import '../../words/of/common.ts'
import '../../words/of/departures.ts'

interface Props<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly columns: readonly Column<Row>[]
  readonly fileName: string
  /** Behind a button where the same is drawn above. */
  readonly isFolded?: boolean
}

/** Rows as a table and as CSV. */
export function ShownTable<Row>({ label, rows, rowKey, columns, fileName, isFolded = false }: Props<Row>) {
  const { t } = useWords()
  const announce = useAnnounce()
  const region = useId()
  const [isOpen, setOpen] = useState(!isFolded)

  function download() {
    saveFile(`${fileName}.csv`, new Blob([csvOf(columns, rows)], { type: 'text/csv;charset=utf-8' }))
    announce(t('common:list.csvDone', { count: rows.length }))
  }

  return (
    <div className={classes.table}>
      <div className={classes.tools} data-no-print>
        {isFolded && (
          <Button
            variant="default"
            size="sm"
            aria-expanded={isOpen}
            aria-controls={region}
            aria-label={`${t(isOpen ? 'departures:table.close' : 'departures:table.open')}: ${label}`}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'departures:table.close' : 'departures:table.open')}
          </Button>
        )}
        <Button
          variant="subtle"
          size="sm"
          aria-label={`${t('departures:table.download')}: ${label}`}
          leftSection={<IconTableDown aria-hidden="true" size={18} />}
          onClick={download}
        >
          {t('departures:table.download')}
        </Button>
      </div>
      <div id={region}>{isOpen && <ListTable label={label} rows={rows} rowKey={rowKey} columns={columns} />}</div>
    </div>
  )
}
