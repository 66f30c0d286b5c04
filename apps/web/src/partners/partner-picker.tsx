import { CloseButton, Combobox, TextInput, useCombobox } from '@mantine/core'
import '@mantine/core/styles/Popover.layer.css'
import '@mantine/core/styles/ScrollArea.layer.css'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Own } from '../ui/shown.tsx'
import { sayProblem } from '../words/problem-sentence.ts'
import { useWords } from '../words/words.tsx'
import { partnerChoices } from './partners.queries.ts'
import '../words/of/partners.ts'

export interface ChosenPartner {
  readonly id: string
  readonly name: string
}

interface Props {
  readonly label: string
  readonly description?: string
  readonly value: ChosenPartner | null
  readonly onChange: (value: ChosenPartner | null) => void
  readonly error?: ReactNode
  readonly isRequired?: boolean
  /** Organisations that cannot be chosen here. */
  readonly without?: readonly string[]
}

/** Finds an organisation by a few letters of its name. */
export function PartnerPicker({ label, description, value, onChange, error, isRequired = false, without = [] }: Props) {
  const { t } = useWords()
  const community = useCommunity()
  const [typed, setTyped] = useState<string | null>(null)
  const [asked] = useDebouncedValue((typed ?? '').trim(), 200)
  const {
    data,
    isFetching,
    error: unanswered,
  } = useQuery({ ...partnerChoices(community.id, asked), enabled: typed !== null })
  // What the letters no longer fit is gone at once, not when the answer comes: a quick Enter must not choose it.
  const fits = (name: string) => name.toLowerCase().includes((typed ?? '').trim().toLowerCase())
  const choices = (data?.items ?? []).filter(({ id, name }) => !without.includes(id) && fits(name))
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })

  const choose = (id: string) => {
    const chosen = choices.find((one) => one.id === id)
    if (chosen) onChange({ id: chosen.id, name: chosen.name })
    setTyped(null)
    combobox.closeDropdown()
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          label={label}
          description={description}
          placeholder={t('partners:picker.placeholder')}
          required={isRequired}
          error={error}
          value={typed ?? value?.name ?? ''}
          rightSection={value && <CloseButton aria-label={t('partners:picker.clear')} onClick={() => onChange(null)} />}
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
          {choices.map(({ id, name, sector }) => (
            <Combobox.Option key={id} value={id}>
              <Own>{name}</Own> <small>{t(`partners:sector.${sector}`)}</small>
            </Combobox.Option>
          ))}
          {choices.length === 0 && (
            <Combobox.Empty>
              {isFetching
                ? t('partners:picker.searching')
                : unanswered
                  ? sayProblem(t, unanswered)
                  : t('partners:picker.nothing')}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
