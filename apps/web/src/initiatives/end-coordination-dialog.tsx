import type { Initiative } from '@commonweal/contracts/initiatives'
import { useCommunity } from '../session/community.tsx'
import { EndOnDialog } from '../ui/end-on-dialog.tsx'
import { useWords } from '../words/words.tsx'
import { useEndCoordination } from './initiatives.queries.ts'
import '../words/of/initiatives.ts'

interface Props {
  readonly initiative: Initiative
  readonly coordination: Initiative['coordinators'][number]
  readonly onClose: () => void
}

/** Asks for the day on which a person stops coordinating. */
export function EndCoordinationDialog({ initiative, coordination: { id, displayName: name, from }, onClose }: Props) {
  const { t } = useWords()
  const community = useCommunity()
  return (
    <EndOnDialog
      title={t('initiatives:coordinators.endTitle', { name })}
      label={t('initiatives:partners.endOn')}
      from={from}
      end={useEndCoordination(community.id, initiative.id, id)}
      action={t('initiatives:coordinators.end')}
      done={t('initiatives:coordinators.ended', { name })}
      onClose={onClose}
    />
  )
}
