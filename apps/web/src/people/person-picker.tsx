import { Combobox, TextInput, useCombobox } from '@mantine/core'
import '@mantine/core/styles/Popover.layer.css'
import '@mantine/core/styles/ScrollArea.layer.css'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Own } from '../ui/shown.tsx'
import { sayProblem } from '../words/problem-sentence.ts'
import { useWords } from '../words/words.tsx'
import { personChoices } from './people.queries.ts'
import '../words/of/people.ts'

interface ChosenPerson {
  readonly id: string
  readonly name: string
}

interface Props {
  readonly label: string
  readonly value: ChosenPerson | null
  readonly onChange: (value: ChosenPerson | null) => void
  readonly error?: ReactNode
}

/** Finds a person by a few letters of the name. */
export function PersonPicker({ label, value, onChange, error }: Props) {
  const { t } = useWords()
  const community = useCommunity()
  const [typed, setTyped] = useState<string | null>(null)
  const [asked] = useDebouncedValue((typed ?? '').trim(), 200)
  const {
    data,
    isFetching,
    error: unanswered,
  } = useQuery({ ...personChoices(community.id, asked), enabled: typed !== null })
  // What the letters no longer fit is gone at once, not when the answer comes: a quick Enter must not choose it.
  const fits = (name: string) => name.toLowerCase().includes((typed ?? '').trim().toLowerCase())
  const choices = (data?.items ?? []).filter(({ displayName }) => fits(displayName))
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })

  const choose = (id: string) => {
    const chosen = choices.find((one) => one.id === id)
    if (chosen) onChange({ id: chosen.id, name: chosen.displayName })
    setTyped(null)
    combobox.closeDropdown()
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          required
          data-autofocus
          label={label}
          placeholder={t('people:picker.placeholder')}
          error={error}
          value={typed ?? value?.name ?? ''}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            combobox.openDropdown()
            combobox.resetSelectedOption()
          }}
          onFocus={() => setTyped((before) => before ?? '')}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown()
            setTyped(null)
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={label}>
          {choices.map(({ id, displayName }) => (
            <Combobox.Option key={id} value={id}>
              <Own>{displayName}</Own>
            </Combobox.Option>
          ))}
          {choices.length === 0 && (
            <Combobox.Empty>
              {isFetching
                ? t('people:picker.searching')
                : unanswered
                  ? sayProblem(t, unanswered)
                  : t('people:picker.nothing')}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
