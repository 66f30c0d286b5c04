import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type pg from 'pg'
import { twoInstallations, type TwoInstallations } from '../../test/packages/two-installations.ts'
import { exportTexts, importTexts, least } from '../../test/packages/package-work.ts'

let both: TwoInstallations
let here: pg.Pool
let there: pg.Pool

beforeAll(async () => {
  both = await twoInstallations()
  ;({ here, there } = both)
})
afterAll(() => both.close())

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const csv = (head: string, rows: readonly (readonly string[])[]) =>
  `${[head, ...rows.map((row) => row.map(quoted).join(','))].join('\n')}\n`

const written = (maxLength: number, forbidden: RegExp) =>
  fc.string({ minLength: 1, maxLength, unit: 'grapheme' }).filter((text) => text.trim() !== '' && !forbidden.test(text))
const line = written(30, /[\u0000-\u001f\u007f]/)
const text = fc.oneof(
  fc.constant(''),
  fc.constantFrom('a\r\nb', 'a\rb', 'ends\r', '=1+1', ' spaced ', '"', ','),
  written(30, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/),
)
const ref = fc.oneof(line, fc.uuid(), fc.constantFrom('a|b', 'a%7Cb', 'a|b|2', '0', '-1'))
const day = fc
  .integer({ min: 0, max: 9000 })
  .map((days) => new Date(Date.UTC(2005, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
const orNothing = (some: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), some)
const recordedAt = orNothing(
  fc.constantFrom('2024-03-31T02:30:00+02:00', '2020-01-01T00:00:00.000001Z', '2021-12-31T23:59:59.9-03:30'),
)

/** A valid package: organisations and initiatives with ids of all kinds, participations, pledges with receipts. */
const packages = fc
  .record({
    organisations: fc.uniqueArray(ref, { minLength: 1, maxLength: 5, selector: (id) => id.toLowerCase() }),
    initiatives: fc.uniqueArray(ref, { minLength: 1, maxLength: 4, selector: (id) => id.toLowerCase() }),
  })
  .chain((ids) => {
    const organisation = fc.constantFrom(...ids.organisations)
    const initiative = fc.constantFrom(...ids.initiatives)
    return fc.record({
      organisations: fc.tuple(
        ...ids.organisations.map((id) =>
          fc.tuple(fc.constant(id), line, fc.constantFrom('sport', 'ngo'), text, orNothing(day), recordedAt),
        ),
      ),
      initiatives: fc.tuple(
        ...ids.initiatives.map((id) => fc.tuple(fc.constant(id), line, fc.constant('joint'), orNothing(day), text)),
      ),
      costs: fc.array(
        fc.tuple(
          orNothing(initiative),
          day,
          fc.integer({ min: 1, max: 3 }).map(String),
          fc.constant('EUR'),
          fc.constantFrom('Tea', 'Café'),
          recordedAt,
        ),
        { maxLength: 6 },
      ),
      participations: fc.uniqueArray(
        fc.tuple(initiative, organisation, fc.constantFrom('lead', 'supporter'), orNothing(day)),
        { maxLength: 6, selector: ([a, b, c]) => `${a}|${b}|${c}`.toLowerCase() },
      ),
    })
  })

describe('a package', () => {
  it('goes in and comes out, in any installation, the same; and again it changes nothing', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(packages, async (drawn) => {
        run += 1
        const texts = {
          'community.json': (least['community.json'] ?? '').replace('"least"', `"run-${run}"`),
          'organisations.csv': csv('id,name,sector,brings,joined_on,recorded_at', drawn.organisations),
          'initiatives.csv': csv('id,title,kind,started_on,summary', drawn.initiatives),
          'costs.csv': csv('initiative_id,due_on,amount_minor,currency,label,recorded_at', drawn.costs),
          'participations.csv': csv('initiative_id,organisation_id,role,from', drawn.participations),
        }
        const first = await importTexts(here, texts)
        expect([first.status, first.faults]).toEqual(['done', []])
        for (const count of (await importTexts(here, texts)).counts)
          expect(count).toMatchObject({ added: 0, changed: 0, conflicts: 0, absent: 0 })
        const exported = await exportTexts(here, first.communityId ?? '')
        const back = await importTexts(there, exported)
        expect([back.status, back.faults]).toEqual(['done', []])
        expect(await exportTexts(there, back.communityId ?? '')).toEqual(exported)
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})
