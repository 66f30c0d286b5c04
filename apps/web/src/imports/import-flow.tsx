import { Button, Checkbox } from '@mantine/core'
import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Checkbox.layer.css'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Failure } from '../ui/faces.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import { useWords } from '../words/words.tsx'
import type { ChosenPackage } from './chosen-package.ts'
import classes from './import-flow.module.css'
import { ImportProgress } from './import-progress.tsx'
import { ImportResult } from './import-result.tsx'
import { importQuery, useRefreshAfter, useStartImport } from './imports.queries.ts'
import { PackageChooser } from './package-chooser.tsx'
import { RefusedPackage } from './refused-package.tsx'
import '../words/of/imports.ts'

interface Props {
  /** The import the address names. */
  readonly importId: string | undefined
  readonly onImport: (importId: string | undefined) => void
  /** Where to look at what came in. */
  readonly links: ReactNode
}

/** What was checked: importing is offered for exactly this. */
interface Checked {
  readonly importId: string
  readonly chosen: ChosenPackage
  readonly isLenient: boolean
}

/** Choose, check without changing anything, import. A failure leaves everything where it was. */
export function ImportFlow({ importId, onImport, links }: Props) {
  const { t } = useWords()
  const { id } = useCommunity()
  const [chosen, setChosen] = useState<ChosenPackage | null>(null)
  const [isLenient, setLenient] = useState(false)
  const [checked, setChecked] = useState<Checked | null>(null)
  const start = useStartImport(id)
  const query = useQuery({ ...importQuery(id, importId ?? ''), enabled: importId !== undefined })
  const run = importId === undefined ? undefined : query.data
  useRefreshAfter(id, run)

  const isRunning = run?.status === 'running'
  const isBusy = start.isPending || isRunning
  const isClean = run?.status === 'done' && run.isDryRun
  const isSame =
    checked !== null && checked.importId === importId && checked.chosen === chosen && checked.isLenient === isLenient

  function begin(isDryRun: boolean) {
    if (!chosen) return
    start.mutate(
      { bytes: chosen.bytes, isDryRun, isLenient },
      {
        onSuccess: (started) => {
          if (isDryRun) setChecked({ importId: started.id, chosen, isLenient })
          onImport(started.id)
        },
      },
    )
  }

  function choose(next: ChosenPackage) {
    setChosen(next)
    start.reset()
    if (!isRunning) onImport(undefined)
  }

  return (
    <div className={classes.flow}>
      <p className={classes.lead}>{t('imports:bringIn.lead')}</p>
      <PackageChooser chosen={chosen} onChoose={choose} isOff={isBusy} />
      {chosen && (
        <>
          <Checkbox
            checked={isLenient}
            disabled={isBusy}
            onChange={(event) => setLenient(event.currentTarget.checked)}
            label={t('imports:lenient.label')}
            description={t('imports:lenient.hint')}
          />
          {!(isClean && isSame) && (
            <Button
              className={classes.action}
              variant={isSame || run?.status === 'done' ? 'default' : 'filled'}
              loading={isBusy}
              onClick={() => begin(true)}
            >
              {t(checked ? 'imports:check.again' : 'imports:check.action')}
            </Button>
          )}
        </>
      )}
      {start.error && (
        <>
          <FormProblem error={start.error} />
          <RefusedPackage error={start.error} />
        </>
      )}
      {start.isPending && <ImportProgress run={null} />}
      {importId !== undefined && !run && query.error && (
        <Failure error={query.error} onRetry={query.refetch} isTrying={query.isFetching} />
      )}
      {isRunning && !start.isPending && <ImportProgress run={run} />}
      {run && !isBusy && (
        <ImportResult
          run={run}
          links={links}
          commit={
            isClean &&
            (isSame ? (
              <Button size="md" onClick={() => begin(false)}>
                {t('imports:commit.action')}
              </Button>
            ) : (
              !chosen && <p>{t('imports:commit.chooseAgain')}</p>
            ))
          }
        />
      )}
    </div>
  )
}
