import { parse } from 'csv-parse/sync'
import { readdirSync, readFileSync } from 'node:fs'
import { demoTimezone, instantAt, laterDay, laterMonth, referenceMonth, wallTimeAt } from './demo-calendar.ts'
import { csvOf, type DemoFile, type DemoRow } from './demo-rows.ts'

export { referenceMonth }

/** The demo package, file by file; `community.json` is text. */
export interface DemoPackage {
  readonly community: string
  readonly files: ReadonlyMap<string, DemoFile>
}

const DAY_COLUMNS = [
  'from',
  'to',
  'on',
  'started_on',
  'planned_end_on',
  'ended_on',
  'review_on',
  'due_on',
  'received_on',
  'confirmed_on',
  'reached_on',
  'dropped_on',
  'ends_on',
]
const INSTANT_COLUMNS = ['starts_at', 'ends_at', 'posted_at', 'at']
/** Instants of no hour that matters: they move with the days around them. */
const KNOWLEDGE_COLUMNS = ['recorded_at']
const DAYS_PER_WEEK = 7

/** The demo package as it is written down, ending in the reference month. */
export function readDemo(folder: URL = new URL('lindenmark/', import.meta.url)): DemoPackage {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort()
  const files = names.map((name): [string, DemoFile] => {
    const [columns = [], ...lines] = parse(readFileSync(new URL(name, folder), 'utf8'))
    const rows = lines.map((cells) =>
      Object.fromEntries(columns.map((column, index) => [column, cells[index] || null])),
    )
    return [name, { columns, rows }]
  })
  return { community: readFileSync(new URL('community.json', folder), 'utf8'), files: new Map(files) }
}

/** Whole months by which the story is shifted so that it ends in the month before the given day. */
export function monthsToLastMonth(today: string): number {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
  return index(today) - 1 - index(referenceMonth)
}

/**
 * The package with every date moved by whole months: a day keeps its day of the month, or becomes the last of a shorter month.
 * Bookings move together by whole weeks, the last full one before those months are over: they keep their weekday, their distance
 * and their wall-clock time, so what did not overlap still does not.
 */
export function shiftDemo(demo: DemoPackage, months: number): DemoPackage {
  const moved = laterMonth(`${referenceMonth}-01`, months)
  const days = Math.round(
    (Date.parse(`${moved}T00:00:00Z`) - Date.parse(`${referenceMonth}-01T00:00:00Z`)) / 86_400_000,
  )
  const weeksInDays = Math.floor(days / DAYS_PER_WEEK) * DAYS_PER_WEEK
  const shifted = [...demo.files].map(([name, { columns, rows }]): [string, DemoFile] => [
    name,
    { columns, rows: rows.map((row) => shiftedRow(row, months, weeksInDays)) },
  ])
  return { community: demo.community, files: new Map(shifted) }
}

/** The package as the files of a folder, by name. */
export function demoTexts(demo: DemoPackage): ReadonlyMap<string, string> {
  return new Map([
    ['community.json', demo.community],
    ...[...demo.files].map(([name, file]): [string, string] => [name, csvOf(file)]),
  ])
}

function shiftedRow(row: DemoRow, months: number, days: number): DemoRow {
  const cells = Object.entries(row).map(([column, value]) => {
    if (typeof value !== 'string' || value === '') return [column, value]
    if (DAY_COLUMNS.includes(column)) return [column, laterMonth(value, months)]
    if (![...INSTANT_COLUMNS, ...KNOWLEDGE_COLUMNS].includes(column)) return [column, value]
    const { day, time } = wallTimeAt(value, demoTimezone)
    if (KNOWLEDGE_COLUMNS.includes(column)) return [column, instantAt(laterMonth(day, months), time, demoTimezone)]
    return [column, instantAt(laterDay(day, days), time, demoTimezone)]
  })
  return Object.fromEntries(cells) as DemoRow
}
