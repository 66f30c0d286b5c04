import { parse, type CsvError } from 'csv-parse'
import { isUtf8 } from 'node:buffer'
import { setImmediate as nextTurn } from 'node:timers/promises'

const SLICE_BYTES = 32 * 1024
const LINE_FEED = 0x0a

export interface CsvFault {
  readonly line: number | null
  readonly code: 'not-utf-8' | 'csv-not-readable'
  readonly value: string | null
}

/**
 * Reads RFC 4180 text record by record: `onRecord` gets the cells and the line the record starts on (a quoted cell may
 * span lines, empty lines are passed over). LF or CRLF, optional BOM. Gives other work a turn between slices.
 */
export async function readCsv(bytes: Buffer, onRecord: (cells: string[], line: number) => void): Promise<CsvFault[]> {
  const encodingFaults = linesNotUtf8(bytes)
  if (encodingFaults.length > 0) return encodingFaults
  let nextLine = 1
  let emptyLines = 0
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n'],
    on_record: (cells: string[], info: { empty_lines: number }) => {
      const line = nextLine + info.empty_lines - emptyLines
      emptyLines = info.empty_lines
      nextLine = line + 1 + cells.reduce((sum, cell) => sum + lineFeeds(cell), 0)
      onRecord(cells, line)
      return null
    },
  })
  const ended = new Promise<CsvFault[]>((resolve) => {
    parser.once('end', () => resolve([]))
    parser.once('error', (error: CsvError) =>
      resolve([{ line: nextLine, code: 'csv-not-readable', value: error.code ?? null }]),
    )
  })
  parser.resume()
  for (let start = 0; start < bytes.length && !parser.destroyed; start += SLICE_BYTES) {
    parser.write(bytes.subarray(start, start + SLICE_BYTES))
    await nextTurn()
  }
  if (!parser.destroyed) parser.end()
  return ended
}

function lineFeeds(cell: string): number {
  let count = 0
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1
  return count
}

/** Every line that is not UTF-8; lone surrogates and overlong forms are not. */
function linesNotUtf8(bytes: Buffer): CsvFault[] {
  if (isUtf8(bytes)) return []
  const faults: CsvFault[] = []
  let line = 1
  for (let start = 0; start < bytes.length; line += 1) {
    const next = bytes.indexOf(LINE_FEED, start)
    const end = next === -1 ? bytes.length : next
    const piece = bytes.subarray(start, end)
    if (!isUtf8(piece)) faults.push({ line, code: 'not-utf-8', value: piece.toString('latin1').slice(0, 80) })
    start = end + 1
  }
  return faults
}
