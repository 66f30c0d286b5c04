import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type pg from 'pg'
import { twoInstallations, type TwoInstallations } from '../../test/packages/two-installations.ts'
import { exportTexts, exportZip, filesOf, importTexts, least, NOW } from '../../test/packages/package-work.ts'
import { willowbrook } from '../../test/packages/willowbrook.ts'
import { importPackage } from './import-package.ts'
import { factFiles, packageFiles } from './package-files.ts'

let both: TwoInstallations
let here: pg.Pool
let there: pg.Pool

beforeAll(async () => {
  both = await twoInstallations()
  ;({ here, there } = both)
})
afterAll(() => both.close())

const idOf = async (pool: pg.Pool, slug: string) => {
  const found = await pool.query<{ id: string }>('select id from communities where slug = $1', [slug])
  return found.rows[0]?.id ?? ''
}

describe('exportPackage', () => {
  it('export, import into an empty installation, export: the same bytes, whatever happened in between', async () => {
    const first = await importTexts(here, willowbrook)
    expect(first.faults).toEqual([])
    const communityId = await idOf(here, 'willowbrook')
    // A newer package, a second source, and changes made here leave history and origins behind.
    const newer = {
      ...willowbrook,
      'initiatives.csv': (willowbrook['initiatives.csv'] ?? '').replace('Books on boats', 'Books and boats'),
    }
    expect((await importTexts(here, newer, { now: new Date('2026-05-16T10:00:00Z') })).conflicts).toEqual([])
    const other = {
      ...least,
      'community.json': (least['community.json'] ?? '')
        .replace('"least"', '"willowbrook"')
        .replace('"slug"', '"source":"club-list","slug"'),
    }
    const second = await importTexts(here, other, { target: { kind: 'into', communityId } })
    expect([second.status, second.faults]).toEqual(['done', []])
    await here.query(
      `update organisations set brings = 'chairs', recorded_at = '2026-05-15T12:00:00.123456Z', is_recorded_assumed = false, revision = revision + 1 where name = 'Willowbrook Library'`,
    )
    await here.query(`delete from costs where label = 'Paint'`)
    await here.query(
      `update communities set core_sectors = '{sport}', recorded_at = '2026-05-18T08:00:00Z' where id = $1`,
      [communityId],
    )

    const exported = await exportTexts(here, communityId)
    expect(Object.keys(exported).toSorted()).toEqual(
      [
        'community.json',
        ...packageFiles.map((file) => file.name),
        ...Object.keys(willowbrook).filter((name) => name.startsWith('files/')),
      ].toSorted(),
    )
    const back = await importTexts(there, exported)
    expect([back.status, back.faults, back.faultsTotal]).toEqual(['done', [], 0])
    expect(await exportTexts(there, await idOf(there, 'willowbrook'))).toEqual(exported)
    expect(exported['history.csv']).toContain('Books on boats')
    expect(exported['history.csv']).toContain('Paint')
    expect(exported['history.csv']).toContain(`community,${communityId},`)
    expect(exported['origins.csv']).toContain('club-list')
  })

  it('a zip holds what a folder holds, and goes in again', async () => {
    const communityId = await idOf(here, 'willowbrook')
    const zip = await exportZip(here, communityId)
    expect(await exportZip(here, communityId)).toEqual(zip)
    const report = await importPackage({
      pool: here,
      files: filesOf(here),
      input: { zip },
      target: { kind: 'by-slug' },
      now: NOW,
    })
    expect(report.faults).toEqual([])
    for (const count of report.counts) expect(count).toMatchObject({ added: 0, changed: 0, conflicts: 0, absent: 0 })
  })

  it('what the fixture says arrives: every file, every column', async () => {
    const exported = await exportTexts(here, await idOf(here, 'willowbrook'))
    for (const file of factFiles) {
      const [head = ''] = (exported[file.name] ?? '').split('\n')
      for (const column of file.columns.filter((each) => !each.isShorthand))
        expect(head.split(','), file.name).toContain(column.name)
    }
    expect(exported['bookings.csv']).toContain('2025-05-05T08:30:00.25Z')
    expect(exported['spaces.csv']).toContain('lift;quiet-room')
    expect(exported['people.csv']).not.toContain('organisation_id')
  })

  it('a kind that is kept without rows is a file with a header only; one that is unknown is no file', async () => {
    const report = await importTexts(here, {
      ...least,
      'bookings.csv': 'id,space_id,organisation_id,starts_at,ends_at,status\n',
    })
    expect(report.faults).toEqual([])
    const exported = await exportTexts(here, await idOf(here, 'least'))
    expect(Object.keys(exported)).toEqual([
      'bookings.csv',
      'community.json',
      'initiatives.csv',
      'memberships.csv',
      'organisations.csv',
    ])
    expect(exported['bookings.csv']?.split('\n')).toHaveLength(2)
  })

  it('times are occupied again, with what is kept free around them as far as it fits', async () => {
    const occupied = await there.query<{ during: string }>('select during::text from occupancies order by during')
    expect(occupied.rows.map((row) => row.during)).toEqual([
      '["2025-05-05 07:45:00+00","2025-05-05 09:00:00+00")',
      '["2025-05-05 09:00:00+00","2025-05-05 10:15:00+00")',
    ])
  })
})
