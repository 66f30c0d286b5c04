import { CloseButton, Combobox, TextInput, useCombobox, type ComboboxProps } from '@mantine/core'
import '@mantine/core/styles/Popover.layer.css'
import '@mantine/core/styles/ScrollArea.layer.css'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, type QueryKey, type UseQueryOptions } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { sayProblem } from '../words/problem-sentence.ts'
import { useWords } from '../words/words.tsx'
import classes from './search-picker.module.css'
import type { FilterFieldProps } from './list-filters.tsx'
import { Own } from './shown.tsx'
import '../words/of/common.ts'

export interface Chosen {
  readonly id: string
  readonly name: string
}

/** What a field needs to choose one thing of many. */
export interface PickerProps {
  readonly label: string
  readonly description?: string
  readonly value: Chosen | null
  readonly onChange: (value: Chosen | null) => void
  readonly error?: ReactNode
  readonly isRequired?: boolean
  /** Things that cannot be chosen here. */
  readonly without?: readonly string[]
  /** By what the form knows the field. */
  readonly 'data-path'?: string
}

/** A field to choose one thing of many with; the page lends it. */
export type PickerField = (props: PickerProps) => ReactNode

/** A field of a form that chooses one thing by its id, with what is said of the field; the page lends it. */
export type ThingField = (props: ThingFieldProps) => ReactNode

export interface ThingFieldProps
  extends FilterFieldProps, Pick<PickerProps, 'description' | 'error' | 'isRequired' | 'data-path'> {}

interface Props<One extends Chosen, Key extends QueryKey> extends PickerProps {
  /** What there is to choose from for the letters typed; asked once somebody comes to the field. */
  readonly find: (typed: string) => UseQueryOptions<One[], Error, One[], Key>
  /** What is to be said beside a name. */
  readonly noteOf?: (one: One) => string
  /** What is to be said where no name has these letters. */
  readonly nothing: string
  /** Whether a dialog begins here. */
  readonly isFirst?: boolean
}

/** The list stays on the screen: moved aside or to the other side of the field, and as high as there is room for; a phone's keyboard takes some. */
const inRoom: NonNullable<ComboboxProps['middlewares']> = {
  shift: { mainAxis: true },
  size: {
    padding: 8,
    apply: ({ availableHeight, elements }) =>
      elements.floating.style.setProperty('--room', `${Math.floor(availableHeight)}px`),
  },
}

/** Finds one thing of many by a few letters of its name. */
export function SearchPicker<One extends Chosen, Key extends QueryKey>(props: Props<One, Key>) {
  const { label, description, value, onChange, error, isRequired = false, without = [] } = props
  const { t } = useWords()
  const [isHere, setIsHere] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const [asked] = useDebouncedValue((typed ?? '').trim(), 200)
  const { data, isFetching, error: unanswered } = useQuery({ ...props.find(asked), enabled: isHere })
  // What the letters no longer fit is gone at once, not when the answer comes: a quick Enter must not choose it.
  const fits = (name: string) => name.toLowerCase().includes((typed ?? '').trim().toLowerCase())
  const choices = (data ?? []).filter(({ id, name }) => !without.includes(id) && fits(name))
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })

  const choose = (id: string) => {
    const chosen = choices.find((one) => one.id === id)
    if (chosen) onChange({ id: chosen.id, name: chosen.name })
    setTyped(null)
    combobox.closeDropdown()
  }

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      position="bottom-start"
      middlewares={inRoom}
      preventPositionChangeWhenVisible={false}
    >
      {/* Its list lies below or above all of the field, its label too. */}
      <Combobox.DropdownTarget>
        <div>
          <Combobox.EventsTarget>
            <TextInput
              label={label}
              description={description}
              placeholder={t('common:picker.placeholder')}
              required={isRequired}
              data-autofocus={props.isFirst || undefined}
              error={error}
              value={typed ?? value?.name ?? ''}
              rightSection={
                value && <CloseButton aria-label={t('common:picker.clear')} onClick={() => onChange(null)} />
              }
              onChange={(event) => {
                setTyped(event.currentTarget.value)
                combobox.openDropdown()
                combobox.resetSelectedOption()
              }}
              data-path={props['data-path']}
              onFocus={(event) => {
                setIsHere(true)
                // What is typed takes the place of what is chosen.
                event.currentTarget.select()
              }}
              onClick={() => combobox.openDropdown()}
              onBlur={() => {
                combobox.closeDropdown()
                setIsHere(false)
                setTyped(null)
              }}
            />
          </Combobox.EventsTarget>
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown className={classes.dropdown}>
        <Combobox.Options aria-label={label} className={classes.options}>
          {choices.map((one) => (
            <Combobox.Option key={one.id} value={one.id} className={classes.option}>
              <Own>{one.name}</Own>
              {props.noteOf && <small className={classes.note}>{props.noteOf(one)}</small>}
            </Combobox.Option>
          ))}
          {choices.length === 0 && (
            <Combobox.Empty>
              {isFetching ? t('common:picker.searching') : unanswered ? sayProblem(t, unanswered) : props.nothing}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
