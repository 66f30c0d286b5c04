import type { Day } from '../../values/day.ts'
import type { History } from '../history.ts'
import { type Gone, whoLeaves } from './who-leaves.ts'
import type { Leaving } from './question.ts'

/** Finds who goes and what is on record of them, without looking through everybody's records for each question. */
export interface RecordsOfLeavers {
  readonly whoLeaves: (leaving: Leaving) => Gone
  /** The history with no other pledges than theirs, what belongs to these, and the bookings from `day` on in spaces that go. */
  readonly recordsOf: (gone: Gone) => History
}

export function recordsOfLeavers(history: History, day: Day): RecordsOfLeavers {
  const pledges = Map.groupBy((history.pledges ?? []).entries(), ([, one]) => one.organisationId)
  const instalments = Map.groupBy(history.instalments ?? [], (one) => one.pledgeId)
  const receipts = Map.groupBy(history.receipts ?? [], (one) => one.pledgeId)
  const booked = history.bookings ?? []
  const bookings = Map.groupBy(
    booked.filter((one) => one.startsOn >= day),
    (one) => one.spaceId,
  )
  /** A booking tells who hosts a space: one of each is enough. */
  const hosts = new Map(booked.map((one) => [JSON.stringify([one.spaceId, one.hostId]), one]))
  const hosting: History = { ...history, bookings: [...hosts.values()] }

  return {
    whoLeaves: (leaving) => whoLeaves(hosting, leaving),
    recordsOf(gone) {
      const own = [...gone.organisationIds]
        .flatMap((id) => pledges.get(id) ?? [])
        .sort(([a], [b]) => a - b)
        .map(([, pledge]) => pledge)
      const ids = [...new Set(own.map((one) => one.id))]
      return {
        ...history,
        pledges: history.pledges && own,
        instalments: history.instalments && ids.flatMap((id) => instalments.get(id) ?? []),
        receipts: history.receipts && ids.flatMap((id) => receipts.get(id) ?? []),
        bookings: history.bookings && [...gone.spaceIds].flatMap((id) => bookings.get(id) ?? []),
      }
    },
  }
}
