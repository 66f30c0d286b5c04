import { Button } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { loadLate, OutdatedPageError } from '../http/late-files.ts'
import { useWords } from '../words/words.tsx'
import '../words/of/common.ts'

/** Parts that came once, by what loads them: they are drawn at once the next time. */
const parts = new WeakMap<object, unknown>()

interface Props<Part> {
  /** Imports the part; the same function each time. */
  readonly load: () => Promise<Part>
  readonly waiting?: ReactNode
  /** What does instead where the part does not come; without it that is said, with a way to try again. */
  readonly instead?: ReactNode
  readonly children: (part: Part) => ReactNode
}

/** A part within a page whose code comes after the rest. Where it does not come, the page stays as it is. */
export function LatePart<Part>({ load, waiting = null, instead, children }: Props<Part>) {
  const { t } = useWords()
  const [part, setPart] = useState(() => (parts.has(load) ? { loaded: parts.get(load) as Part } : undefined))
  const [error, setError] = useState<unknown>()
  const isHere = part !== undefined

  useEffect(() => {
    if (isHere || error) return
    let isWanted = true
    const bring = async () => {
      try {
        const loaded = await loadLate(load)
        parts.set(load, loaded)
        if (isWanted) setPart({ loaded })
      } catch (problem) {
        if (isWanted) setError(problem)
      }
    }
    void bring()
    return () => {
      isWanted = false
    }
  }, [load, isHere, error])

  if (part) return children(part.loaded)
  if (!error) return waiting
  if (instead !== undefined) return instead
  const isOutdated = error instanceof OutdatedPageError
  return (
    <div role="alert">
      {t('common:failure.title')}{' '}
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => (isOutdated ? location.reload() : setError(undefined))}
      >
        {t(isOutdated ? 'common:crash.reload' : 'common:retry')}
      </Button>
    </div>
  )
}
