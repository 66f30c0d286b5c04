import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The files that are cut; nothing in them names a person. */
const cut = [
  'organisations',
  'memberships',
  'initiatives',
  'participations',
  'pledges',
  'instalments',
  'receipts',
  'costs',
  'reserves',
]

export interface TwoParts {
  /** What began before the day, and all that belongs to it. */
  readonly untilThen: Uint8Array
  /** Everything, what began from that day on being recorded at the instant given. */
  readonly withLateFacts: Uint8Array
}

/**
 * Cuts an exported package in two at a day: once without the initiatives that began from then on, once whole, with these and all that
 * belongs to them recorded late. Only what names no person is taken along, and the community is called otherwise, so that both can be
 * imported beside it.
 */
export function inTwoParts(exported: Uint8Array, slug: string, day: string, recordedAt: string): TwoParts {
  const all = unzipSync(exported)
  const { id: _, ...record } = JSON.parse(strFromU8(all['community.json'] ?? new Uint8Array())) as { id: string }
  const files = Object.entries(all)
    .map(([name, bytes]) => [name, strFromU8(bytes)] as const)
    .filter(([name]) => cut.some((noun) => name === `${noun}.csv`))
  const rowsIn = (noun: string) => rowsOf(files.find(([name]) => name === `${noun}.csv`)?.[1] ?? '')
  const idOf = (row: string) => row.slice(0, row.indexOf(','))
  const late = new Set(
    rowsIn('initiatives')
      .filter((row) => (/,(\d{4}-\d\d-\d\d),/.exec(row)?.[1] ?? '') >= day)
      .map(idOf),
  )
  if (late.size === 0) throw new Error(`no initiative begins from ${day} on`)
  const isLate = (row: string) => row.split(/[,|]/).some((cell) => late.has(cell))
  // What was promised for them has instalments and receipts of its own.
  for (const pledge of rowsIn('pledges').filter(isLate).map(idOf)) late.add(pledge)
  const community = strToU8(JSON.stringify({ ...record, slug }))
  const part = (change: (rows: readonly string[]) => readonly string[]) =>
    zipSync({
      'community.json': community,
      ...Object.fromEntries(
        files.map(([name, text]) => [
          name,
          strToU8([text.slice(0, text.indexOf('\n')), ...change(rowsOf(text)), ''].join('\n')),
        ]),
      ),
    })
  return {
    untilThen: part((rows) => rows.filter((row) => !isLate(row))),
    // The last column says since when a row is known.
    withLateFacts: part((rows) => rows.map((row) => (isLate(row) && row.endsWith(',') ? row + recordedAt : row))),
  }
}

/** The lines below the first; no text of what is cut holds a line break. */
function rowsOf(text: string): string[] {
  return text.trimEnd().split(/\r?\n/).slice(1)
}
