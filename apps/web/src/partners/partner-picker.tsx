import { useCommunity } from '../session/community.tsx'
import { SearchPicker, type PickerProps } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import { partnerChoices } from './partners.queries.ts'
import '../words/of/partners.ts'

/** Finds an organisation by a few letters of its name. */
export function PartnerPicker(props: PickerProps) {
  const { t } = useWords()
  const { id } = useCommunity()
  return (
    <SearchPicker
      {...props}
      find={(typed) => partnerChoices(id, typed)}
      noteOf={({ sector }) => t(`partners:sector.${sector}`)}
      nothing={t('partners:noneOfThatName')}
    />
  )
}
