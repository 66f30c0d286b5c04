import { Button } from '@mantine/core'
import { isNotFound, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { NoAnswerError, ProblemError } from '../http/problem-error.ts'
import { Empty, Failure } from '../ui/faces.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useWords } from '../words/words.tsx'
import classes from './plain-page.module.css'
import '../words/of/common.ts'

/** What a person sees when a page cannot be shown: a server that does not answer, or a fault of ours. */
export function Crash({ error, reset }: ErrorComponentProps) {
  const { t } = useWords()
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  if (isNotFound(error)) throw error
  return (
    <div className={classes.page}>
      {error instanceof NoAnswerError || error instanceof ProblemError ? (
        <>
          <PageHeader title={t('common:failure.title')} />
          <Failure error={error} onRetry={again} isTitled />
        </>
      ) : (
        <Empty
          title={t('common:crash.title')}
          body={t('common:crash.body')}
          action={<Button onClick={() => location.reload()}>{t('common:crash.reload')}</Button>}
        />
      )}
    </div>
  )
}
