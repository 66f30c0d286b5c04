import type { Import, RowIssue } from '@commonweal/contracts/imports'
import { Button } from '@mantine/core'
import { IconChevronDown, IconTableDown } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { csvOf } from '../ui/csv.ts'
import { saveFile } from '../ui/save-file.ts'
import { Count, Missing, Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import classes from './issue-list.module.css'
import { groupIssues, sayIssue, type IssueGroup } from './issue-words.ts'
import '../words/of/imports.ts'

/** Faults, warnings, conflicts and rows the package no longer has; lists without entries are left out. */
export function IssueLists({ run }: { run: Import }) {
  const { t } = useWords()
  return (
    <>
      <IssueList name="faults" title={t('imports:list.faults')} issues={run.faults} total={run.faultsTotal} />
      <IssueList
        name="warnings"
        title={t('imports:list.warnings')}
        hint={t('imports:list.warningsHint')}
        issues={run.warnings}
      />
      <IssueList
        name="conflicts"
        title={t('imports:list.conflicts')}
        hint={t('imports:list.conflictsHint')}
        issues={run.conflicts}
      />
      <IssueList
        name="absent"
        title={t('imports:list.absent')}
        hint={t('imports:list.absentHint')}
        issues={run.absent}
      />
    </>
  )
}

interface Props {
  readonly name: string
  readonly title: string
  readonly hint?: string
  readonly issues: readonly RowIssue[]
  /** More than are listed, where the server says so. */
  readonly total?: number
}

function IssueList({ name, title, hint, issues, total = issues.length }: Props) {
  const { t, locale } = useWords()
  const { slug } = useCommunity()
  if (issues.length === 0) return null
  const groups = groupIssues(issues)
  const number = (value: number) => new Intl.NumberFormat(locale).format(value)

  function download() {
    const text = (of: keyof RowIssue, header: string) => ({
      name: of,
      header,
      cell: () => null,
      csv: (issue: RowIssue) => issue[of],
    })
    const columns = [
      text('file', t('imports:list.file')),
      text('line', t('imports:list.line')),
      text('column', t('imports:list.column')),
      text('code', t('imports:list.code')),
      {
        name: 'meaning',
        header: t('imports:list.meaning'),
        cell: () => null,
        csv: ({ code }: RowIssue) => sayIssue(t, code),
      },
      text('value', t('imports:list.value')),
    ]
    saveFile(`${slug}-${name}.csv`, new Blob([csvOf(columns, issues)], { type: 'text/csv;charset=utf-8' }))
  }

  return (
    <section className={classes.list} aria-label={title}>
      <div className={classes.head}>
        <h3>
          {title} <span className={classes.count}>{number(total)}</span>
        </h3>
        <Button
          variant="subtle"
          size="sm"
          leftSection={<IconTableDown aria-hidden="true" size={18} />}
          onClick={download}
        >
          {t('imports:list.download')}
        </Button>
      </div>
      {hint && <p className={classes.hint}>{hint}</p>}
      {total > issues.length && (
        <p className={classes.hint}>
          {t('imports:list.listed', { listed: number(issues.length), total: number(total) })}
        </p>
      )}
      {groups.map((group) => (
        <Group key={group.key} group={group} isOpenAtFirst={groups.length <= 3} />
      ))}
    </section>
  )
}

const shownAtFirst = 20

function Group({
  group: { file, column, code, issues },
  isOpenAtFirst,
}: {
  group: IssueGroup
  isOpenAtFirst: boolean
}) {
  const { t } = useWords()
  const [shown, setShown] = useState(shownAtFirst)
  const rest = issues.length - shown
  const hasPlaces = issues.some(({ line, value }) => line !== null || value !== null)
  const summary = (
    <span className={classes.summary}>
      <span className={classes.sentence}>{sayIssue(t, code)}</span>
      <span className={classes.place}>
        <Own>{column ? t('imports:list.place', { file, column }) : file}</Own>
      </span>
      {issues.length > 1 && <span className={classes.times}>{t('imports:list.times', { count: issues.length })}</span>}
    </span>
  )
  if (!hasPlaces) return <div className={classes.alone}>{summary}</div>
  return (
    <details className={classes.group} open={isOpenAtFirst}>
      <summary>
        <IconChevronDown aria-hidden="true" size={18} />
        {summary}
      </summary>
      <Table>
        {issues.slice(0, shown).map(({ line, value }, index) => (
          <tr key={`${line} ${value} ${index}`}>
            <th scope="row">{line === null ? t('imports:list.wholeFile') : <Count value={line} />}</th>
            <td>{value === null || value === '' ? <Missing /> : <Own>{value}</Own>}</td>
          </tr>
        ))}
      </Table>
      {rest > 0 && (
        <Button variant="subtle" size="sm" onClick={() => setShown(issues.length)}>
          {t('imports:list.more', { count: rest })}
        </Button>
      )}
    </details>
  )
}

function Table({ children }: { children: ReactNode }) {
  const { t } = useWords()
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('imports:list.line')}</th>
          <th scope="col">{t('imports:list.value')}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
