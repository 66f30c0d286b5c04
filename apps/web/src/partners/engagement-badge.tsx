import type { Engagement } from '@commonweal/domain/partners/engagement'
import { IconActivity, IconMoon, IconZzz } from '@tabler/icons-react'
import { Badge, type Look } from '../ui/badge.tsx'
import { useWords } from '../words/words.tsx'
import '../words/of/partners.ts'

const looks: Record<Engagement, Look> = {
  active: { tone: 'good', Sign: IconActivity },
  quiet: { tone: 'watch', Sign: IconZzz },
  dormant: { tone: 'bad', Sign: IconMoon },
}

/** How lively a member is, told by its acts. */
export function EngagementBadge({ engagement }: { engagement: Engagement }) {
  const { t } = useWords()
  return <Badge look={looks[engagement]}>{t(`partners:engagement.${engagement}`)}</Badge>
}
