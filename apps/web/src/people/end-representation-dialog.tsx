import type { Person } from '@commonweal/contracts/people'
import { useCommunity } from '../session/community.tsx'
import { EndOnDialog } from '../ui/end-on-dialog.tsx'
import { useWords } from '../words/words.tsx'
import { useEndRepresentation } from './people.queries.ts'
import '../words/of/people.ts'

interface Props {
  readonly person: Person
  readonly representation: Person['representations'][number]
  readonly onClose: () => void
}

/** Asks for the day on which a person stops acting for an organisation. */
export function EndRepresentationDialog({ person, representation, onClose }: Props) {
  const { t } = useWords()
  const community = useCommunity()
  const { organisationId, organisation, from } = representation
  const names = { name: person.displayName, organisation }
  return (
    <EndOnDialog
      title={t('people:representations.endTitle', names)}
      label={t('people:representations.endOn')}
      from={from}
      end={useEndRepresentation(community.id, person.id, organisationId)}
      action={t('people:representations.end')}
      done={t('people:representations.ended', names)}
      onClose={onClose}
    />
  )
}
