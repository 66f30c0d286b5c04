import { mondayOf, mondayOfWeek } from '@commonweal/domain/spaces/wall-time'
import { addDays } from '@commonweal/domain/values/day'
import { daysBetween } from '@commonweal/domain/values/month'

/** The ISO week a day lies in, `2026-W22`: it belongs to the year of its Thursday. */
export function weekOf(day: string): string {
  const thursday = addDays(mondayOf(day), 3)
  const year = thursday.slice(0, 4)
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

export function weekAfter(week: string, weeks: number): string {
  const monday = mondayOfWeek(week)
  if (!monday) throw new RangeError(`no week: ${week}`)
  return weekOf(addDays(monday, weeks * 7))
}
