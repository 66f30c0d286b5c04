import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useWords } from '../words/words.tsx'
import '../words/of/common.ts'

interface Props {
  readonly label: string
  /** `YYYY-MM`; empty where none is chosen. */
  readonly value?: string | undefined
  readonly onChange: (month: string) => void
  /** The earliest that can be chosen. */
  readonly min?: string
  readonly isRequired?: boolean
  readonly error?: ReactNode
  /** By what the form knows the field. */
  readonly 'data-path'?: string
}

const example = '2026-11'

/** A field for a month. Some browsers have none and let the month be typed: until it is one, it stays with the field. */
export function MonthField({ label, value = '', onChange, min, isRequired = false, error, ...field }: Props) {
  const { t } = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const [isHere, setIsHere] = useState(false)
  return (
    <TextInput
      type="month"
      label={label}
      required={isRequired}
      placeholder={example}
      value={typed ?? value}
      error={error || (typed !== null && !isHere && t('common:form.field.month', { example }))}
      onChange={(event) => {
        const text = event.currentTarget.value.trim()
        const isWhole = text === '' || /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text)
        setTyped(isWhole ? null : event.currentTarget.value)
        if (isWhole) onChange(text)
      }}
      onFocus={() => setIsHere(true)}
      onBlur={() => setIsHere(false)}
      {...(min === undefined ? {} : { min })}
      {...field}
    />
  )
}
