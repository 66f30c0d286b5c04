import { mkdtempSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type pg from 'pg'
import type { FileStore } from '../../src/files/file-store.ts'
import { folderStore } from '../../src/files/folder-store.ts'
import type { BytesPlace } from '../../src/imports/package-bytes.ts'
import { exportPackage } from '../../src/imports/export-package.ts'
import { importPackage } from '../../src/imports/import-package.ts'
import type { ImportReport, ImportRequest } from '../../src/imports/import-report.ts'

/** The instant of imports that do not say another. */
export const NOW = new Date('2026-05-15T10:00:00Z')

export type Texts = Readonly<Record<string, string>>

/** The least a package is: one organisation that joined, one initiative. */
export const least: Texts = {
  'community.json': JSON.stringify({
    format: 'commonweal-community-package',
    version: 1,
    slug: 'least',
    name: 'Least',
    country: 'DK',
    timezone: 'Europe/Copenhagen',
    currency: 'EUR',
  }),
  'organisations.csv': 'id,name,sector,joined_on\no1,Library,culture,2020-01-01\no2,Club,sport,\n',
  'initiatives.csv': 'id,title,kind,started_on\ni1,Reading,joint,2021-01-01\n',
}

export async function folderOf(texts: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'commonweal-package-'))
  for (const [name, text] of Object.entries(texts)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), text, encodingOf(name))
  }
  return folder
}

/** Bytes beside the tables travel through texts one byte a character. */
const encodingOf = (name: string) => (name.startsWith('files/') ? 'latin1' : 'utf8')

const places = new WeakMap<pg.Pool, BytesPlace>()

/** An installation that runs keeps its bytes where it runs. */
export function keepFilesOf(pool: pg.Pool, store: FileStore): void {
  places.set(pool, { store, quotaBytes: 1_000_000 })
}

/** Each installation keeps its bytes in a folder of its own. */
export function filesOf(pool: pg.Pool): BytesPlace {
  const known = places.get(pool)
  if (known) return known
  const place = { store: folderStore(mkdtempSync(path.join(tmpdir(), 'commonweal-files-'))), quotaBytes: 1_000_000 }
  places.set(pool, place)
  return place
}

export async function importTexts(
  pool: pg.Pool,
  texts: Readonly<Record<string, string | Buffer>>,
  more: Partial<ImportRequest> = {},
): Promise<ImportReport> {
  const folder = await folderOf(texts)
  try {
    return await importPackage({
      pool,
      files: filesOf(pool),
      input: { folder },
      target: { kind: 'by-slug' },
      now: NOW,
      ...more,
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The files of an export by name. */
export async function exportTexts(pool: pg.Pool, communityId: string): Promise<Record<string, string>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'commonweal-export-'))
  try {
    await exportPackage({ pool, communityId, files: filesOf(pool).store, to: { folder } })
    const names = (await readdir(folder, { recursive: true })).filter((name) => name !== 'files').sort()
    const texts = names.map(async (name) => [name, await readFile(path.join(folder, name), encodingOf(name))] as const)
    return Object.fromEntries(await Promise.all(texts))
  } finally {
    await rm(folder, { recursive: true })
  }
}

export async function exportZip(pool: pg.Pool, communityId: string): Promise<Buffer> {
  const zip = new PassThrough()
  const [bytes] = await Promise.all([
    buffer(zip),
    exportPackage({ pool, communityId, files: filesOf(pool).store, to: { zip } }),
  ])
  return bytes
}

/** Faults as `file:line column code`, short enough to read in a test. */
export function faultsOf(report: ImportReport): string[] {
  return report.faults.map(({ file, line, column, code }) => `${file}:${line ?? '-'} ${column ?? '-'} ${code}`)
}

export function countOf(report: ImportReport, file: string) {
  const found = report.counts.find((count) => count.file === file)
  if (!found) throw new Error(`${file} was not counted`)
  const { added, changed, unchanged, conflicts, absent } = found
  return { added, changed, unchanged, conflicts, absent }
}
