import type { SpaceWeek } from '@commonweal/contracts/calendars'
import { instantOf, wallTimeOf } from '@commonweal/domain/spaces/wall-time'
import { addDays } from '@commonweal/domain/values/day'

export const slotMinutes = 30

type BookingOfWeek = SpaceWeek['bookings'][number]

export interface Slot {
  readonly day: string
  /** Minutes since midnight, in the clock of the space. */
  readonly minute: number
  readonly startsAt: Date
  readonly endsAt: Date
  readonly kind: 'free' | 'past' | 'closed'
  readonly bookings: readonly BookingOfWeek[]
  /** Bookings whose first field of the day this is, with the number of fields they cover there. */
  readonly begins: readonly { readonly booking: BookingOfWeek; readonly slots: number }[]
}

interface Window {
  readonly opensAt: string
  readonly closesAt: string
}

/** The hours of the day worth showing: those of the opening hours and of every booking; without opening hours all. */
export function hoursOf(openings: readonly Window[] | null, week: SpaceWeek): { from: number; to: number } {
  if (!openings || openings.length === 0) return { from: 0, to: 1440 }
  const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  let from = Math.min(...openings.map(({ opensAt }) => minuteOf(opensAt)))
  let to = Math.max(...openings.map(({ closesAt }) => minuteOf(closesAt)))
  for (const { startsAt, endsAt } of week.bookings) {
    const [begin, end] = [startsAt, endsAt].map((at) => wallTimeOf(new Date(at), week.timezone))
    if (begin && end && begin.day === end.day) {
      from = Math.min(from, begin.minute)
      to = Math.max(to, end.minute)
    }
  }
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 }
}

/** Seven days of fields: what is free, what is booked, what has passed. */
export function slotsOf(week: SpaceWeek, { from, to }: { from: number; to: number }, now: Date): Slot[][] {
  const free = week.free.map(spanOf)
  const booked = week.bookings.map((booking) => ({ booking, ...spanOf(booking) }))
  return Array.from({ length: 7 }, (_, index) => {
    const day = addDays(week.from, index)
    const minutes = Array.from({ length: (to - from) / slotMinutes }, (__, slot) => from + slot * slotMinutes)
    const slots = minutes.map((minute) => {
      const startsAt = instantOf(day, minute, week.timezone)
      const endsAt = instantOf(day, minute + slotMinutes, week.timezone)
      const isFree = endsAt > startsAt && free.some((span) => span.begin <= startsAt && span.end >= endsAt)
      const kind = isFree ? 'free' : endsAt <= now ? 'past' : 'closed'
      const here = booked.filter(({ begin, end }) => begin < endsAt && end > startsAt).map(({ booking }) => booking)
      return { day, minute, startsAt, endsAt, kind, bookings: here } as const
    })
    return slots.map((slot, at) => ({
      ...slot,
      begins: slot.bookings
        .filter((booking) => !slots[at - 1]?.bookings.includes(booking))
        .map((booking) => ({ booking, slots: slots.filter(({ bookings }) => bookings.includes(booking)).length })),
    }))
  })
}

const spanOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => ({
  begin: new Date(startsAt),
  end: new Date(endsAt),
})

/** A minute of the day as the clock shows it: `09:30`. */
export function sayMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
