import type { ReactNode } from 'react'
import { useWords } from '../../words/words.tsx'
import classes from './resilience.module.css'
import '../../words/of/resilience.ts'

/** How a figure came about, behind one word. */
export function How({ children }: { children: ReactNode }) {
  const { t } = useWords()
  return (
    <details className={classes.how}>
      <summary>{t('resilience:how')}</summary>
      <p>{children}</p>
    </details>
  )
}
