import { setImmediate as nextTurn } from 'node:timers/promises'
import { assumedDays, type AssumedDay } from './assumed-days.ts'
import { checkImages } from './check-images.ts'
import { checkOverlaps } from './check-overlaps.ts'
import { checkAboutRows, checkRows, type CheckLists } from './check-rows.ts'
import type { PackageRows } from './file-rows.ts'
import { fillDefaults } from './fill-defaults.ts'
import { checkParents, identifyRows, resolveReferences, type OpenReference } from './identify-rows.ts'
import type { ReadPackage } from './read-package.ts'
import { unfoldShorthands } from './unfold-shorthands.ts'

export interface CheckedPackage {
  readonly rows: PackageRows
  readonly source: string
  /** References only the community can resolve. */
  readonly open: readonly OpenReference[]
  readonly assumedDay: AssumedDay
}

/** Everything that can be judged without the database; goes on after faults so that all of them are found. Others get a turn in between. */
export async function checkPackage(
  { community, rows, unreadable }: ReadPackage,
  now: Date,
  lists: CheckLists,
): Promise<CheckedPackage> {
  const { faults } = lists
  // A faulty community record is refused anyway; these stand in so that the rows are judged too.
  const place = community ?? { timezone: 'UTC', currency: 'EUR', source: 'unknown' }
  const today = dayAt(now, place.timezone)
  unfoldShorthands(rows, faults)
  fillDefaults(rows, place, today, faults)
  await nextTurn()
  identifyRows(rows, place.source, faults)
  await nextTurn()
  const open = resolveReferences(rows, place.source, unreadable)
  await nextTurn()
  checkParents(rows.get('organisations'), faults)
  checkRows(rows, now, lists)
  checkAboutRows(rows, faults)
  checkImages(rows.get('history'), faults)
  await nextTurn()
  checkOverlaps(rows, now, faults)
  return { rows, source: place.source, open, assumedDay: assumedDays(rows, today) }
}

/** The calendar day of an instant in a zone. */
export function dayAt(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  )
}
