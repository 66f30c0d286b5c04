import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { sayProblem } from '../words/problem-sentence.ts'
import { useWords } from '../words/words.tsx'
import classes from './form-problem.module.css'

/** Why sending a form was refused; takes the focus so that it is not overlooked. */
export function FormProblem({ error }: { error: unknown }) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) box.current?.focus()
  }, [error])
  if (!error) return null
  return (
    <div ref={box} role="alert" tabIndex={-1} className={classes.problem}>
      <IconAlertTriangle aria-hidden="true" size={20} />
      <span>{sayProblem(t, error)}</span>
    </div>
  )
}
