import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { readCsv } from '../../apps/api/src/imports/read-csv.ts'
import { Refusal } from '../refusal.ts'

export type Row = Readonly<Record<string, string>>

/** One folder of records. */
export interface DataFolder {
  readonly name: string
  readonly kind: DataKind
  readonly json: (file: string) => unknown
  /** Rows of a table by column name; null where the file does not exist. */
  readonly rows: (file: string) => Promise<Row[] | null>
  /** Rows of the one table of a ledger; null where the folder holds none. */
  readonly ledgerRows: () => Promise<Row[] | null>
}

/** What a folder holds, told by the columns of its files and not by its name. */
export type DataKind =
  | 'community package'
  | 'labelled communities'
  | 'ledger'
  | 'yearly networks'
  | 'yearly ties'
  | 'monthly use'
  | 'not used'

const SHAPES: readonly { kind: DataKind; file: string; columns: readonly string[] }[] = [
  { kind: 'labelled communities', file: 'projects.csv', columns: ['project', 'status', 'months_observed'] },
  { kind: 'yearly networks', file: 'networks.csv', columns: ['network_id', 'start_year', 'end_year'] },
  { kind: 'yearly ties', file: 'ties.csv', columns: ['source', 'year', 'target', 'weight'] },
  { kind: 'monthly use', file: 'monthly.csv', columns: ['month', 'authority', 'issues'] },
]
const LEDGER_COLUMNS = ['datetime', 'type', 'kind', 'counterparty', 'amount', 'payment_processor_fee', 'currency']

/** The folders below `root`, sorted by name. */
export function dataFolders(root: string): DataFolder[] {
  if (!existsSync(root) || !statSync(root).isDirectory()) throw new Refusal(`There is no folder ${root}.`)
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => folderAt(path.join(root, name)))
}

/** The table of a ledger, whatever it is called. */
function ledgerFile(folder: string): string | null {
  const files = readdirSync(folder).filter((file) => file.endsWith('.csv'))
  return files.find((file) => hasColumns(path.join(folder, file), LEDGER_COLUMNS)) ?? null
}

function folderAt(place: string): DataFolder {
  return {
    name: path.basename(place),
    kind: kindOf(place),
    json: (file) => JSON.parse(readFileSync(path.join(place, file), 'utf8')) as unknown,
    rows: (file) => rowsOf(path.join(place, file)),
    ledgerRows: async () => {
      const file = ledgerFile(place)
      return file === null ? null : rowsOf(path.join(place, file))
    },
  }
}

function kindOf(place: string): DataKind {
  if (existsSync(path.join(place, 'community.json'))) return 'community package'
  const shape = SHAPES.find(({ file, columns }) => hasColumns(path.join(place, file), columns))
  if (shape !== undefined) return shape.kind
  return ledgerFile(place) === null ? 'not used' : 'ledger'
}

function hasColumns(file: string, columns: readonly string[]): boolean {
  if (!existsSync(file)) return false
  const header = readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? ''
  const names = header.split(',')
  return columns.every((column) => names.includes(column))
}

async function rowsOf(file: string): Promise<Row[] | null> {
  if (!existsSync(file)) return null
  const records: string[][] = []
  const faults = await readCsv(readFileSync(file), (cells) => records.push(cells))
  const fault = faults[0]
  if (fault !== undefined) throw new Refusal(`${path.basename(file)}, line ${fault.line ?? '?'}: ${fault.code}.`)
  const [names = [], ...rows] = records
  return rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])))
}
