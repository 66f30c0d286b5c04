import { mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { readEntries } from './package-input.ts'
import { listZip } from './read-zip.ts'

async function zipOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(Buffer.from(bytes), name)
  zip.end()
  return buffer(zip.outputStream)
}

async function namesIn(zip: Buffer): Promise<string[]> {
  const names: string[] = []
  await readEntries({ zip }, async ({ name, bytes }) => void names.push(`${name} ${bytes.length}`))
  return names
}

/** Puts another name of the same length in place of one, wherever the archive says it. */
function renamed(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1')
}

describe('readEntries', () => {
  it('reads the root of a zip, or its one folder; what systems leave behind is passed over', async () => {
    expect(await namesIn(await zipOf({ 'community.json': '{}', 'organisations.csv': 'id' }))).toEqual([
      'community.json 2',
      'organisations.csv 2',
    ])
    const inFolder = await zipOf({
      'brook/community.json': '{}',
      'brook/organisations.csv': 'id',
      '__MACOSX/brook/._community.json': 'x',
      'brook/.DS_Store': 'x',
    })
    expect(await namesIn(inFolder)).toEqual(['community.json 2', 'organisations.csv 2'])
    expect(await listZip(inFolder)).toEqual(['community.json', 'organisations.csv'])
  })

  it('a file outside the one folder keeps its path, and so is unknown', async () => {
    expect(await namesIn(await zipOf({ 'a/community.json': '{}', 'b/organisations.csv': 'id' }))).toEqual([
      'a/community.json 2',
      'b/organisations.csv 2',
    ])
  })

  it.each([
    [
      'a path that climbs out',
      async () => renamed(await zipOf({ 'aa/evil.csv': 'x' }), 'aa/evil.csv', '../evil.csv'),
      'zip-damaged',
    ],
    [
      'an absolute path',
      async () => renamed(await zipOf({ 'a/evil.csv': 'x' }), 'a/evil.csv', '//evil.csv'),
      'zip-damaged',
    ],
    ['text that is no zip', async () => Buffer.from('id,name\n'), 'not-a-zip'],
    ['a zip cut short', async () => (await zipOf({ 'community.json': '{}' })).subarray(0, -30), 'not-a-zip'],
    [
      'contents that are not what the checksum says',
      async () =>
        renamed(
          await zipOf({ 'community.json': Buffer.from('unpressed') }),
          deflateRawSync('unpressed').toString('latin1'),
          deflateRawSync('impressed').toString('latin1'),
        ),
      'zip-damaged',
    ],
    [
      'more files than a package has',
      async () => zipOf(Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`${index}.csv`, '']))),
      'too-many-files',
    ],
    [
      'more bytes than a package may have, however small it is packed',
      async () => zipOf({ 'organisations.csv': Buffer.alloc(200 * 1024 * 1024 + 1) }),
      'package-too-large',
    ],
  ])('%s is refused', async (_title, make, code) => {
    await expect(namesIn(await make())).rejects.toMatchObject({ code })
  })

  it('a folder that is not there, or is a file, is refused', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'commonweal-folder-'))
    await writeFile(path.join(folder, 'file'), 'x')
    await expect(readEntries({ folder: path.join(folder, 'nowhere') }, async () => {})).rejects.toMatchObject({
      code: 'folder-not-found',
    })
    await expect(readEntries({ folder: path.join(folder, 'file') }, async () => {})).rejects.toMatchObject({
      code: 'not-a-folder',
    })
  })

  it('a folder inside a folder is an unknown file', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'commonweal-folder-'))
    await symlink(tmpdir(), path.join(folder, 'more'))
    const names: string[] = []
    await readEntries({ folder }, async ({ name }) => void names.push(name))
    expect(names).toEqual(['more/'])
  })
})
