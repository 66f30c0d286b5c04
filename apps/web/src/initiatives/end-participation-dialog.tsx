import type { Initiative } from '@commonweal/contracts/initiatives'
import { useCommunity } from '../session/community.tsx'
import { EndOnDialog } from '../ui/end-on-dialog.tsx'
import { useWords } from '../words/words.tsx'
import { useLeaveInitiative } from './initiatives.queries.ts'
import '../words/of/initiatives.ts'

interface Props {
  readonly initiative: Initiative
  readonly participation: Initiative['participations'][number]
  readonly onClose: () => void
}

/** Asks for the day on which a partner stops taking part. */
export function EndParticipationDialog({ initiative, participation: { id, name, from }, onClose }: Props) {
  const { t } = useWords()
  const community = useCommunity()
  return (
    <EndOnDialog
      title={t('initiatives:partners.endTitle', { name })}
      lead={t('initiatives:partners.endBody')}
      label={t('initiatives:partners.endOn')}
      from={from}
      end={useLeaveInitiative(community.id, initiative.id, id)}
      action={t('initiatives:partners.end')}
      done={t('initiatives:partners.ended', { name })}
      onClose={onClose}
    />
  )
}
