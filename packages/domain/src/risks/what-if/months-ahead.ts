import type { Day } from '../../values/day.ts'
import { addMonths, addMonthsToDay, type Month } from '../../values/month.ts'
import type { History, ReceiptFact } from '../history.ts'
import type { WayToGoOn } from './question.ts'

const YEAR = 12

/**
 * The history carried on from `from` to before `until`, for months nobody has recorded yet: what is promised arrives on the day it is
 * due; and, where the months go on as last year, the initiatives begun and the bookings made in the twelve months before `from` are
 * repeated each year by the same organisations. No pledge is renewed: money ahead is money confirmed. Source: docs/adr/0086.
 */
export function monthsAhead(history: History, from: Month, until: Month, goesOn: WayToGoOn): History {
  const first = `${from}-01`
  const end = `${until}-01`
  const kept: History = {
    ...history,
    dataCompleteThrough: null,
    receipts: history.receipts && [...history.receipts, ...receiptsToCome(history, first, end)],
  }
  if (goesOn === 'as-planned') return kept
  const yearBefore = `${addMonths(from, -YEAR)}-01`
  const isOfLastYear = (day: Day | null): day is Day => day !== null && day >= yearBefore && day < first
  const years = [1, 2, 3, 4].filter((year) => addMonths(from, (year - 1) * YEAR) < until)
  const models = history.initiatives.filter((one) => isOfLastYear(one.startedOn))
  const modelIds = new Set(models.map((one) => one.id))
  const bookings = (history.bookings ?? []).filter((one) => isOfLastYear(one.startsOn))
  const partsOfModels = history.participations.filter((one) => modelIds.has(one.initiativeId))
  const moved = (day: Day | null, year: number) => (day === null ? null : addMonthsToDay(day, year * YEAR))
  const again = (id: string, year: number) => `${id} again ${year}`
  const repeated = years.flatMap((year) =>
    models.map((one) => ({
      ...one,
      id: again(one.id, year),
      startedOn: moved(one.startedOn, year),
      plannedEndOn: moved(one.plannedEndOn, year),
      endedOn: moved(one.endedOn, year),
    })),
  )
  return {
    ...kept,
    initiatives: [...kept.initiatives, ...repeated.filter((one) => one.startedOn !== null && one.startedOn < end)],
    participations: [
      ...kept.participations,
      ...years.flatMap((year) =>
        partsOfModels.map((one) => ({
          ...one,
          initiativeId: again(one.initiativeId, year),
          from: moved(one.from, year),
          to: moved(one.to, year),
        })),
      ),
    ],
    bookings: kept.bookings && [
      ...kept.bookings,
      ...years.flatMap((year) =>
        bookings.map((one) => ({
          ...one,
          id: again(one.id, year),
          initiativeId: null,
          startsOn: addMonthsToDay(one.startsOn, year * YEAR),
          endsOn: addMonthsToDay(one.endsOn, year * YEAR),
        })),
      ),
    ],
  }
}

/** What confirmed pledges still owe of the instalments due in the span, received on the due day. Receipts settle the oldest dues first. */
function receiptsToCome(history: History, from: Day, end: Day): ReceiptFact[] {
  const confirmed = new Set((history.pledges ?? []).filter((one) => one.status === 'confirmed').map((one) => one.id))
  const received = new Map<string, number>()
  for (const { pledgeId, amountMinor } of history.receipts ?? [])
    received.set(pledgeId, (received.get(pledgeId) ?? 0) + (amountMinor ?? 0))
  const owed = new Map<string, number>()
  const dues = (history.instalments ?? [])
    .filter((one) => confirmed.has(one.pledgeId) && one.dueOn < end)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  return dues.flatMap(({ pledgeId, dueOn, amountMinor }) => {
    const amount = amountMinor ?? 0
    const total = (owed.get(pledgeId) ?? 0) + amount
    owed.set(pledgeId, total)
    const open = Math.min(amount, total - (received.get(pledgeId) ?? 0))
    return dueOn < from || open <= 0 ? [] : [{ pledgeId, receivedOn: dueOn, amountMinor: open, quantity: null }]
  })
}
