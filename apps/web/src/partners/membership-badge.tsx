import type { MembershipState } from '@commonweal/domain/partners/membership'
import {
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconDoorExit,
  IconInbox,
  IconPlayerPause,
  IconThumbUp,
} from '@tabler/icons-react'
import { Badge, type Look } from '../ui/badge.tsx'
import { useWords } from '../words/words.tsx'
import '../words/of/partners.ts'

const looks: Record<MembershipState | 'none', Look> = {
  applied: { tone: 'news', Sign: IconInbox },
  accepted: { tone: 'news', Sign: IconThumbUp },
  active: { tone: 'good', Sign: IconCircleCheck },
  paused: { tone: 'watch', Sign: IconPlayerPause },
  left: { tone: 'quiet', Sign: IconDoorExit },
  declined: { tone: 'quiet', Sign: IconCircleX },
  excluded: { tone: 'bad', Sign: IconBan },
  none: { tone: 'quiet', Sign: IconCircleDashed },
}

export function MembershipBadge({ state }: { state: MembershipState | null }) {
  const { t } = useWords()
  return <Badge look={looks[state ?? 'none']}>{t(`partners:state.${state ?? 'none'}`)}</Badge>
}
