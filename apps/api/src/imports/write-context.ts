import type pg from 'pg'
import type { AssumedDay } from './assumed-days.ts'
import type { IssueList } from './issues.ts'
import type { OriginRow } from './origin-rows.ts'

/** Rows one statement carries. */
export const CHUNK_ROWS = 2_000

export interface WriteContext {
  readonly client: pg.ClientBase
  readonly communityId: string
  readonly source: string
  readonly timezone: string
  readonly now: Date
  /** Nothing of the community was here before. */
  readonly isNew: boolean
  readonly assumedDay: AssumedDay
  /** Origins the package itself tells, by file and row. */
  readonly toldOrigins: ReadonlyMap<string, OriginRow>
  readonly conflicts: IssueList
  readonly onRows: (count: number) => void
}
