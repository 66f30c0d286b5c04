import type { FileCount } from '@commonweal/contracts/imports'
import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { checkPackage, type CheckedPackage } from './check-package.ts'
import type { CommunityRecord } from './community-record.ts'
import { addRowFault, type FileRows } from './file-rows.ts'
import { addIssue, inFileOrder, issueList, type IssueList } from './issues.ts'
import type { FileKind } from './package-columns.ts'
import { lockFiles } from '../files/files.store.ts'
import {
  checkBytes,
  discardBytes,
  keepBytes,
  resolveBytes,
  type OpenBytes,
  type PackageBytes,
} from './package-bytes.ts'
import { PackageNotReadable } from './package-entry.ts'
import { factFiles, packageFile, requiredKinds } from './package-files.ts'
import { listAbsent, toldOrigins, writeOrigins } from './origin-rows.ts'
import type { ImportActor, ImportProgress, ImportReport, ImportRequest } from './import-report.ts'
import { readPackage } from './read-package.ts'
import { settleCommunity, type CommunityHere } from './write-community.ts'
import type { WriteContext } from './write-context.ts'
import { addWriteFault } from './write-failure.ts'
import { writeFile } from './write-file.ts'
import { writeHistory } from './write-history.ts'
import { writeOccupancies } from './write-occupancies.ts'

/** From here on a table is another one to the planner. */
const MANY_ROWS = 200

interface Lists {
  readonly faults: IssueList
  readonly warnings: IssueList
  readonly conflicts: IssueList
  readonly absent: IssueList
}

/**
 * Imports a canonical package: reads and checks all of it, then writes it in one transaction, or nothing of it. A dry run
 * does the same and takes it back. Throws only for what is not the package's fault.
 */
export async function importPackage(request: ImportRequest): Promise<ImportReport> {
  const lists: Lists = { faults: issueList(), warnings: issueList(), conflicts: issueList(), absent: issueList() }
  let rowsTotal = 0
  const progress = (phase: ImportProgress['phase'], rowsDone: number) =>
    request.onProgress?.({ phase, rowsDone, rowsTotal })
  let community: CommunityRecord | null = null
  let counts: FileCount[] = []
  let here: CommunityHere | null = null
  const bytes: PackageBytes = { staged: new Map(), damaged: new Set() }
  try {
    const unknowns = request.isLenient ? lists.warnings : lists.faults
    const read = await readPackage(
      request.input,
      { faults: lists.faults, unknowns },
      (count) => progress('reading', (rowsTotal += count)),
      { store: request.files.store, bytes },
    )
    community = read.community
    progress('checking', 0)
    const checked = await checkPackage(read, request.now, lists)
    const open = await checkBytes(checked.rows, bytes, { faults: lists.faults, unknowns })
    counts = countsOf(checked)
    // Shorthands are rows too.
    rowsTotal = counts.reduce((sum, count) => sum + count.rows, 0)
    const written = await writeAll(request, read.community, checked, { bytes, open }, lists, (rows) =>
      progress('writing', rows),
    )
    here = written?.here ?? null
    if (written && lists.faults.total === 0) counts = written.counts
  } catch (error) {
    if (!(error instanceof PackageNotReadable)) throw error
    addIssue(lists.faults, { file: 'package', code: error.code, value: error.message })
  } finally {
    await discardBytes(bytes)
  }
  const isRefused = lists.faults.total > 0
  return {
    status: isRefused ? 'refused' : 'done',
    isDryRun: request.isDryRun ?? false,
    communityId: isRefused ? null : (here?.id ?? null),
    slug: community?.slug ?? null,
    source: community?.source ?? null,
    rowsTotal,
    counts,
    faults: inFileOrder(lists.faults),
    faultsTotal: lists.faults.total,
    warnings: inFileOrder(lists.warnings),
    warningsTotal: lists.warnings.total,
    conflicts: isRefused ? [] : inFileOrder(lists.conflicts),
    conflictsTotal: isRefused ? 0 : lists.conflicts.total,
    absent: isRefused ? [] : inFileOrder(lists.absent),
    absentTotal: isRefused ? 0 : lists.absent.total,
  }
}

function countsOf({ rows }: CheckedPackage): FileCount[] {
  return [...rows.values()].map((file) => ({
    file: file.file.name,
    rows: file.lines.length,
    added: 0,
    changed: 0,
    unchanged: 0,
    conflicts: 0,
    absent: 0,
  }))
}

/** One transaction; taken back when there is a fault or nothing is meant to change. */
async function writeAll(
  request: ImportRequest,
  community: CommunityRecord | null,
  checked: CheckedPackage,
  { bytes, open }: { readonly bytes: PackageBytes; readonly open: readonly OpenBytes[] },
  lists: Lists,
  onRows: (done: number) => void,
) {
  if (community === null) {
    for (const open of checked.open) unresolved(open, lists.faults)
    return null
  }
  const client = await request.pool.connect()
  const state: { rows: FileRows | null; here: CommunityHere | null } = { rows: null, here: null }
  try {
    await client.query('begin')
    state.here = await settleCommunity(
      { client, now: request.now, ...lists },
      request.target,
      community,
      keptKinds(checked),
    )
    if (state.here) await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [state.here.id])
    await resolveHere(client, state.here, checked, lists.faults)
    const files = checked.rows.get('files')
    // Bytes that are here must not be let go of before a row names them.
    if (files && state.here) await lockFiles(client, state.here.id)
    await resolveBytes(request.files.store, state.here?.id ?? null, open, lists.faults)
    const counts =
      state.here && lists.faults.total === 0
        ? await writeRows(client, request, state.here, checked, lists, state, onRows)
        : []
    if (state.here && request.actor)
      await sayChanges(client, state.here.id, request.actor, request.now, checked.source, counts)
    if (files && state.here && lists.faults.total === 0) {
      const kept = await keepBytes(client, request.files, state.here.id, files, bytes, request.isDryRun ?? false)
      if (kept === 'quota-reached') addIssue(lists.faults, { file: files.file.name, code: 'file-quota-reached' })
    }
    await client.query(lists.faults.total > 0 || request.isDryRun ? 'rollback' : 'commit')
    if (lists.faults.total === 0 && !request.isDryRun) await refreshStatistics(client, counts)
    return { here: state.here, counts }
  } catch (error) {
    await client.query('rollback')
    if (!addWriteFault(lists.faults, error, state.rows, state.here?.id ?? null)) throw error
    return null
  } finally {
    client.release()
  }
}

/** Until the database looks at tables by itself it would plan for the few rows there were before. */
async function refreshStatistics(client: pg.ClientBase, counts: readonly FileCount[]): Promise<void> {
  const grown = counts
    .filter((count) => count.added >= MANY_ROWS)
    .map((count) => factFiles.find((file) => file.name === count.file)?.table)
  const tables = grown.filter((table) => table !== undefined)
  if (tables.length > 0) await client.query(`analyze ${[...tables, 'origins'].join(', ')}`)
}

/** One act in the community's activity, in the transaction of the change; nothing changed is nothing said. */
async function sayChanges(
  client: pg.ClientBase,
  communityId: string,
  actor: ImportActor,
  now: Date,
  source: string,
  counts: readonly FileCount[],
): Promise<void> {
  const sum = (name: 'added' | 'changed') => counts.reduce((total, count) => total + count[name], 0)
  const facts = { source, added: sum('added'), changed: sum('changed') }
  if (facts.added + facts.changed === 0) return
  await client.query(
    `insert into activity (community_id, id, at, person_id, organisation_id, capacity, verb, object_kind, object_id, facts)
     values ($1, $2, $3, $4, $5, $6, 'startImport', 'import', $7, $8)`,
    [
      communityId,
      uuidv7(),
      now.toISOString(),
      actor.personId,
      actor.organisationId,
      actor.capacity,
      actor.importId,
      JSON.stringify(facts),
    ],
  )
}

/** Optional kinds the package speaks of, even where it has no rows of them. */
function keptKinds({ rows }: CheckedPackage): FileKind[] {
  return [...rows.keys()].filter((kind) => !packageFile(kind).isAboutRows && !requiredKinds.includes(kind))
}

async function resolveHere(
  client: pg.ClientBase,
  here: CommunityHere | null,
  { open }: CheckedPackage,
  faults: IssueList,
): Promise<void> {
  for (const kind of new Set(open.map((reference) => reference.kind))) {
    const wanted = open.filter((reference) => reference.kind === kind)
    const found = here?.isNew
      ? []
      : (
          await client.query<{ id: string }>(
            `select id::text from ${packageFile(kind).table} where community_id = $1 and id = any($2::uuid[])`,
            [here?.id ?? null, wanted.map(({ id }) => id)],
          )
        ).rows
    const known = new Set(found.map(({ id }) => id))
    for (const reference of wanted) if (!known.has(reference.id)) unresolved(reference, faults)
  }
}

function unresolved({ rows, row, column, kind, ref }: CheckedPackage['open'][number], faults: IssueList): void {
  addRowFault(faults, rows, row, column, `${kind}-unknown`, ref)
}

async function writeRows(
  client: pg.ClientBase,
  request: ImportRequest,
  here: CommunityHere,
  { rows, source, assumedDay }: CheckedPackage,
  { conflicts, absent, faults }: Lists,
  state: { rows: FileRows | null },
  onRows: (done: number) => void,
): Promise<FileCount[]> {
  let done = 0
  const context: WriteContext = {
    client,
    communityId: here.id,
    source,
    timezone: here.timezone,
    now: request.now,
    isNew: here.isNew,
    assumedDay,
    toldOrigins: toldOrigins(rows),
    conflicts,
    onRows: (count) => onRows((done += count)),
  }
  const counts: FileCount[] = []
  const addedIds = new Set<string>()
  const writtenIds = new Map<FileKind, readonly string[]>()
  for (const file of factFiles) {
    const fileRows = rows.get(file.kind)
    if (!fileRows) continue
    state.rows = fileRows
    const written = await writeFile(context, fileRows)
    await writeOrigins(client, here.id, written.origins)
    const isAsked = !here.isNew && !file.isAppendOnly
    counts.push({
      ...written.count,
      absent: isAsked ? await listAbsent(client, { communityId: here.id, source }, file, fileRows.ids, absent) : 0,
    })
    for (const id of written.addedIds) addedIds.add(`${file.kind}|${id}`)
    writtenIds.set(file.kind, [...written.addedIds, ...written.changedIds])
  }
  state.rows = rows.get('bookings') ?? null
  const occupied = {
    bookings: rows.get('bookings'),
    bookingIds: writtenIds.get('bookings') ?? [],
    spaceIds: writtenIds.get('spaces') ?? [],
  }
  await writeOccupancies(client, { communityId: here.id, now: request.now }, occupied, faults)
  const history = rows.get('history')
  state.rows = history ?? null
  if (history) counts.push(await writeHistory(context, history, addedIds))
  const origins = rows.get('origins')
  if (origins) counts.push(originsCount(origins, addedIds))
  return counts
}

/** Origins travel with their rows: counted as added where their row is new. */
function originsCount(rows: FileRows, addedIds: ReadonlySet<string>): FileCount {
  const added = rows.cells.filter(([kind, rowId]) => addedIds.has(`${kind}|${rowId}`)).length
  return {
    file: rows.file.name,
    rows: rows.lines.length,
    added,
    changed: 0,
    unchanged: rows.lines.length - added,
    conflicts: 0,
    absent: 0,
  }
}
