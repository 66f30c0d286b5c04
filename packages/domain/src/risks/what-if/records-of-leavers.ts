import type { Day } from '../../values/day.ts'
import type { BookingFact, History, InstalmentFact, PledgeFact, ReceiptFact } from '../history.ts'
import { type Gone, whoLeaves } from './who-leaves.ts'
import type { Leaving } from './question.ts'

/** Finds who goes and what is on record of them, without looking through everybody's records for each question. */
export interface RecordsOfLeavers {
  readonly whoLeaves: (leaving: Leaving) => Gone
  /** The history with no other pledges than theirs, what belongs to these, and the bookings from `day` on in spaces that go. */
  readonly recordsOf: (gone: Gone) => History
}

export function recordsOfLeavers(history: History, day: Day): RecordsOfLeavers {
  const pledges = new Map<string, { readonly pledge: PledgeFact; readonly position: number }[]>()
  const instalments = new Map<string, InstalmentFact[]>()
  const receipts = new Map<string, ReceiptFact[]>()
  const bookings = new Map<string, BookingFact[]>()
  const hosts = new Map<string, BookingFact>()
  history.pledges?.forEach((pledge, position) => put(pledges, pledge.organisationId, { pledge, position }))
  for (const one of history.instalments ?? []) put(instalments, one.pledgeId, one)
  for (const one of history.receipts ?? []) put(receipts, one.pledgeId, one)
  for (const one of history.bookings ?? []) {
    if (one.startsOn >= day) put(bookings, one.spaceId, one)
    hosts.set(JSON.stringify([one.spaceId, one.hostId]), one)
  }
  /** A booking tells who hosts a space: one of each is enough. */
  const hosting: History = { ...history, bookings: [...hosts.values()] }

  return {
    whoLeaves: (leaving) => whoLeaves(hosting, leaving),
    recordsOf(gone) {
      const own = [...gone.organisationIds]
        .flatMap((id) => pledges.get(id) ?? [])
        .sort((a, b) => a.position - b.position)
        .map(({ pledge }) => pledge)
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

function put<Value>(table: Map<string, Value[]>, key: string, value: Value): void {
  const known = table.get(key)
  if (known === undefined) table.set(key, [value])
  else known.push(value)
}
