import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { ProblemError } from '../http/problem-error.ts'
import { sayProblem } from '../words/problem-sentence.ts'
import { useWords } from '../words/words.tsx'
import type { FieldOfProblem } from './form-errors.ts'
import classes from './form-problem.module.css'

interface Props {
  readonly error: unknown
  /** What the form says at its fields; it is not said here too. */
  readonly atFields?: FieldOfProblem
}

/** Why sending a form was refused, said once: at the field it concerns, or here. Either takes the focus, so that it is not overlooked. */
export function FormProblem({ error, atFields = {} }: Props) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [saidAtField, setSaidAtField] = useState<unknown>(null)
  const lead = useEffectEvent(() => {
    const name = error instanceof ProblemError ? atFields[error.code as keyof FieldOfProblem] : undefined
    const field = name && box.current?.closest('form')?.querySelector<HTMLElement>(`[data-path="${CSS.escape(name)}"]`)
    if (field) setSaidAtField(error)
    ;(field || box.current)?.focus()
  })
  useLayoutEffect(() => {
    if (error) lead()
  }, [error])
  if (!error || error === saidAtField) return null
  return (
    <div ref={box} role="alert" tabIndex={-1} className={classes.problem}>
      <IconAlertTriangle aria-hidden="true" size={20} />
      <span>{sayProblem(t, error)}</span>
    </div>
  )
}
