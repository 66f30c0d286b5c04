import type { FileCount, Import } from '@commonweal/contracts/imports'
import { useId } from 'react'
import { Count, Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import classes from './count-table.module.css'
import '../words/of/imports.ts'

const columns = ['rows', 'added', 'changed', 'unchanged', 'conflicts', 'absent'] as const
type Column = (typeof columns)[number]

/** What happened, or would happen, to each file's rows. */
export function CountTable({ run }: { run: Import }) {
  const { t } = useWords()
  const id = useId()
  // A refused package was not compared with what is here: only its rows are known.
  const shown = run.status === 'refused' ? columns.slice(0, 1) : columns
  const total = (name: Column) => run.counts.reduce((sum, count) => sum + count[name], 0)
  // Where there is little room, a column of nothing but zeros makes way.
  const isEmpty = (name: Column) => total(name) === 0 || undefined
  return (
    <div>
      <h3 id={id} className={classes.title}>
        {t('imports:counts.title')}
      </h3>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by keyboard */}
      <div className={classes.scroll} role="region" aria-labelledby={id} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('imports:counts.file')}</th>
              {shown.map((name) => (
                <th key={name} scope="col" data-numeric data-empty={isEmpty(name)}>
                  {t(`imports:counts.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {run.counts.map((count) => (
              <Row key={count.file} count={count} shown={shown} isEmpty={isEmpty} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('imports:counts.total')}</th>
              {shown.map((name) => (
                <td key={name} data-numeric data-empty={isEmpty(name)}>
                  <Count value={total(name)} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  )
}

interface RowProps {
  readonly count: FileCount
  readonly shown: readonly Column[]
  readonly isEmpty: (name: Column) => true | undefined
}

function Row({ count, shown, isEmpty }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <Own>{count.file}</Own>
      </th>
      {shown.map((name) => (
        <td
          key={name}
          data-numeric
          data-empty={isEmpty(name)}
          data-nothing={count[name] === 0 || undefined}
          data-attention={(name === 'conflicts' && count[name] > 0) || undefined}
        >
          <Count value={count[name]} />
        </td>
      ))}
    </tr>
  )
}
