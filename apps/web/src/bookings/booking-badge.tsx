import type { BookingStatus } from '@commonweal/domain/bookings/booking'
import {
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconDoorExit,
  IconHourglass,
  IconInbox,
  IconUsers,
} from '@tabler/icons-react'
import { Badge, type Look } from '../ui/badge.tsx'
import { useWords } from '../words/words.tsx'
import '../words/of/bookings.ts'

const looks: Record<BookingStatus | 'expired', Look> = {
  held: { tone: 'watch', Sign: IconHourglass },
  requested: { tone: 'news', Sign: IconInbox },
  confirmed: { tone: 'good', Sign: IconCircleCheck },
  attended: { tone: 'good', Sign: IconUsers },
  released: { tone: 'quiet', Sign: IconDoorExit },
  declined: { tone: 'bad', Sign: IconBan },
  cancelled: { tone: 'quiet', Sign: IconCircleX },
  expired: { tone: 'quiet', Sign: IconHourglass },
}

export function BookingBadge({ status }: { status: BookingStatus | 'expired' }) {
  const { t } = useWords()
  return <Badge look={looks[status]}>{t(`bookings:status.${status}`)}</Badge>
}
