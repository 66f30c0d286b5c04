import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { MAX_FILE_BYTES } from '@commonweal/domain/files/media-types'
import { BYTES_FOLDER } from './package-bytes.ts'
import {
  isLeftBehind,
  MAX_BYTES_OF_FILES,
  MAX_ENTRIES,
  MAX_FILES_BESIDE,
  MAX_PACKAGE_BYTES,
  PackageNotReadable,
  type PackageEntry,
} from './package-entry.ts'
import { readZip } from './read-zip.ts'

/** Where a package comes from: a folder, or a zip as a file or as bytes. */
export type PackageInput = { readonly folder: string } | { readonly zip: string | Buffer }

/** Opens a package: hands each file to `onEntry`, one after another. Throws PackageNotReadable. */
export async function readEntries(input: PackageInput, onEntry: (entry: PackageEntry) => Promise<void>): Promise<void> {
  return 'zip' in input ? readZip(input.zip, onEntry) : readFolder(input.folder, onEntry)
}

async function readFolder(folder: string, onEntry: (entry: PackageEntry) => Promise<void>): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new PackageNotReadable(error.code === 'ENOTDIR' ? 'not-a-folder' : 'folder-not-found', folder)
  })
  const wanted = names.filter((name) => !isLeftBehind(name)).sort()
  if (wanted.length > MAX_ENTRIES) throw new PackageNotReadable('too-many-files')
  let total = 0
  for (const name of wanted) {
    const place = path.join(folder, name)
    const found = await stat(place)
    if (found.isDirectory() && `${name}/` === BYTES_FOLDER) {
      await readBeside(place, onEntry)
      continue
    }
    total += found.isFile() ? found.size : 0
    if (total > MAX_PACKAGE_BYTES) throw new PackageNotReadable('package-too-large')
    await onEntry({
      name: found.isFile() ? name : `${name}/`,
      bytes: found.isFile() ? await readFile(place) : Buffer.alloc(0),
    })
  }
}

/** Files beside the tables: each read alone, because together they may be more than fits. */
async function readBeside(folder: string, onEntry: (entry: PackageEntry) => Promise<void>): Promise<void> {
  const names = (await readdir(folder)).filter((name) => !isLeftBehind(name)).sort()
  if (names.length > MAX_FILES_BESIDE) throw new PackageNotReadable('too-many-files')
  let total = 0
  for (const name of names) {
    const place = path.join(folder, name)
    const { size } = await stat(place)
    total += size
    if (size > MAX_FILE_BYTES) throw new PackageNotReadable('file-too-large', `${BYTES_FOLDER}${name}`)
    if (total > MAX_BYTES_OF_FILES) throw new PackageNotReadable('package-too-large')
    await onEntry({ name: `${BYTES_FOLDER}${name}`, bytes: await readFile(place) })
  }
}
