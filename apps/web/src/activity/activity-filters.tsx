import { NativeSelect, TextInput } from '@mantine/core'
import { SearchField, type FilterField } from '../ui/list-filters.tsx'
import { useWords } from '../words/words.tsx'
import classes from './activity-filters.module.css'
import { objectKinds, readActivitySearch, type ActivitySearch } from './activity-search.ts'
import '../words/of/activity.ts'
import '../words/of/common.ts'

interface Props {
  readonly search: ActivitySearch
  readonly onSearch: (next: ActivitySearch) => void
  /** A field to choose for which organisation; lent by the page. */
  readonly organisationField: FilterField
}

/** Narrows the activity to words, a kind of thing, an organisation and days, and puts it in order. */
export function ActivityFilters({ search, onSearch, organisationField: OrganisationField }: Props) {
  const { t } = useWords()
  const set = (name: keyof ActivitySearch, value: string) => onSearch(readActivitySearch({ ...search, [name]: value }))
  return (
    <search className={classes.filters} data-no-print>
      <SearchField label={t('activity:filter.search')} value={search.q ?? ''} onChange={(q) => set('q', q)} />
      <NativeSelect
        label={t('activity:filter.kind')}
        value={search.objectKind ?? ''}
        data={[
          { value: '', label: t('common:list.any') },
          ...objectKinds.map((value) => ({ value, label: t(`activity:object.${value}`) })),
        ]}
        onChange={(event) => set('objectKind', event.currentTarget.value)}
      />
      <OrganisationField
        label={t('activity:filter.organisation')}
        value={search.organisationId}
        onChange={(id) => set('organisationId', id)}
      />
      <TextInput
        type="date"
        label={t('activity:filter.from')}
        value={search.from ?? ''}
        onChange={(event) => set('from', event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('activity:filter.to')}
        value={search.to ?? ''}
        onChange={(event) => set('to', event.currentTarget.value)}
      />
      <NativeSelect
        label={t('common:list.sortBy')}
        value={search.sort ?? ''}
        data={[
          { value: '', label: t('activity:latest') },
          { value: 'at', label: t('activity:earliest') },
        ]}
        onChange={(event) => set('sort', event.currentTarget.value)}
      />
    </search>
  )
}
