import { Button, Skeleton, VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { isProblem, NoAnswerError } from '../http/problem-error.ts'
import { sayProblem } from '../words/problem-sentence.ts'
import { useWords, type Say } from '../words/words.tsx'
import classes from './faces.module.css'
import { PageHeader } from './page-header.tsx'
import '../words/of/common.ts'

/** What a view needs of a query: enough to choose its face. */
export interface Asked<Data> {
  readonly data: Data | undefined
  readonly error: unknown
  readonly isFetching: boolean
  readonly refetch: () => unknown
}

interface Props<Data> {
  readonly query: Asked<Data>
  readonly loading?: ReactNode
  /** The way up from a page whose header comes with the answer: where none comes, the failure is the page. */
  readonly up?: ReactNode
  readonly children: (data: Data) => ReactNode
}

/** Loading, failure or content. Failure never looks like emptiness; old content stays when asking again fails. */
export function Faces<Data>({ query, loading, up, children }: Props<Data>) {
  const { t } = useWords()
  if (query.data === undefined) {
    if (query.error)
      return (
        <>
          {up && <PageHeader title={sayFailure(t, query.error)} parent={up} />}
          <Failure
            error={query.error}
            onRetry={query.refetch}
            isTrying={query.isFetching}
            isTitled={up !== undefined}
          />
        </>
      )
    return loading ?? <Loading />
  }
  return (
    <>
      {query.error ? (
        <p role="status" className={classes.stale}>
          {t('common:failure.refresh')}
        </p>
      ) : null}
      {children(query.data)}
    </>
  )
}

/** Grey lines in the place of what comes. */
export function Loading({ lines = 6 }: { lines?: number }) {
  const { t } = useWords()
  return (
    <div aria-busy="true" className={classes.loading}>
      <VisuallyHidden role="status">{t('common:loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton
          key={line}
          height={line === 0 ? 28 : 18}
          width={line === 0 ? '40%' : `${92 - ((line * 17) % 40)}%`}
          radius="sm"
        />
      ))}
    </div>
  )
}

/** What is not there did load: the answer is that there is nothing. */
const isMissing = (error: unknown) => isProblem(error, 'not-found')

const sayFailure = (t: Say, error: unknown) => t(isMissing(error) ? 'common:notFound.title' : 'common:failure.title')

export function Failure({
  error,
  onRetry,
  isTrying = false,
  isTitled = false,
}: {
  error: unknown
  onRetry: () => unknown
  isTrying?: boolean
  /** Whether a heading above says already that it did not load. */
  isTitled?: boolean
}) {
  const { t } = useWords()
  const Sign = error instanceof NoAnswerError ? IconPlugConnectedX : IconAlertTriangle
  return (
    <div role="alert" className={classes.face} data-tone="bad">
      <Sign aria-hidden="true" size={32} stroke={1.5} />
      {!isTitled && <h2>{sayFailure(t, error)}</h2>}
      <p>{isMissing(error) ? t('common:notFound.body') : sayProblem(t, error)}</p>
      <Button variant="default" onClick={() => void onRetry()} loading={isTrying}>
        {t('common:retry')}
      </Button>
    </div>
  )
}

/** Nothing here yet, and what to do next. */
export function Empty({ title, body, action }: { title: string; body?: string; action?: ReactNode }) {
  return (
    <div className={classes.face}>
      <h2>{title}</h2>
      {body && <p>{body}</p>}
      {action}
    </div>
  )
}
