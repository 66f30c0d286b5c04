import type { History } from '@commonweal/domain/risks/history'
import { MultiSelect } from '@mantine/core'
import '@mantine/core/styles/Pill.layer.css'
import '@mantine/core/styles/PillsInput.layer.css'
import '@mantine/core/styles/Popover.layer.css'
import '@mantine/core/styles/ScrollArea.layer.css'
import { useMemo } from 'react'
import { useWords } from '../../words/words.tsx'
import above from './list-above.module.css'
import classes from './what-if.module.css'
import '../../words/of/departures.ts'
import '../../words/of/partners.ts'

interface Props {
  readonly history: History
  readonly entries: readonly string[]
  readonly onChange: (entries: string[]) => void
}

const SHOWN_AT_ONCE = 60

/** Who leaves, as chips: found by a few letters among the local government, sectors, organisations and spaces. */
export function Chooser({ history, entries, onChange }: Props) {
  const { t, locale } = useWords()
  const data = useMemo(() => {
    const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, locale)
    const sectors = [...new Set(history.organisations.map((one) => one.sector))]
    const group = (name: string, items: { value: string; label: string }[]) =>
      items.length === 0 ? [] : [{ group: name, items }]
    return [
      ...group(
        t('departures:who.asOne'),
        sectors.includes('local-government') ? [{ value: 'council', label: t('departures:who.localGovernment') }] : [],
      ),
      ...group(
        t('departures:who.organisations'),
        history.organisations.map(({ id, name }) => ({ value: `org_${id}`, label: name ?? id })).toSorted(byName),
      ),
      ...group(
        t('departures:who.sectors'),
        sectors
          .map((sector) => ({
            value: `sector_${sector}`,
            label: t('departures:who.allOf', { sector: t(`partners:sector.${sector as 'ngo'}`) }),
          }))
          .toSorted(byName),
      ),
      ...group(
        t('departures:who.spaces'),
        (history.spaces ?? [])
          .map(({ id, name }) => ({ value: `space_${id}`, label: name ?? t('departures:who.unnamedSpace') }))
          .toSorted(byName),
      ),
    ]
  }, [history, t, locale])

  return (
    <MultiSelect
      label={t('departures:who.label')}
      description={t('departures:who.hint')}
      placeholder={entries.length === 0 ? t('departures:who.placeholder') : ''}
      nothingFoundMessage={t('departures:who.nothing')}
      data={data}
      value={[...entries]}
      onChange={onChange}
      limit={SHOWN_AT_ONCE}
      size="md"
      searchable
      classNames={{ inputField: classes.letters }}
      hidePickedOptions
      comboboxProps={{ shadow: 'md', classNames: { dropdown: above.labelAndHint } }}
    />
  )
}
