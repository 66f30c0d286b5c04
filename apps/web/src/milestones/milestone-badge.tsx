import type { MilestoneStanding } from '@commonweal/domain/milestones/milestone'
import { IconAlarm, IconCircleDashed, IconCircleOff, IconFlagCheck } from '@tabler/icons-react'
import { Badge, type Look } from '../ui/badge.tsx'
import { useWords } from '../words/words.tsx'
import '../words/of/milestones.ts'

const looks: Record<MilestoneStanding, Look> = {
  open: { tone: 'news', Sign: IconCircleDashed },
  overdue: { tone: 'watch', Sign: IconAlarm },
  reached: { tone: 'good', Sign: IconFlagCheck },
  dropped: { tone: 'quiet', Sign: IconCircleOff },
}

export function MilestoneBadge({ standing }: { standing: MilestoneStanding }) {
  const { t } = useWords()
  return <Badge look={looks[standing]}>{t(`milestones:standing.${standing}`)}</Badge>
}
