import { useCommunity } from '../session/community.tsx'
import { SearchPicker, type PickerProps } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import { initiativeChoices } from './initiatives.queries.ts'
import '../words/of/initiatives.ts'

interface Props extends PickerProps {
  /** Whether one that is over can be chosen no more. */
  readonly isLivingOnly?: boolean
}

/** Finds an initiative by a few letters of its title. */
export function InitiativePicker({ isLivingOnly = false, ...props }: Props) {
  const { t } = useWords()
  const { id } = useCommunity()
  return (
    <SearchPicker
      {...props}
      find={(typed) => initiativeChoices(id, typed, isLivingOnly)}
      noteOf={({ state }) => t(`initiatives:state.${state}`)}
      nothing={t('initiatives:noneOfThatTitle')}
    />
  )
}
