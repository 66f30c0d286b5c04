import type { MonthReading } from '@commonweal/domain/risks/timeline'
import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { useCommunity } from '../session/community.tsx'
import { CsvOfRows } from '../ui/csv-button.tsx'
import type { Column } from '../ui/list-table.tsx'
import { Section } from '../ui/section.tsx'
import { Missing } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { tableColumns } from './timeline-columns.ts'
import classes from './timeline-table.module.css'
import { useVoice } from './voice.ts'
import '../words/of/risks.ts'

interface Props {
  readonly months: readonly MonthReading[]
  readonly position: number
  readonly onMove: (position: number) => void
}

/** The same months as numbers: for a screen reader, for a spreadsheet, for who does not trust a picture. */
export function TimelineTable({ months, position, onMove }: Props) {
  const { t } = useWords()
  const v = useVoice()
  const { slug } = useCommunity()
  const region = useId()
  const [isOpen, setOpen] = useState(false)
  const columns = tableColumns(v)

  const inFile: readonly Column<MonthReading>[] = [
    { name: 'month', header: t('risks:table.month'), csv: (one) => one.month },
    ...columns.flatMap(({ flag, columns }) =>
      columns.map(({ name, header, value }) => ({
        name: `${flag} ${name}`,
        header: t('risks:table.columnOf', { flag: t(`risks:flag.${flag}`), column: header }),
        csv: value,
      })),
    ),
  ]

  return (
    <Section
      title={t('risks:table.title')}
      isFolded={!isOpen}
      actions={
        <>
          <Button
            variant="default"
            size="sm"
            aria-expanded={isOpen}
            aria-controls={region}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'risks:table.close' : 'risks:table.open')}
          </Button>
          <CsvOfRows columns={inFile} rows={months} fileName={`${slug}-vital-signs`} of={t('risks:table.title')} />
        </>
      }
    >
      <div id={region}>
        {isOpen && (
          // A region that scrolls has to be reachable by keyboard.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <div className={classes.scroll} role="region" aria-label={t('risks:table.scroll')} tabIndex={0}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col" rowSpan={2}>
                    {t('risks:table.month')}
                  </th>
                  {columns.map(({ flag, columns }) => (
                    <th key={flag} scope="colgroup" colSpan={columns.length} className={classes.group}>
                      {t(`risks:flag.${flag}`)}
                    </th>
                  ))}
                </tr>
                <tr>
                  {columns.flatMap(({ flag, columns }) =>
                    columns.map(({ name, header }, index) => (
                      <th key={`${flag} ${name}`} scope="col" data-first={index === 0 || undefined}>
                        {header}
                      </th>
                    )),
                  )}
                </tr>
              </thead>
              <tbody>
                {months
                  .map((month, at) => (
                    <tr key={month.month} data-chosen={at === position || undefined}>
                      <th scope="row">
                        <button type="button" aria-current={at === position || undefined} onClick={() => onMove(at)}>
                          {v.month(month.month)}
                        </button>
                      </th>
                      {columns.flatMap(({ flag, columns }) =>
                        columns.map(({ name, value }, index) => (
                          <td key={`${flag} ${name}`} data-first={index === 0 || undefined}>
                            {value(month) ?? <Missing />}
                          </td>
                        )),
                      )}
                    </tr>
                  ))
                  .toReversed()}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </Section>
  )
}
