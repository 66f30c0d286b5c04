import { queryOptions } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { SearchPicker } from '../ui/search-picker.tsx'
import { currenciesIn, sayCurrency } from '../words/currencies.ts'
import { useWords } from '../words/words.tsx'
import '../words/of/common.ts'

interface Props {
  readonly label: string
  /** Three letters; empty where none is chosen. */
  readonly value?: string
  readonly onChange: (code: string) => void
  readonly error?: ReactNode
  readonly isRequired?: boolean
  readonly 'data-path'?: string
}

/** Finds a currency by some letters of its name, or by its three. */
export function CurrencyField({ value = '', onChange, ...field }: Props) {
  const { t, locale } = useWords()
  return (
    <SearchPicker
      {...field}
      value={value ? { id: value, name: sayCurrency(value, locale) } : null}
      onChange={(chosen) => onChange(chosen?.id ?? '')}
      find={() => queryOptions({ queryKey: ['currencies', locale], queryFn: () => currenciesIn(locale) })}
      nothing={t('common:picker.noCurrency')}
    />
  )
}
