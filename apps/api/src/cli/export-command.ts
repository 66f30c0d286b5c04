import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { exportPackage, FolderNotFree } from '../imports/export-package.ts'
import { communityIdOf, tableText, type Command } from './command.ts'

/** Writes a community's package to a folder, or to a zip where the name ends so. */
export async function exportCommand({
  pool,
  files: { store: files },
  words: [slug = '', place = ''],
  cwd,
  stdout,
  stderr,
}: Command): Promise<number> {
  const communityId = await communityIdOf(pool, slug)
  if (!communityId) {
    stderr.write(`There is no community "${slug}" here. Try: commonweal communities\n`)
    return 1
  }
  const to = path.resolve(cwd, place)
  try {
    const report = to.endsWith('.zip')
      ? await toZipFile(to, (zip) => exportPackage({ pool, communityId, files, to: { zip } }))
      : await exportPackage({ pool, communityId, files, to: { folder: to } })
    stdout.write(tableText([['file', 'rows'], ...(report?.files ?? []).map(({ file, rows }) => [file, rows])]))
    stdout.write(`Exported ${slug} to ${to}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof FolderNotFree)) throw error
    stderr.write(`${to} holds other files; name an empty folder or a new one.\n`)
    return 1
  }
}

/** A zip appears under its name only when it is whole. */
async function toZipFile<Result>(
  file: string,
  write: (out: ReturnType<typeof createWriteStream>) => Promise<Result>,
): Promise<Result> {
  const unfinished = `${file}.unfinished`
  await mkdir(path.dirname(file), { recursive: true })
  try {
    const result = await write(createWriteStream(unfinished))
    await rename(unfinished, file)
    return result
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
