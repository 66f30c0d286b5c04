import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { CsvOfRows } from '../../ui/csv-button.tsx'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { useWords } from '../../words/words.tsx'
import classes from './what-if.module.css'
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
  const region = useId()
  const [isOpen, setOpen] = useState(!isFolded)

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
        <CsvOfRows columns={columns} rows={rows} fileName={fileName} of={label} />
      </div>
      <div id={region}>{isOpen && <ListTable label={label} rows={rows} rowKey={rowKey} columns={columns} />}</div>
    </div>
  )
}
