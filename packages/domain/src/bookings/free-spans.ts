import { earlier, later, openSpans, type Span } from '../spaces/opening-hours.ts'
import { instantOf } from '../spaces/wall-time.ts'
import { latestStart, type BookableSpace } from './booking-rules.ts'

const MINUTE_MS = 60_000

/**
 * The stretches of a span in which a booking can be made, in order: open, offered, not past, within the look ahead, at
 * least as long as the shortest booking, and far enough from what is occupied for the space's own buffers.
 * occupied: the spans kept by other bookings, buffers included, in any order; none where the space is shared.
 */
export function freeSpans(space: BookableSpace, occupied: readonly Span[], within: Span, now: Date): Span[] {
  const { timezone, bufferBeforeMinutes, bufferAfterMinutes } = space
  let from = later(within.startsAt, now)
  let to = within.endsAt
  if (space.from !== null) from = later(from, instantOf(space.from, 0, timezone))
  if (space.to !== null) to = earlier(to, instantOf(space.to, 0, timezone))
  if (from >= to) return []
  // A booking of one's own is widened as well, so a busy time reaches further by the opposite buffer.
  const busy = occupied
    .map((span) => ({
      startsAt: shifted(span.startsAt, -bufferAfterMinutes),
      endsAt: shifted(span.endsAt, bufferBeforeMinutes),
    }))
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  const latest = latestStart(space, now)
  const shortestMs = (space.shortestMinutes ?? 1) * MINUTE_MS
  return openSpans(space.openings, timezone, { startsAt: from, endsAt: to })
    .flatMap((open) => without(open, busy))
    .filter((free) => free.startsAt <= latest && free.endsAt.getTime() - free.startsAt.getTime() >= shortestMs)
}

/**
 * Up to `count` starts near a time that is taken, at which a booking as long as the one wished for fits into what is
 * free, the nearest first: at the edges of the free stretches and at the wished time itself.
 */
export function nearestStarts(free: readonly Span[], wished: Span, count: number): Date[] {
  const lengthMs = wished.endsAt.getTime() - wished.startsAt.getTime()
  const at = wished.startsAt.getTime()
  return free
    .filter((span) => span.endsAt.getTime() - span.startsAt.getTime() >= lengthMs)
    .map((span) => Math.min(Math.max(at, span.startsAt.getTime()), span.endsAt.getTime() - lengthMs))
    .toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at) || a - b)
    .slice(0, count)
    .map((start) => new Date(start))
}

function without(open: Span, busy: readonly Span[]): Span[] {
  const free: Span[] = []
  let startsAt = open.startsAt
  for (const each of busy) {
    if (each.endsAt <= startsAt || each.startsAt >= open.endsAt) continue
    if (each.startsAt > startsAt) free.push({ startsAt, endsAt: each.startsAt })
    startsAt = later(startsAt, each.endsAt)
  }
  if (startsAt < open.endsAt) free.push({ startsAt, endsAt: open.endsAt })
  return free
}

function shifted(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * MINUTE_MS)
}
