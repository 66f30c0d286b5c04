import type { Day } from '../../values/day.ts'
import { monthIndexOfDay } from '../../values/month.ts'
import type { History } from '../history.ts'
import type { Gone } from './who-leaves.ts'

export interface SpaceLost {
  readonly spaceId: string
  readonly hostId: string | null
  /** Bookings of others and of those who go, requested or confirmed, that begin within the horizon; and their hours. */
  readonly bookings: number
  readonly hours: number
  readonly initiativeIds: readonly string[]
}

const STANDING = ['requested', 'confirmed']

/** Spaces that go, still offered on `firstDay`, with what is booked in them from then to before month `end`; most hours first. */
export function spacesLost(history: History, gone: Gone, firstDay: Day, end: number): SpaceLost[] {
  const offers = new Map((history.spaces ?? []).map((one) => [one.id, one]))
  const ahead = (history.bookings ?? []).filter(
    (one) =>
      gone.spaceIds.has(one.spaceId) &&
      STANDING.includes(one.status) &&
      one.startsOn >= firstDay &&
      monthIndexOfDay(one.startsOn) < end,
  )
  return [...gone.spaceIds]
    .filter((id) => {
      const to = offers.get(id)?.to ?? null
      return to === null || to > firstDay
    })
    .map((spaceId) => {
      const own = ahead.filter((one) => one.spaceId === spaceId)
      return {
        spaceId,
        hostId: offers.get(spaceId)?.hostId ?? own[0]?.hostId ?? null,
        bookings: own.length,
        hours: Math.round(own.reduce((sum, one) => sum + one.hours, 0) * 100) / 100,
        initiativeIds: [...new Set(own.flatMap((one) => (one.initiativeId === null ? [] : [one.initiativeId])))].sort(),
      }
    })
    .sort((a, b) => b.hours - a.hours || (a.spaceId < b.spaceId ? -1 : 1))
}
