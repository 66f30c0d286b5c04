import type { Engagement } from '@commonweal/domain/partners/engagements'
import { IconCircleCheck, IconCircleDashed, IconPlayerPause } from '@tabler/icons-react'
import { Badge, type Look } from '../ui/badge.tsx'
import { useWords } from '../words/words.tsx'
import '../words/of/partners.ts'

const looks: Record<Engagement, Look> = {
  active: { tone: 'good', Sign: IconCircleCheck },
  quiet: { tone: 'watch', Sign: IconPlayerPause },
  dormant: { tone: 'bad', Sign: IconCircleDashed },
}

/** How lively a member is, told by its acts. */
export function EngagementBadge({ engagement }: { engagement: Engagement }) {
  const { t } = useWords()
  return <Badge look={looks[engagement]}>{t(`partners:engagement.${engagement}`)}</Badge>
}
