import { useCommunity } from '../session/community.tsx'
import { SearchPicker, type PickerProps } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import { partnerChoices } from './partners.queries.ts'
import '../words/of/partners.ts'

interface Props extends PickerProps {
  /** Whether one whose membership does not run cannot be chosen. */
  readonly isActiveOnly?: boolean
}

/** Finds an organisation by a few letters of its name. */
export function PartnerPicker({ isActiveOnly = false, ...props }: Props) {
  const { t } = useWords()
  const { id } = useCommunity()
  return (
    <SearchPicker
      {...props}
      find={(typed) => partnerChoices(id, typed, isActiveOnly)}
      noteOf={({ sector }) => t(`partners:sector.${sector}`)}
      nothing={t('partners:noneOfThatName')}
    />
  )
}
