import { Button } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { loadLate, OutdatedPageError } from '../http/late-files.ts'
import { useWords } from '../words/words.tsx'
import { Empty, Failure, Loading } from './faces.tsx'
import classes from './late.module.css'
import '../words/of/common.ts'

/** What comes sooner is not announced, in milliseconds. */
const momentMs = 300

interface Props<Part> {
  /** Imports the dialog; the same function each time. */
  readonly load: () => Promise<Part>
  /** Somebody does not want to wait. */
  readonly onClose: () => void
  readonly children: (part: Part) => ReactNode
}

/**
 * A dialog whose code is loaded when it is opened. Until it comes, and where it does not, a small one says so in its place; the page
 * below stays as it is. It is the browser's own, for ours may be what does not load.
 */
export function Late<Part>({ load, onClose, children }: Props<Part>) {
  const { t } = useWords()
  const face = useRef<HTMLDialogElement>(null)
  const [part, setPart] = useState<{ readonly loaded: Part }>()
  const [error, setError] = useState<unknown>()
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let isWanted = true
    const show = () => {
      if (isWanted && !face.current?.open) face.current?.showModal()
    }
    const timer = setTimeout(show, momentMs)
    const bring = async () => {
      try {
        const loaded = await loadLate(load)
        if (!isWanted) return
        // The focus goes back first, so that the dialog to come knows where it came from.
        face.current?.close()
        setPart({ loaded })
      } catch (problem) {
        if (isWanted) setError(problem)
        show()
      }
    }
    void bring()
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [load, attempt])

  if (part) return children(part.loaded)
  const leave = () => {
    face.current?.close()
    onClose()
  }
  const again = () => {
    setError(undefined)
    setAttempt(attempt + 1)
    face.current?.focus()
  }
  // What opened it may stand in a menu that is folded away, where nothing is shown.
  return createPortal(
    <dialog
      ref={face}
      tabIndex={-1}
      className={classes.face}
      aria-label={t(error ? 'common:failure.title' : 'common:loading')}
      onCancel={(event) => {
        // It would be gone before the browser closes it, and so could not give the focus back.
        event.preventDefault()
        leave()
      }}
    >
      {error instanceof OutdatedPageError ? (
        <div role="alert">
          <Empty
            title={t('common:failure.title')}
            body={t('common:late.outdated')}
            action={<Button onClick={() => location.reload()}>{t('common:crash.reload')}</Button>}
          />
        </div>
      ) : error ? (
        <Failure error={error} onRetry={again} />
      ) : (
        <Loading lines={3} />
      )}
      <Button variant="subtle" className={classes.close} onClick={leave}>
        {t('common:close')}
      </Button>
    </dialog>,
    document.body,
  )
}
