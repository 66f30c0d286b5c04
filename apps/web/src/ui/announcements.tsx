import { CloseButton } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react'
import { useWords } from '../words/words.tsx'
import classes from './announcements.module.css'
import '../words/of/common.ts'

const Context = createContext<(sentence: string) => void>(() => {})

/** Says that something worked: shown for a while, and read out without taking the focus. */
export function useAnnounce(): (sentence: string) => void {
  return use(Context)
}

const shownForMs = 8000

export function Announcements({ children }: { children: ReactNode }) {
  const { t } = useWords()
  const [news, setNews] = useState<{ sentence: string } | null>(null)
  const announce = useCallback((sentence: string) => setNews({ sentence }), [])

  useEffect(() => {
    if (!news) return
    const timer = setTimeout(() => setNews(null), shownForMs)
    return () => clearTimeout(timer)
  }, [news])

  return (
    <Context value={announce}>
      {children}
      <div role="status" aria-live="polite" className={classes.region} data-no-print>
        {news && (
          <div className={classes.news}>
            <IconCircleCheck aria-hidden="true" size={20} />
            <span>{news.sentence}</span>
            <CloseButton
              aria-label={t('common:close')}
              onClick={() => setNews(null)}
              c="inherit"
              variant="transparent"
            />
          </div>
        )}
      </div>
    </Context>
  )
}
