import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type pg from 'pg'
import { twoInstallations, type TwoInstallations } from '../../test/packages/two-installations.ts'
import {
  countOf,
  exportTexts,
  exportZip,
  faultsOf,
  filesOf,
  importTexts,
  least,
  NOW,
  type Texts,
} from '../../test/packages/package-work.ts'
import { samplePdf, samplePng } from '../../../../tools/testing/sample-files.ts'
import { exportPackage, FolderNotFree } from './export-package.ts'
import { importPackage } from './import-package.ts'

let both: TwoInstallations
let here: pg.Pool
let there: pg.Pool

beforeAll(async () => {
  both = await twoInstallations()
  ;({ here, there } = both)
})
afterAll(() => both.close())

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const picture = samplePng(9)
const row = (change: Partial<Record<'name' | 'type' | 'size' | 'hash' | 'alt', string | number>> = {}) => {
  const {
    name = 'hall.png',
    type = 'image/png',
    size = picture.length,
    hash = hashOf(picture),
    alt = 'A hall',
  } = change
  return `f1,u1,0,${name},${type},${size},${hash},${alt}`
}
/** A package with one update that has one file. */
const withFile = (
  slug: string,
  line: string,
  bytes: Readonly<Record<string, Buffer>>,
): Record<string, string | Buffer> => ({
  ...least,
  'community.json': (least['community.json'] ?? '').replace('"least"', `"${slug}"`),
  'updates.csv': 'id,initiative_id,posted_at,title,text\nu1,i1,2026-01-05T10:00:00Z,Open,With cake\n',
  'files.csv': `id,update_id,position,name,media_type,size_bytes,sha256,alt\n${line}\n`,
  ...bytes,
})
const beside = (bytes: Buffer, name = hashOf(bytes)) => ({ [`files/${name}`]: bytes })
const isKept = async (slug: string, bytes = picture) => {
  const { rows } = await here.query<{ id: string }>('select id from communities where slug = $1', [slug])
  const { store } = filesOf(here)
  const communities = rows[0] ? [rows[0].id] : await store.listCommunities()
  const kept = await Promise.all(communities.map((id) => store.has(id, hashOf(bytes))))
  return kept.includes(true)
}

describe('bytes of a package', () => {
  it.each<[string, Texts | Record<string, string | Buffer>, string[]]>([
    [
      'that are not what their name says',
      withFile('a', row(), beside(samplePdf, hashOf(picture))),
      ['files.csv:2 sha256 hash-differs'],
    ],
    ['that are missing', withFile('a', row(), {}), ['files.csv:2 sha256 bytes-missing']],
    ['of another size', withFile('a', row({ size: 5 }), beside(picture)), ['files.csv:2 size_bytes size-differs']],
    [
      'of another kind',
      withFile('a', row({ name: 'hall.pdf', type: 'application/pdf' }), beside(picture)),
      ['files.csv:2 media_type type-differs'],
    ],
    [
      'that nothing names',
      withFile('a', row(), { ...beside(picture), ...beside(samplePdf) }),
      [`files/${hashOf(samplePdf)}:- - unknown-file`],
    ],
    [
      'under a name that is no hash',
      withFile('a', row(), { ...beside(picture), 'files/hall.png': picture }),
      ['files/hall.png:- - unknown-file'],
    ],
    [
      'of a picture nobody describes',
      withFile('a', row({ alt: '' }), beside(picture)),
      ['files.csv:2 alt picture-without-alt'],
    ],
    [
      'under a name that leads elsewhere',
      withFile('a', row({ name: '../hall.png' }), beside(picture)),
      ['files.csv:2 name name-not-safe'],
    ],
    [
      'with a hash that is none',
      withFile('a', row({ hash: 'abc' }), beside(picture)),
      ['files.csv:2 sha256 not-a-sha256', `files/${hashOf(picture)}:- - unknown-file`],
    ],
  ])('%s are a fault, and nothing is kept', async (_, texts, faults) => {
    const report = await importTexts(here, texts)
    expect([report.status, faultsOf(report)]).toEqual(['refused', faults])
    expect(await isKept('a')).toBe(false)
  })

  it('go in, and a dry run keeps none of them', async () => {
    const texts = withFile('dry', row(), beside(picture))
    expect(await importTexts(here, texts, { isDryRun: true })).toMatchObject({ status: 'done', faults: [] })
    expect(await isKept('dry')).toBe(false)
    expect(await importTexts(here, texts)).toMatchObject({ status: 'done', faults: [] })
    expect(await isKept('dry')).toBe(true)
  })

  it('that are here already need not travel again', async () => {
    const again = await importTexts(here, withFile('dry', row({ alt: 'An empty hall' }), {}))
    expect([again.status, faultsOf(again), countOf(again, 'files.csv').changed]).toEqual(['done', [], 1])
  })

  it('beyond what a community may have are refused', async () => {
    const other = samplePng(10)
    const { store } = filesOf(here)
    const report = await importTexts(
      here,
      withFile('full', row({ size: other.length, hash: hashOf(other) }), beside(other)),
      {
        files: { store, quotaBytes: 10 },
      },
    )
    expect([report.status, faultsOf(report)]).toEqual(['refused', ['files.csv:- - file-quota-reached']])
    expect(await isKept('full', other)).toBe(false)
  })

  it('travel in a zip as in a folder, into another installation, and come out the same', async () => {
    const { rows } = await here.query<{ id: string }>(`select id from communities where slug = 'dry'`)
    const communityId = rows[0]?.id ?? ''
    const zip = await exportZip(here, communityId)
    expect(await exportZip(here, communityId)).toEqual(zip)
    const back = await importPackage({
      pool: there,
      files: filesOf(there),
      input: { zip },
      target: { kind: 'by-slug' },
      now: NOW,
    })
    expect([back.status, back.faults]).toEqual(['done', []])
    const exported = await exportTexts(here, communityId)
    expect(await exportTexts(there, back.communityId ?? '')).toEqual(exported)
    expect(Buffer.from(exported[`files/${hashOf(picture)}`] ?? '', 'latin1').equals(picture)).toBe(true)
  })

  it('an export that would lack some fails rather than seem whole', async () => {
    const { rows } = await there.query<{ id: string }>(`select id from communities where slug = 'dry'`)
    const communityId = rows[0]?.id ?? ''
    await filesOf(there).store.remove(communityId, hashOf(picture))
    await expect(exportTexts(there, communityId)).rejects.toThrow('the file store has no')
  })

  it('an export does not clear a folder of other files that happens to bear the name', async () => {
    const { rows } = await here.query<{ id: string }>(`select id from communities where slug = 'dry'`)
    const folder = await mkdtemp(path.join(tmpdir(), 'commonweal-taken-'))
    await mkdir(path.join(folder, 'files'))
    await writeFile(path.join(folder, 'files', 'my letter.txt'), 'mine')
    await expect(
      exportPackage({ pool: here, communityId: rows[0]?.id ?? '', files: filesOf(here).store, to: { folder } }),
    ).rejects.toThrow(FolderNotFree)
  })
})
