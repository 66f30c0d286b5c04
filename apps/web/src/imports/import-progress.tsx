import type { Import } from '@commonweal/contracts/imports'
import { useId } from 'react'
import { useWords, type Say } from '../words/words.tsx'
import classes from './import-progress.module.css'
import '../words/of/imports.ts'

/** How far an import is; null while the package is still being sent. */
export function ImportProgress({ run }: { run: Import | null }) {
  const { t, locale } = useWords()
  const id = useId()
  const isMeasured = run?.phase === 'writing' && run.rowsTotal > 0
  return (
    <div className={classes.progress}>
      <p id={id} className={classes.title}>
        {run && <b>{t(run.isDryRun ? 'imports:progress.dry' : 'imports:progress.real')}</b>}
        {/* Spoken by phase, not by every hundred rows. */}
        <span className={classes.phase}>{sayPhase(t, run, locale)}</span>
      </p>
      <progress
        aria-labelledby={id}
        className={classes.bar}
        {...(isMeasured ? { value: Math.min(run.rowsDone, run.rowsTotal), max: run.rowsTotal } : {})}
      />
      {run && !run.isDryRun && <p className={classes.hint}>{t('imports:progress.leave')}</p>}
    </div>
  )
}

function sayPhase(t: Say, run: Import | null, locale: string): string {
  if (!run) return t('imports:progress.sending')
  const number = (value: number) => new Intl.NumberFormat(locale).format(value)
  switch (run.phase) {
    case 'reading':
      return t('imports:progress.reading', { count: run.rowsTotal })
    case 'checking':
      return t('imports:progress.checking', { total: number(run.rowsTotal) })
    case 'writing':
      return t('imports:progress.writing', {
        done: number(Math.min(run.rowsDone, run.rowsTotal)),
        total: number(run.rowsTotal),
      })
    case 'finished':
      return t('imports:progress.finished')
  }
}
