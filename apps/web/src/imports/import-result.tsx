import type { Import } from '@commonweal/contracts/imports'
import { IconAlertTriangle, IconCircleCheck, IconPlugConnectedX } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Instant } from '../ui/shown.tsx'
import { useWords, type Say } from '../words/words.tsx'
import { CountTable } from './count-table.tsx'
import classes from './import-result.module.css'
import { IssueLists } from './issue-list.tsx'
import '../words/of/imports.ts'

interface Props {
  readonly run: Import
  /** How to go on after a clean check. */
  readonly commit: ReactNode
  readonly links: ReactNode
}

/** What an import found or did. Takes the focus, so that nobody misses the end of a long one. */
export function ImportResult({ run, commit, links }: Props) {
  const { t } = useWords()
  const { timezone } = useCommunity()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [run.id, run.status])
  const isGood = run.status === 'done'
  const Sign = isGood ? IconCircleCheck : run.status === 'interrupted' ? IconPlugConnectedX : IconAlertTriangle
  return (
    <div className={classes.result}>
      <div
        ref={box}
        tabIndex={-1}
        role={isGood ? 'status' : 'alert'}
        className={classes.verdict}
        data-tone={isGood ? 'good' : 'bad'}
      >
        <Sign aria-hidden="true" size={24} />
        <div>
          <p className={classes.sentence}>{sayVerdict(t, run)}</p>
          {run.status === 'refused' && <p>{t('imports:result.faultsHint')}</p>}
          {run.finishedAt && (
            <p className={classes.when}>
              {run.source && `${t('imports:result.source', { source: run.source })} · `}
              <Instant at={run.finishedAt} timeZone={timezone} />
            </p>
          )}
        </div>
      </div>
      {isGood && run.isDryRun && (
        <div className={classes.commit}>
          {changesOf(run) > 0 && <p>{t('imports:commit.lead')}</p>}
          {commit}
        </div>
      )}
      {isGood && !run.isDryRun && <div className={classes.links}>{links}</div>}
      <IssueLists run={run} />
      {run.counts.length > 0 && <CountTable run={run} />}
    </div>
  )
}

function sayVerdict(t: Say, run: Import): string {
  if (run.status === 'interrupted') return t('imports:result.interrupted')
  if (run.status === 'refused') return t('imports:result.faults', { count: run.faultsTotal })
  const count = changesOf(run)
  if (run.isDryRun) return t(count > 0 ? 'imports:result.checked' : 'imports:commit.nothing')
  if (count === 0) return t('imports:result.nothing')
  return t('imports:result.done', { changed: t('imports:result.changed', { count }) })
}

function changesOf({ counts }: Import): number {
  return counts.reduce((sum, { added, changed }) => sum + added + changed, 0)
}
