/** Stands between two values: a text of a person that holds one is quoted, and no id, day, number or code has one. */
const BETWEEN = '\u001f'
/** The same in SQL. */
export const between = `E'\\x1f'`

/** SQL: the values of a row as part of one text, null as nothing. Free text has to be `quoted`. */
export function packed(values: readonly string[]): string {
  return `concat(${values.join(`, ${between}, `)})`
}

/** SQL: free text as it may stand in a packed row. */
export function quoted(value: string): string {
  return `to_json(${value})`
}

/** Reads the values of one row, in the order in which they were packed. */
export interface PackedRow {
  /** The same id is the same text wherever it stands, which makes tables of ids quick. */
  readonly id: () => string
  readonly idOrNull: () => string | null
  readonly text: () => string
  readonly textOrNull: () => string | null
  readonly number: () => number
  readonly numberOrNull: () => number | null
  readonly booleanOrNull: () => boolean | null
  /** What was `quoted`. */
  readonly freeText: () => string
  readonly freeTextOrNull: () => string | null
}

/** Reads packed rows; ids are shared by all rows it reads. */
export function rowReader(): <Row>(rows: string | null, read: (row: PackedRow) => Row) => Row[] {
  const ids = new Map<string, string>()
  let values: string[] = []
  let at = 0
  const next = () => values[at++] ?? ''
  const id = () => {
    const value = next()
    const known = ids.get(value)
    if (known !== undefined) return known
    ids.set(value, value)
    return value
  }
  const orNull = <Value>(read: () => Value) => {
    if (values[at] !== '') return read()
    at += 1
    return null
  }
  const number = () => Number(next())
  const freeText = () => JSON.parse(next() || '""') as string
  const row: PackedRow = {
    id,
    idOrNull: () => orNull(id),
    text: next,
    textOrNull: () => orNull(next),
    number,
    numberOrNull: () => orNull(number),
    booleanOrNull: () => orNull(() => next() === 't'),
    freeText,
    freeTextOrNull: () => orNull(freeText),
  }
  return (rows, read) => {
    if (rows === null) return []
    values = rows.split(BETWEEN)
    at = 0
    const found = []
    while (at < values.length) found.push(read(row))
    return found
  }
}
