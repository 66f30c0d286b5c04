import { useCommunity } from '../session/community.tsx'
import { SearchPicker, type PickerProps } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import { initiativeChoices } from './initiatives.queries.ts'
import '../words/of/initiatives.ts'

/** Finds an initiative, one that is over too, by a few letters of its title. */
export function InitiativePicker(props: PickerProps) {
  const { t } = useWords()
  const { id } = useCommunity()
  return (
    <SearchPicker
      {...props}
      find={(typed) => initiativeChoices(id, typed)}
      noteOf={({ state }) => t(`initiatives:state.${state}`)}
      nothing={t('initiatives:noneOfThatTitle')}
    />
  )
}
