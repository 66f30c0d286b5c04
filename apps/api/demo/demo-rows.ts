/** A row of the demo package: columns by name, text as it stands in the file. Null cells are empty. */
export type DemoRow = Readonly<Record<string, string | number | boolean | null>>

/** One file of the package in the order of its columns. */
export interface DemoFile {
  readonly columns: readonly string[]
  readonly rows: readonly DemoRow[]
}

/** CSV of one file: header, LF, quotes only where a cell needs them (RFC 4180). */
export function csvOf({ columns, rows }: DemoFile): string {
  const lines = rows.map((row) => columns.map((column) => cellOf(row[column] ?? null)).join(','))
  return [columns.join(','), ...lines].map((line) => `${line}\n`).join('')
}

/** Numbers between 0 and 1 that follow from the seed alone (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function cellOf(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
