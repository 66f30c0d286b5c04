import { addRowFault, cell, columnAt, refColumns, type FileRows, type PackageRows } from './file-rows.ts'
import type { IssueList } from './issues.ts'
import type { FileKind } from './package-columns.ts'
import { naturalRef, rowId } from './row-ids.ts'

/** Gives every row its ref and id. Ids are unique in their file. */
export function identifyRows(rows: PackageRows, source: string, faults: IssueList): void {
  for (const file of rows.values()) {
    if (file.file.isAboutRows) continue
    if (file.file.naturalKey) nameByNaturalKey(file, file.file.naturalKey)
    const seen = new Map<string, number>()
    for (const [row, ref] of file.refs.entries()) {
      if (ref === '') continue
      const id = rowId(source, file.file.kind, ref)
      file.ids[row] = id
      if (seen.has(id)) addRowFault(faults, file, row, 'id', 'id-twice', ref)
      seen.set(id, row)
    }
  }
}

/**
 * Equal keys are numbered in the order of what else their rows say, not of their lines: a package whose lines were
 * shuffled is the same package.
 */
function nameByNaturalKey(rows: FileRows, key: readonly string[]): void {
  const positions = key.map((name) => columnAt(rows.file, name))
  const groups = new Map<string, number[]>()
  for (const [row, ref] of rows.refs.entries()) {
    if (ref !== '') continue
    const name = naturalRef(
      positions.map((at) => rows.cells[row]?.[at] ?? ''),
      1,
    )
    const group = groups.get(name)
    if (group) group.push(row)
    else groups.set(name, [row])
  }
  for (const [name, group] of groups) {
    const ordered = group.length === 1 ? group : group.toSorted((a, b) => (said(rows, a) < said(rows, b) ? -1 : 1))
    for (const [index, row] of ordered.entries()) {
      const parts = positions.map((at) => rows.cells[row]?.[at] ?? '')
      rows.refs[row] = index === 0 ? name : naturalRef(parts, index + 1)
    }
  }
}

function said(rows: FileRows, row: number): string {
  return [...(rows.cells[row] ?? []), rows.recordedAt[row] ?? ''].join('\u0000')
}

/** A reference to a row the package does not have; the community may. */
export interface OpenReference {
  readonly kind: FileKind
  readonly id: string
  readonly rows: FileRows
  readonly row: number
  readonly column: string
  readonly ref: string
}

/**
 * Replaces the refs in cells by row ids. Answers the references that the package itself does not resolve, those to
 * files that could not be read left out.
 */
export function resolveReferences(
  rows: PackageRows,
  source: string,
  unreadable: ReadonlySet<FileKind>,
): OpenReference[] {
  const open: OpenReference[] = []
  const known = new Map([...rows].map(([kind, file]) => [kind, new Set(file.ids)]))
  const ids = new Map<string, string>()
  for (const file of rows.values()) {
    for (const { column, to } of refColumns(file.file)) {
      if (column.isShorthand) continue
      const at = columnAt(file.file, column.name)
      for (const [row, cells] of file.cells.entries()) {
        const ref = cells[at] ?? ''
        if (ref === '') continue
        const key = `${to}\u0000${ref}`
        const id = ids.get(key) ?? rowId(source, to, ref)
        ids.set(key, id)
        cells[at] = id
        if (!known.get(to)?.has(id) && !unreadable.has(to))
          open.push({ kind: to, id, rows: file, row, column: column.name, ref })
      }
    }
  }
  return open
}

/** Organisations that stand above themselves by way of the rows of the package. */
export function checkParents(rows: FileRows | undefined, faults: IssueList): void {
  if (!rows) return
  const parents = new Map(rows.ids.map((id, row) => [id, cell(rows, row, 'parent_id')]))
  const settled = new Set<string>()
  for (const [row, id] of rows.ids.entries()) {
    const path = new Set<string>()
    let at: string | undefined = id
    while (at && !settled.has(at) && !path.has(at)) {
      path.add(at)
      at = parents.get(at)
    }
    // Only those on the ring are at fault, not those below it.
    if (at && path.has(at) && isOnRing(id, at, parents))
      addRowFault(faults, rows, row, 'parent_id', 'parent-cycle', rows.refs[row] ?? null)
    else if (!(at && path.has(at))) for (const member of path) settled.add(member)
  }
}

function isOnRing(id: string, start: string, parents: ReadonlyMap<string, string>): boolean {
  let at = start
  do {
    if (at === id) return true
    at = parents.get(at) ?? ''
  } while (at !== start && at !== '')
  return false
}
