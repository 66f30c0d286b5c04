import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type pg from 'pg'
import { timeline } from '@commonweal/domain/risks/timeline'
import { twoInstallations, type TwoInstallations } from '../../test/packages/two-installations.ts'
import { exportTexts, importTexts, least, type Texts } from '../../test/packages/package-work.ts'
import { willowbrook } from '../../test/packages/willowbrook.ts'
import { loadHistoryAsKnown } from '../risks/history.store.ts'
import { factFiles } from './package-files.ts'

let both: TwoInstallations
let here: pg.Pool
let there: pg.Pool

beforeAll(async () => {
  both = await twoInstallations()
  ;({ here, there } = both)
})
afterAll(() => both.close())

const organisation = '6f1c1a52-6a0e-4c8e-9d55-0a1b2c3d4e5f'
const stranger = '6f1c1a52-6a0e-4c8e-9d55-0a1b2c3d4e60'

interface Past {
  readonly file: string
  readonly image: Readonly<Record<string, unknown>>
}

/** The least package with superseded images beside it. */
const withPast = (past: readonly Past[]): Texts => ({
  ...least,
  'history.csv': stringify(
    past.map(({ file, image }, index) => ({
      file,
      row_id: organisation,
      recorded_from: `2025-01-${String(index + 1).padStart(2, '0')}T00:00:00Z`,
      recorded_to: '2025-06-01T00:00:00Z',
      image: JSON.stringify(image),
    })),
    { header: true },
  ),
})

const library = { id: organisation, name: 'Library', sector: 'culture', legal_status: 'public', is_pass_through: false }
const pledge = { id: organisation, organisation_id: stranger, kind: 'cash', route: 'donation', status: 'confirmed' }

describe('what a row said before', () => {
  it('comes out and goes in again for every file that keeps it', async () => {
    const { communityId, faults } = await importTexts(here, willowbrook)
    expect(faults).toEqual([])
    if (!communityId) throw new Error('the fixture goes in')
    const kept = factFiles.filter((file) => file.hasKnowledge)
    for (const { table } of kept)
      await here.query(
        `update ${table} set recorded_at = recorded_at + interval '1 second', is_recorded_assumed = false where community_id = $1`,
        [communityId],
      )
    await here.query(
      `update communities set core_sectors = '{}', recorded_at = recorded_at + interval '1 second' where id = $1`,
      [communityId],
    )
    const exported = await exportTexts(here, communityId)
    const past = parse(exported['history.csv'] ?? '', { columns: true }) as readonly { readonly file: string }[]
    expect(new Set(past.map((row) => row.file))).toEqual(new Set(['community', ...kept.map((file) => file.kind)]))
    const back = await importTexts(there, exported)
    expect([back.status, back.faults]).toEqual(['done', []])
    expect(await exportTexts(there, back.communityId ?? '')).toEqual(exported)
  })

  it('is refused where no row of its file could say it: every such image at its line, and nothing goes in', async () => {
    const spoiled: readonly (readonly [Past, string, string])[] = [
      [{ file: 'organisations', image: {} }, 'missing', 'id'],
      [{ file: 'organisations', image: { ...library, id: stranger } }, 'not-what-is-kept-here', `id: ${stranger}`],
      [{ file: 'organisations', image: { ...library, name: null } }, 'missing', 'name'],
      [{ file: 'organisations', image: { ...library, sector: 'plumbing' } }, 'not-in-list', 'sector: "plumbing"'],
      [
        { file: 'organisations', image: { ...library, is_pass_through: 'perhaps' } },
        'not-a-boolean',
        'is_pass_through: "perhaps"',
      ],
      [{ file: 'organisations', image: { ...library, parent_id: 'o2' } }, 'not-a-uuid', 'parent_id: "o2"'],
      [
        { file: 'organisations', image: { ...library, name: ['Library'] } },
        'not-what-is-kept-here',
        'name: ["Library"]',
      ],
      [
        { file: 'organisations', image: { ...library, name: { en: 'Library' } } },
        'not-what-is-kept-here',
        'name: {"en":"Library"}',
      ],
      [{ file: 'organisations', image: { ...library, revision: 2 ** 31 } }, 'out-of-range', 'revision: 2147483648'],
      [
        { file: 'organisations', image: { ...library, recorded_at: 'infinity' } },
        'instant-without-offset',
        'recorded_at: "infinity"',
      ],
      [{ file: 'pledges', image: { ...pledge, amount_minor: 1e30 } }, 'not-an-integer', 'amount_minor: 1e+30'],
      [
        { file: 'pledges', image: { ...pledge, amount_minor: 5, from_on: '2025-02-30' } },
        'not-a-day',
        'from_on: "2025-02-30"',
      ],
      [{ file: 'pledges', image: pledge }, 'amount-or-quantity-missing', 'amount_minor'],
      [
        {
          file: 'pledges',
          image: { ...pledge, amount_minor: 5, currency: 'EUR', from_on: '2025-02-01', to_on: '2025-01-01' },
        },
        'dates-in-wrong-order',
        'to',
      ],
      [
        { file: 'community', image: { core_sectors: ['sport', 'plumbing'] } },
        'not-in-list',
        'core_sectors: ["sport","plumbing"]',
      ],
      [{ file: 'community', image: { closing_since: 'soon' } }, 'not-a-day', 'closing_since: "soon"'],
    ]
    const report = await importTexts(there, withPast(spoiled.map(([past]) => past)))
    expect(report.status).toBe('refused')
    expect(report.faults.map(({ file, line, column, code, value }) => [file, line, column, code, value])).toEqual(
      spoiled.map(([, code, at], index) => ['history.csv', index + 2, 'image', code, at]),
    )
    const found = await there.query(`select 1 from communities where slug = 'least'`)
    expect(found.rowCount).toBe(0)
  })

  it('is refused by the database where only it can see the fault, as a fault of the file', async () => {
    const texts = withPast([{ file: 'organisations', image: { ...library, revision: 10 } }])
    const spoiled = {
      ...texts,
      'history.csv': (texts['history.csv'] ?? '').replace('""revision"":10', '""revision"":1.0'),
    }
    const report = await importTexts(there, spoiled)
    expect(report.status).toBe('refused')
    expect(report.faults).toMatchObject([{ file: 'history.csv', code: 'refused-by-database' }])
  })

  it('is read though what it points to is nowhere, and takes no account and no key of another community along', async () => {
    const dated = { from_on: '2024-01-01', to_on: '2025-03-01' }
    const money = { amount_minor: 500, currency: 'EUR' }
    const past: readonly Past[] = [
      { file: 'organisations', image: { ...library, parent_id: stranger, community_id: stranger } },
      { file: 'people', image: { id: organisation, display_name: 'Ada', mails: 'each', account_id: stranger } },
      { file: 'memberships', image: { id: organisation, organisation_id: stranger, state: 'active', ...dated } },
      {
        file: 'mandates',
        image: { id: organisation, organisation_id: stranger, ends_on: '2025-05-01', label: 'Council' },
      },
      {
        file: 'representations',
        image: { id: organisation, organisation_id: stranger, person_id: stranger, capacity: 'partner' },
      },
      {
        file: 'participations',
        image: { id: organisation, organisation_id: stranger, initiative_id: stranger, role: 'lead', ...dated },
      },
      {
        file: 'coordinations',
        image: { id: organisation, initiative_id: stranger, person_id: stranger, hours: 2.5, ...dated },
      },
      {
        file: 'spaces',
        image: { id: organisation, name: 'Hall', kind: 'physical', host_id: stranger, timezone: 'UTC' },
      },
      { file: 'pledges', image: { ...pledge, initiative_id: stranger, ...money, ...dated } },
      {
        file: 'instalments',
        image: { id: organisation, pledge_id: stranger, due_on: '2025-02-01', amount_minor: 500 },
      },
      {
        file: 'receipts',
        image: { id: organisation, pledge_id: stranger, received_on: '2025-02-01', amount_minor: 500 },
      },
      {
        file: 'costs',
        image: { id: organisation, initiative_id: stranger, due_on: '2025-02-01', label: 'Paint', ...money },
      },
      { file: 'reserves', image: { id: organisation, counted_on: '2025-02-01', ...money } },
    ]
    const report = await importTexts(there, withPast(past))
    expect([report.status, report.faults]).toEqual(['done', []])
    const communityId = report.communityId ?? ''
    const known = await loadHistoryAsKnown(there, communityId, '2025-03-31')
    if (!known) throw new Error('the community is there')
    expect(known.history.organisations).toHaveLength(3)
    expect(known.history.receipts).toHaveLength(1)
    expect(timeline(known.history, '2024-01', '2025-03').months.length).toBe(15)
    const kept = await there.query<{ communityId: string; accountId: string | null }>(
      `select distinct image->>'community_id' as "communityId", image->>'account_id' as "accountId" from versions where community_id = $1`,
      [communityId],
    )
    expect(kept.rows).toEqual([{ communityId, accountId: null }])
  })
})
