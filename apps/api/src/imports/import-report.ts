import type { FileCount, RowIssue } from '@commonweal/contracts/imports'
import type pg from 'pg'
import type { BytesPlace } from './package-bytes.ts'
import type { PackageInput } from './package-input.ts'

/** By slug, founding the community where it is not known (the operator); or into one the caller may change. */
export type ImportTarget = { readonly kind: 'by-slug' } | { readonly kind: 'into'; readonly communityId: string }

export interface ImportProgress {
  readonly phase: 'reading' | 'checking' | 'writing'
  readonly rowsDone: number
  readonly rowsTotal: number
}

export interface ImportActor {
  readonly importId: string
  readonly personId: string
  readonly organisationId: string | null
  readonly capacity: string | null
}

export interface ImportRequest {
  readonly pool: pg.Pool
  readonly input: PackageInput
  readonly files: BytesPlace
  readonly target: ImportTarget
  readonly isDryRun?: boolean
  readonly isLenient?: boolean
  readonly now: Date
  /** The person who imports; an operator has none. What changed is then said in the community's activity. */
  readonly actor?: ImportActor
  readonly onProgress?: (progress: ImportProgress) => void
}

/** Listed issues are capped, totals are not. A refused import changed nothing. */
export interface ImportReport {
  readonly status: 'done' | 'refused'
  readonly isDryRun: boolean
  readonly communityId: string | null
  readonly slug: string | null
  readonly source: string | null
  readonly rowsTotal: number
  readonly counts: readonly FileCount[]
  readonly faults: readonly RowIssue[]
  readonly faultsTotal: number
  readonly warnings: readonly RowIssue[]
  readonly warningsTotal: number
  readonly conflicts: readonly RowIssue[]
  readonly conflictsTotal: number
  readonly absent: readonly RowIssue[]
  readonly absentTotal: number
}
