import { ListFilters, type FilterField, type Search } from '../ui/list-filters.tsx'
import { useWords } from '../words/words.tsx'
import { objectKinds, type ActivitySearch } from './activity-search.ts'
import '../words/of/activity.ts'

interface Props {
  readonly search: ActivitySearch
  readonly onSearch: (next: Search) => void
  /** A field to choose for which organisation; lent by the page. */
  readonly organisationField: FilterField
}

/** Narrows the activity to words, a kind of thing, an organisation and days, and puts it in order. */
export function ActivityFilters({ search, onSearch, organisationField }: Props) {
  const { t } = useWords()
  return (
    <ListFilters
      search={{ ...search }}
      onSearch={onSearch}
      searchLabel={t('activity:filter.search')}
      filters={[
        {
          name: 'objectKind',
          label: t('activity:filter.kind'),
          choices: objectKinds.map((value) => ({ value, label: t(`activity:object.${value}`) })),
        },
        { name: 'organisationId', label: t('activity:filter.organisation'), field: organisationField },
        { name: 'from', label: t('activity:filter.from') },
        { name: 'to', label: t('activity:filter.to') },
      ]}
      sorts={[
        { value: '-at', label: t('activity:latest') },
        { value: 'at', label: t('activity:earliest') },
      ]}
    />
  )
}
