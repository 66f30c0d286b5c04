import type { History } from '@commonweal/domain/risks/history'
import { addMonths } from '@commonweal/domain/values/month'

const MOST_MONTHS = 240

/** Months a question may begin in, the latest first: back to the first dated initiative or pledge, at most twenty years. */
export function monthsToAskFrom(history: History, until: string): string[] {
  const days = [
    ...history.initiatives.map((one) => one.startedOn),
    ...(history.pledges ?? []).map((one) => one.confirmedOn ?? one.from),
  ].filter((day) => day !== null)
  const first = days.reduce((least, day) => (day < least ? day : least), `${until}-01`).slice(0, 7)
  const months: string[] = []
  for (let month = until; month > first && months.length < MOST_MONTHS; month = addMonths(month, -1)) months.push(month)
  return months.length === 0 ? [until] : months
}
