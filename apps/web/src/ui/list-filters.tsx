import { Button, CloseButton, TextInput } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useId, useRef, useState, type CSSProperties, type ReactNode } from 'react'
import { useIsDrawn } from './use-is-drawn.ts'
import { useWords } from '../words/words.tsx'
import { LightSelect } from './light-select.tsx'
import { MonthField } from './month-field.tsx'
import classes from './list-filters.module.css'
import '../words/of/common.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}

export interface Filter {
  readonly name: string
  readonly label: string
  /** A field of its own, where there are too many things to list. Without it and without choices it is a day, or a month. */
  readonly field?: FilterField
  readonly choices?: readonly Choice[]
  readonly isMonth?: boolean
}

/** A field to filter by a thing with; the page lends it. */
export type FilterField = (props: FilterFieldProps) => ReactNode

export interface FilterFieldProps {
  readonly label: string
  /** Id of the thing; nothing where all are shown. */
  readonly value?: string | undefined
  readonly onChange: (id: string) => void
}

export type Search = Readonly<Record<string, string | undefined>>

interface Props {
  readonly search: Search
  readonly onSearch: (next: Search) => void
  /** Without it there are no words to look for. */
  readonly searchLabel?: string
  readonly filters: readonly Filter[]
  readonly sorts: readonly Choice[]
}

const typingPauseMs = 300

export function ListFilters({ search, onSearch, searchLabel, filters, sorts }: Props) {
  const { t } = useWords()
  const panel = useId()
  const [isOpen, setOpen] = useState(false)
  const active = filters.filter(({ name }) => search[name]).length
  const set = (name: string, value: string) => onSearch({ ...search, [name]: value || undefined })

  const fields = filters.length + Number(sorts.length > 0)
  const inLine = inLineOf(fields + Number(searchLabel !== undefined))
  if (!useIsDrawn()) return <Room hasSearch={searchLabel !== undefined} fields={fields} inLine={inLine} />
  return (
    <search className={classes.filters} style={inLine} data-no-print>
      {searchLabel && <SearchField label={searchLabel} value={search['q'] ?? ''} onChange={(q) => set('q', q)} />}
      <Button
        className={classes.toggle}
        variant="default"
        aria-expanded={isOpen}
        aria-controls={panel}
        leftSection={<IconAdjustmentsHorizontal aria-hidden="true" size={18} />}
        onClick={() => setOpen(!isOpen)}
      >
        {active ? t('common:list.filtersActive', { count: active }) : t('common:list.filters')}
      </Button>
      <div id={panel} className={classes.panel} data-open={isOpen || undefined}>
        {filters.map(({ name, label, field: Field, choices, isMonth }) =>
          Field ? (
            <Field key={name} label={label} value={search[name]} onChange={(id) => set(name, id)} />
          ) : choices ? (
            <LightSelect
              key={name}
              label={label}
              value={search[name] ?? ''}
              options={[{ value: '', label: t('common:list.any') }, ...choices]}
              onChange={(value) => set(name, value)}
            />
          ) : isMonth ? (
            <MonthField key={name} label={label} value={search[name]} onChange={(month) => set(name, month)} />
          ) : (
            <TextInput
              key={name}
              type="date"
              label={label}
              value={search[name] ?? ''}
              onChange={(event) => set(name, event.currentTarget.value)}
            />
          ),
        )}
        {sorts.length > 0 && (
          <LightSelect
            label={t('common:list.sortBy')}
            value={search['sort'] ?? sorts[0]?.value ?? ''}
            options={sorts}
            onChange={(value) => set('sort', value === sorts[0]?.value ? '' : value)}
          />
        )}
      </div>
    </search>
  )
}

/** How many fields stand side by side where there is room: all of six, of more half, so that none is left alone in a second line. */
function inLineOf(fields: number): CSSProperties {
  return { '--in-line': fields > MOST_IN_LINE ? Math.ceil(fields / 2) : fields } as CSSProperties
}

const MOST_IN_LINE = 6

/** The room the filters take, to the pixel: rows are drawn below it first. */
function Room({
  hasSearch,
  fields,
  inLine,
}: {
  readonly hasSearch: boolean
  readonly fields: number
  readonly inLine: CSSProperties
}) {
  return (
    <div className={classes.filters} style={inLine} data-no-print>
      {hasSearch && <span className={classes.roomOfField} />}
      <span className={`${classes.toggle} ${classes.roomOfToggle}`} />
      <div className={classes.panel}>
        {Array.from({ length: fields }, (_, field) => (
          <span key={field} className={classes.roomOfField} />
        ))}
      </div>
    </div>
  )
}

/** Asks after a pause in typing, and follows the URL when it changes by itself. */
export function SearchField({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (value: string) => void
}) {
  const { t } = useWords()
  const [typed, setTyped] = useState(value)
  const asked = useRef(value)
  const ask = useEffectEvent(onChange)

  useEffect(() => {
    if (value === asked.current) return
    asked.current = value
    setTyped(value)
  }, [value])

  useEffect(() => {
    const wanted = typed.trim()
    if (wanted === asked.current) return
    const timer = setTimeout(() => {
      asked.current = wanted
      ask(wanted)
    }, typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed])

  return (
    <TextInput
      className={classes.search}
      type="search"
      label={label}
      value={typed}
      maxLength={100}
      leftSection={<IconSearch aria-hidden="true" size={18} />}
      rightSection={
        typed ? <CloseButton aria-label={t('common:list.clearSearch')} onClick={() => setTyped('')} /> : null
      }
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  )
}
