import type { InitiativeState } from '@commonweal/domain/initiatives/initiative'
import {
  IconBulb,
  IconCalendarExclamation,
  IconCircleCheck,
  IconCircleX,
  IconFlagCheck,
  IconPlayerPause,
  IconSunset2,
  IconUsersPlus,
} from '@tabler/icons-react'
import { Badge, type Look } from '../ui/badge.tsx'
import { useWords } from '../words/words.tsx'
import '../words/of/initiatives.ts'

const looks: Record<InitiativeState, Look> = {
  idea: { tone: 'news', Sign: IconBulb },
  'seeking-partners': { tone: 'news', Sign: IconUsersPlus },
  active: { tone: 'good', Sign: IconCircleCheck },
  paused: { tone: 'watch', Sign: IconPlayerPause },
  completed: { tone: 'quiet', Sign: IconFlagCheck },
  sunset: { tone: 'quiet', Sign: IconSunset2 },
  abandoned: { tone: 'quiet', Sign: IconCircleX },
}

export function InitiativeBadge({ state }: { state: InitiativeState }) {
  const { t } = useWords()
  return <Badge look={looks[state]}>{t(`initiatives:state.${state}`)}</Badge>
}

export function ReviewDueBadge() {
  const { t } = useWords()
  return <Badge look={{ tone: 'watch', Sign: IconCalendarExclamation }}>{t('initiatives:reviewDue')}</Badge>
}
