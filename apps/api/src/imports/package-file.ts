import type { FileKind, PackageColumn } from './package-columns.ts'

export interface PackageFile {
  readonly kind: FileKind
  readonly name: `${FileKind}.csv`
  readonly table: string
  /** What a row says; one line of the format's description. */
  readonly holds: string
  readonly columns: readonly PackageColumn[]
  /** Columns that name a row without an id; null where every row needs one. Equal rows are numbered. */
  readonly naturalKey: readonly string[] | null
  /** Whether rows carry the time since when they are known. */
  readonly hasKnowledge: boolean
  readonly hasRevision: boolean
  /** Rows are never changed: one that differs from ours is a conflict. */
  readonly isAppendOnly: boolean
  /** How a row came to be rather than what it says: origins and superseded images. Written by its own code. */
  readonly isAboutRows: boolean
}

type FileDraft = Pick<PackageFile, 'holds' | 'columns'> & Partial<PackageFile>

/** Most files are named like their table and carry facts; a draft says where one differs. */
export function file(kind: FileKind, draft: FileDraft): PackageFile {
  return {
    kind,
    name: `${kind}.csv`,
    table: kind.replaceAll('-', '_'),
    naturalKey: null,
    hasKnowledge: true,
    hasRevision: false,
    isAppendOnly: false,
    isAboutRows: false,
    ...draft,
  }
}
