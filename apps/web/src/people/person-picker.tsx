import { useCommunity } from '../session/community.tsx'
import { SearchPicker, type PickerProps } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import { personChoices } from './people.queries.ts'
import '../words/of/people.ts'

/** Finds a person by a few letters of the name. */
export function PersonPicker(props: PickerProps) {
  const { t } = useWords()
  const { id } = useCommunity()
  return (
    <SearchPicker
      {...props}
      isRequired
      isFirst
      find={(typed) => personChoices(id, typed)}
      nothing={t('people:noneOfThatName')}
    />
  )
}
