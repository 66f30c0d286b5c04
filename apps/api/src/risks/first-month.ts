import type { History } from '@commonweal/domain/risks/history'

/** The first month that can see anything: the month after the first dated initiative or pledge. */
export function firstMonth(history: History): string | null {
  const days = [
    ...history.initiatives.map((each) => each.startedOn),
    ...(history.pledges ?? []).map((each) => each.from ?? each.confirmedOn),
  ].filter((day) => day !== null)
  if (days.length === 0) return null
  const earliest = days.reduce((least, day) => (day < least ? day : least))
  const [year = 0, month = 0] = earliest.split('-').map(Number)
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
}
