import type { Import } from '@commonweal/contracts/imports'
import type pg from 'pg'
import type { Scope } from '../database/scope.ts'
import type { ImportProgress, ImportReport } from './import-report.ts'

/** An import that gave no sign for this long has ended with its process. */
const SILENT_AFTER = `interval '60 seconds'`

interface ImportRow {
  id: string
  status: Import['status']
  phase: Import['phase']
  rowsDone: number
  rowsTotal: number
  isDryRun: boolean
  startedAt: Date
  finishedAt: Date | null
  source: string | null
  report: Partial<ImportReport> | null
}

/** A running import that fell silent makes way for a new one. */
export async function endSilentImports({ client, communityId, now }: Scope): Promise<void> {
  await client.query(
    `update imports set status = 'interrupted', finished_at = beat_at
     where community_id = $1 and status = 'running' and beat_at < $2::timestamptz - ${SILENT_AFTER}`,
    [communityId, now],
  )
}

/** The unique index `imports_one_running` judges whether another one is on its way. */
export async function insertImport(
  { client, communityId, personId, now }: Scope,
  id: string,
  isDryRun: boolean,
): Promise<void> {
  await client.query(
    `insert into imports (community_id, id, status, phase, is_dry_run, started_at, beat_at, started_by) values ($1, $2, 'running', 'reading', $3, $4, $4, $5)`,
    [communityId, id, isDryRun, now, personId],
  )
}

export async function findImport({ client, communityId, now }: Scope, id: string): Promise<Import | null> {
  const found = await client.query<ImportRow>(
    `select id::text, case when status = 'running' and beat_at < $3::timestamptz - ${SILENT_AFTER} then 'interrupted' else status end as status,
       phase, rows_done as "rowsDone", rows_total as "rowsTotal", is_dry_run as "isDryRun", started_at as "startedAt",
       finished_at as "finishedAt", source, report
     from imports where community_id = $1 and id = $2`,
    [communityId, id, now],
  )
  const row = found.rows[0]
  if (!row) return null
  const { report, startedAt, finishedAt, ...told } = row
  return {
    ...told,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    counts: [...(report?.counts ?? [])],
    faults: [...(report?.faults ?? [])],
    faultsTotal: report?.faultsTotal ?? 0,
    warnings: [...(report?.warnings ?? [])],
    conflicts: [...(report?.conflicts ?? [])],
    absent: [...(report?.absent ?? [])],
  }
}

interface ImportKey {
  readonly communityId: string
  readonly importId: string
}

export async function beatImport(
  pool: pg.Pool,
  { communityId, importId }: ImportKey,
  at: Date,
  progress: ImportProgress,
): Promise<void> {
  await pool.query(
    `update imports set beat_at = $3, phase = $4, rows_done = $5, rows_total = $6 where community_id = $1 and id = $2 and status = 'running'`,
    [communityId, importId, at, progress.phase, progress.rowsDone, progress.rowsTotal],
  )
}

export async function finishImport(
  pool: pg.Pool,
  { communityId, importId }: ImportKey,
  at: Date,
  report: ImportReport,
): Promise<void> {
  await pool.query(
    `update imports set status = $3, phase = 'finished', beat_at = $4, finished_at = $4, rows_done = $5, rows_total = $5, source = $6, report = $7
     where community_id = $1 and id = $2`,
    [communityId, importId, report.status, at, report.rowsTotal, report.source, JSON.stringify(report)],
  )
}

export async function interruptImport(pool: pg.Pool, { communityId, importId }: ImportKey, at: Date): Promise<void> {
  await pool.query(
    `update imports set status = 'interrupted', finished_at = $3 where community_id = $1 and id = $2 and status = 'running'`,
    [communityId, importId, at],
  )
}

/** The record of an import that ran from the command line. */
export async function recordImport(
  pool: pg.Pool,
  communityId: string,
  id: string,
  report: ImportReport,
  startedAt: Date,
): Promise<void> {
  await pool.query(
    `insert into imports (community_id, id, status, phase, rows_done, rows_total, is_dry_run, started_at, beat_at, finished_at, source, report)
     values ($1, $2, $3, 'finished', $4, $4, $5, $6, $7, $7, $8, $9)`,
    [
      communityId,
      id,
      report.status,
      report.rowsTotal,
      report.isDryRun,
      startedAt,
      new Date(),
      report.source,
      JSON.stringify(report),
    ],
  )
}

export async function findSlug({ client, communityId }: Scope): Promise<string | null> {
  const found = await client.query<{ slug: string }>('select slug from communities where id = $1', [communityId])
  return found.rows[0]?.slug ?? null
}
