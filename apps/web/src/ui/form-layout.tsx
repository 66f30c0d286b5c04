import type { ReactNode } from 'react'
import classes from './form-layout.module.css'

export function FormGrid({ children }: { children: ReactNode }) {
  return <div className={classes.grid}>{children}</div>
}

/** Fields that belong together, two abreast where there is room. */
export function FormPart({
  title,
  isWide = false,
  children,
}: {
  title: string
  isWide?: boolean
  children: ReactNode
}) {
  return (
    <fieldset className={classes.part} data-wide={isWide || undefined}>
      <legend>{title}</legend>
      <div className={classes.fields}>{children}</div>
    </fieldset>
  )
}
