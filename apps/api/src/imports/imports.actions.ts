import type { Import } from '@commonweal/contracts/imports'
import type { FastifyBaseLogger } from 'fastify'
import { PassThrough, type Readable } from 'node:stream'
import { v7 as uuidv7 } from 'uuid'
import type { Scope } from '../database/scope.ts'
import { constraintProblem } from '../database/constraint-problems.ts'
import type { FileStore } from '../files/file-store.ts'
import { found, ProblemError } from '../http/problem-error.ts'
import { exportPackage } from './export-package.ts'
import { importPackage } from './import-package.ts'
import type { ImportProgress } from './import-report.ts'
import {
  beatImport,
  endSilentImports,
  findImport,
  finishImport,
  insertImport,
  interruptImport,
} from './imports.store.ts'
import { PackageNotReadable } from './package-entry.ts'
import { listZip } from './read-zip.ts'

const BEAT_MS = 300
/** A single long statement gives no progress; the process still lives. */
const LIFE_SIGN_MS = 5_000

/** Imports under way in this process, so that it can end them when it closes. */
export interface RunningImports {
  readonly under: Set<Promise<void>>
  isClosing: boolean
}

export interface ImportHouse {
  readonly running: RunningImports
  readonly clock: () => Date
  readonly log: FastifyBaseLogger
  readonly files: FileStore
}

interface StartedImport {
  readonly bytes: Buffer
  readonly isDryRun: boolean
  readonly isLenient: boolean
}

/** Starts an import in the background; `readImport` tells how it goes. One at a time for each community. */
export async function startImport(
  scope: Scope,
  house: ImportHouse,
  { bytes, isDryRun, isLenient }: StartedImport,
): Promise<Import> {
  await refuseUnreadable(bytes)
  await endSilentImports(scope)
  const importId = uuidv7()
  await insertImport(scope, importId, isDryRun).catch((error: unknown) => {
    throw constraintProblem(error) ?? error
  })
  const started = found(await findImport(scope, importId))
  const work = runImport(scope, house, importId, { bytes, isDryRun, isLenient }).catch((error: unknown) => {
    house.log.error({ err: error, importId }, 'import broke off')
  })
  house.running.under.add(work)
  void work.finally(() => house.running.under.delete(work))
  return started
}

/** Whether this is a package at all is said at once; what is wrong inside it takes longer. */
async function refuseUnreadable(bytes: unknown): Promise<void> {
  if (!Buffer.isBuffer(bytes)) throw new ProblemError('package-not-readable', { reason: 'not-a-zip' })
  const names = await listZip(bytes).catch((error: unknown) => {
    if (error instanceof PackageNotReadable) throw new ProblemError('package-not-readable', { reason: error.code })
    throw error
  })
  if (!names.includes('community.json'))
    throw new ProblemError('package-not-readable', { reason: 'missing-community-json' })
}

async function runImport(
  scope: Scope,
  { running, clock, files }: ImportHouse,
  importId: string,
  { bytes, isDryRun, isLenient }: StartedImport,
): Promise<void> {
  const { pool, communityId, personId, onBehalfOf } = scope
  const key = { communityId, importId }
  const beat = beatSender((progress) => beatImport(pool, key, clock(), progress))
  const lifeSign = setInterval(() => beat.again(), LIFE_SIGN_MS).unref()
  try {
    const report = await importPackage({
      pool,
      input: { zip: bytes },
      files: { store: files, quotaBytes: scope.config.fileQuotaBytes },
      target: { kind: 'into', communityId },
      isDryRun,
      isLenient,
      now: clock(),
      actor: {
        importId,
        personId,
        organisationId: onBehalfOf?.organisationId ?? null,
        capacity: onBehalfOf?.capacity ?? null,
      },
      onProgress: (progress) => {
        if (running.isClosing) throw new Error('the server is closing')
        beat.send(progress)
      },
    })
    await beat.settled()
    await finishImport(pool, key, clock(), report)
  } catch (error) {
    await interruptImport(pool, key, clock())
    if (!running.isClosing) throw error
  } finally {
    clearInterval(lifeSign)
  }
}

/** Sends progress on, seldom and one after another, on a connection of its own so that others see it at once. */
function beatSender(write: (progress: ImportProgress) => Promise<void>) {
  let last: ImportProgress = { phase: 'reading', rowsDone: 0, rowsTotal: 0 }
  let sentAt = 0
  let pending: Promise<void> | null = null
  const flush = () => {
    if (pending) return
    sentAt = Date.now()
    // A beat that fails is made up for by the next one, or by the end.
    pending = write(last)
      .catch(() => undefined)
      .finally(() => (pending = null))
  }
  return {
    send(progress: ImportProgress): void {
      const isNewPhase = progress.phase !== last.phase
      last = progress
      if (isNewPhase || Date.now() - sentAt >= BEAT_MS) flush()
    },
    again: flush,
    settled: async (): Promise<void> => (await pending) ?? undefined,
  }
}

/** Everything the community owns, as it is at this moment. */
export function exportCommunity({ pool, communityId }: Scope, files: FileStore): Readable {
  const zip = new PassThrough()
  exportPackage({ pool, communityId, files, to: { zip } }).catch((error: Error) => zip.destroy(error))
  return zip
}
