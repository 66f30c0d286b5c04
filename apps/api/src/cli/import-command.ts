import type { RowIssue } from '@commonweal/contracts/imports'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Writable } from 'node:stream'
import { v7 as uuidv7 } from 'uuid'
import { importPackage } from '../imports/import-package.ts'
import type { ImportProgress, ImportReport } from '../imports/import-report.ts'
import { recordImport } from '../imports/imports.store.ts'
import { tableText, type Command } from './command.ts'
import { ensureSteward } from './steward.ts'

/** Imports a package as the operator. Refused packages change nothing and end with status 1. */
export async function importCommand({
  pool,
  files,
  words: [place = ''],
  flags,
  cwd,
  stdout,
  stderr,
}: Command): Promise<number> {
  const from = path.resolve(cwd, place)
  const found = await stat(from).catch(() => null)
  if (!found) {
    stderr.write(`There is no file or folder ${from}\n`)
    return 1
  }
  const steward = typeof flags['steward'] === 'string' ? flags['steward'].trim() : null
  if (steward !== null && !/^[^@\s]+@[^@\s]+$/.test(steward)) {
    stderr.write(`--steward expects an e-mail address, not "${steward}"\n`)
    return 2
  }
  const startedAt = new Date()
  const report = await importPackage({
    pool,
    files,
    input: found.isDirectory() ? { folder: from } : { zip: from },
    target: { kind: 'by-slug' },
    isDryRun: flags['dry-run'] === true,
    isLenient: flags['lenient'] === true,
    now: startedAt,
    onProgress: progressTo(stderr),
  })
  if (flags['json'] === true) stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  else writeReport(report, stdout)
  if (report.status === 'refused') {
    stderr.write(`Refused: ${report.faultsTotal} fault${report.faultsTotal === 1 ? '' : 's'}; nothing was changed.\n`)
    return 1
  }
  if (report.communityId === null || report.isDryRun) return 0
  await recordImport(pool, report.communityId, uuidv7(), report, startedAt)
  if (steward !== null) {
    const named = await ensureSteward(pool, report.communityId, steward, new Date())
    stderr.write(
      named.isNewAccount
        ? `${steward} is steward now and needs a password.\nOne-time password, shown only now: ${named.password}\n`
        : `${steward} is steward now.\n`,
    )
  }
  return 0
}

/** One line a phase on a file or pipe, one line that moves on a screen. */
function progressTo(stderr: Writable): (progress: ImportProgress) => void {
  const isScreen = (stderr as Writable & { isTTY?: boolean }).isTTY === true
  let phase = ''
  let shownAt = 0
  return (progress) => {
    const isNew = progress.phase !== phase
    if (!isNew && (!isScreen || Date.now() - shownAt < 200)) return
    const before = isScreen && phase !== '' ? '\r' : ''
    phase = progress.phase
    shownAt = Date.now()
    const rows =
      isScreen && progress.phase === 'writing'
        ? `${progress.rowsDone} of ${progress.rowsTotal} rows`
        : progress.phase === 'reading'
          ? '…'
          : `${progress.rowsTotal} rows`
    stderr.write(`${before}${`${progress.phase} ${rows}`.padEnd(isScreen ? 40 : 0)}${isScreen ? '' : '\n'}`)
    if (isScreen && progress.phase === 'writing' && progress.rowsDone >= progress.rowsTotal) stderr.write('\n')
  }
}

function writeReport(report: ImportReport, out: Writable): void {
  const head = ['file', 'rows', 'added', 'changed', 'unchanged', 'conflicts', 'absent']
  const rows = report.counts.map((count) => [
    count.file,
    count.rows,
    count.added,
    count.changed,
    count.unchanged,
    count.conflicts,
    count.absent,
  ])
  if (rows.length > 0) out.write(tableText([head, ...rows]))
  writeIssues(out, 'Faults', report.faults, report.faultsTotal)
  writeIssues(out, 'Warnings', report.warnings, report.warningsTotal)
  writeIssues(out, 'Changed on both sides, left as they are here', report.conflicts, report.conflictsTotal)
  writeIssues(out, 'Known here, no longer in the package; they stay', report.absent, report.absentTotal)
  if (report.status === 'done') out.write(`${report.isDryRun ? 'Would be imported' : 'Imported'}: ${report.slug}\n`)
}

function writeIssues(out: Writable, title: string, issues: readonly RowIssue[], total: number): void {
  if (total === 0) return
  out.write(`\n${title} (${total}):\n`)
  for (const { file, line, column, code, value } of issues) {
    out.write(
      `  ${file}${line === null ? '' : `:${line}`}${column === null ? '' : ` ${column}`}: ${code}${value === null || value === '' ? '' : ` "${value}"`}\n`,
    )
  }
  if (total > issues.length) out.write(`  and ${total - issues.length} more\n`)
}
