import { useId } from 'react'
import classes from './light-select.module.css'

interface Option {
  readonly value: string
  readonly label: string
}

interface Props {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onChange: (value: string) => void
}

/**
 * A choice with the look of the others that costs a fifth of them to draw: lists have six, before their first row. Forms, which need
 * hints and errors, have the library's.
 */
export function LightSelect({ label, value, options, onChange }: Props) {
  const id = useId()
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
