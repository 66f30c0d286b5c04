/** A row as text by column name; what is not known is empty or missing. */
export type Said = Readonly<Record<string, string>>

export type Merge =
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'changed'; readonly columns: readonly string[] }
  | { readonly outcome: 'conflict'; readonly columns: readonly string[] }

/**
 * Three-way merge of one row, column by column: base is what the row said when it was last imported, theirs what it says
 * now, ours what it says here. A column changed there only is taken, one changed here only stays, one changed on both
 * sides to different values is a conflict, and then the whole row stays. Without a base (null) every difference is one.
 * columns: those their file speaks of.
 */
export function mergeRow(columns: readonly string[], base: Said | null, theirs: Said, ours: Said): Merge {
  const taken: string[] = []
  const conflicts: string[] = []
  for (const column of columns) {
    const there = theirs[column] ?? ''
    const here = ours[column] ?? ''
    if (there === here) continue
    const before = base === null ? null : (base[column] ?? '')
    if (there === before) continue
    if (here === before) taken.push(column)
    else conflicts.push(column)
  }
  if (conflicts.length > 0) return { outcome: 'conflict', columns: conflicts }
  return taken.length > 0 ? { outcome: 'changed', columns: taken } : { outcome: 'unchanged' }
}

/** The base after a merge: what their file spoke of now says what it said. Empty cells are left out. */
export function nextBase(columns: readonly string[], base: Said | null, theirs: Said): Record<string, string> {
  const next: Record<string, string> = { ...base }
  for (const column of columns) {
    const value = theirs[column] ?? ''
    if (value === '') delete next[column]
    else next[column] = value
  }
  return next
}
