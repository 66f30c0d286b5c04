import type { InstalmentStandingName, PledgeStandingName } from '@commonweal/domain/pledges/pledge-standing'
import {
  IconAlertTriangle,
  IconCalendarOff,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  IconProgress,
  IconQuestionMark,
} from '@tabler/icons-react'
import { Badge, type Look } from '../ui/badge.tsx'
import { useWords } from '../words/words.tsx'
import '../words/of/pledges.ts'

const looks: Record<PledgeStandingName, Look> = {
  unconfirmed: { tone: 'quiet', Sign: IconCircleDashed },
  'not-planned': { tone: 'quiet', Sign: IconCalendarOff },
  'not-due': { tone: 'news', Sign: IconClock },
  due: { tone: 'watch', Sign: IconClock },
  overdue: { tone: 'bad', Sign: IconAlertTriangle },
  'partly-received': { tone: 'news', Sign: IconProgress },
  fulfilled: { tone: 'good', Sign: IconCircleCheck },
  'over-fulfilled': { tone: 'good', Sign: IconCircleCheck },
  closed: { tone: 'quiet', Sign: IconCircleX },
  'late-after-close': { tone: 'watch', Sign: IconClock },
  'receipts-not-kept': { tone: 'quiet', Sign: IconQuestionMark },
}

export function StandingBadge({ standing }: { standing: PledgeStandingName | InstalmentStandingName }) {
  const { t } = useWords()
  return <Badge look={looks[standing]}>{t(`pledges:standing.${standing}`)}</Badge>
}
