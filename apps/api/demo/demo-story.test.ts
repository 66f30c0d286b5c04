import { factsBehind } from '@commonweal/domain/risks/facts-behind'
import { secondaryFlagNames } from '@commonweal/domain/risks/secondary/flag-names'
import { evaluateSecondary } from '@commonweal/domain/risks/secondary/secondary-timeline'
import { evaluate, timeline } from '@commonweal/domain/risks/timeline'
import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { FileKind } from '../src/imports/package-columns.ts'
import { rowId } from '../src/imports/row-ids.ts'
import { laterMonth, referenceMonth, wallTimeAt, weekdayOf } from './demo-calendar.ts'
import { demoBytes } from './demo-updates.ts'
import { demoHistory } from './demo-history.ts'
import { makeDemo } from './make-demo.ts'
import { demoTexts, monthsToLastMonth, readDemo, shiftDemo } from './shift-demo.ts'

const folder = new URL('lindenmark/', import.meta.url)
const demo = readDemo()
const rows = (name: string) => demo.files.get(`${name}.csv`)?.rows ?? []
const monthAfter = (months: number) => laterMonth(`${referenceMonth}-01`, 1 + months).slice(0, 7)
const end = monthAfter(0)

const history = demoHistory(demo)
const months = timeline(history, '2021-02', end).months
const heldLevels = (flag: 'stagnation' | 'funding', from: string, to: string) => [
  ...new Set(months.filter(({ month }) => month >= from && month <= to).map((reading) => reading[flag].heldLevel)),
]

/** Share of the booked hours of the last 12 months that one organisation hosted. */
function hostedShare(organisationId: string, shifted: number): number {
  const { bookings } = demoHistory(shiftDemo(demo, shifted))
  const held = (bookings ?? []).filter(
    (one) =>
      one.status === 'attended' &&
      one.startsOn >= `${monthAfter(shifted - 12)}-01` &&
      one.startsOn < `${monthAfter(shifted)}-01`,
  )
  const hours = (all: typeof held) => all.reduce((sum, one) => sum + one.hours, 0)
  return hours(held.filter((one) => one.hostId === organisationId)) / hours(held)
}

describe('the demo package', () => {
  it('is what its script makes, byte for byte', () => {
    const made = makeDemo()
    expect(readdirSync(folder).sort()).toEqual([...made.keys()].sort())
    for (const [name, text] of made) expect(readFileSync(new URL(name, folder), 'utf8') === text, name).toBe(true)
  })

  it('is read and written without a change', () => {
    expect([...demoTexts(demo)].sort()).toEqual([...makeDemo()].sort())
  })

  it('has 24 organisations in 11 sectors and one person to sign in for each role', () => {
    expect(rows('organisations')).toHaveLength(24)
    expect(new Set(rows('organisations').map((row) => row['sector'])).size).toBe(11)
    expect(rows('roles').map((row) => row['role'])).toEqual(['steward', 'coordinator', 'member', 'viewer'])
    const emails = rows('roles').map(
      (role) => rows('people').find((person) => person['id'] === role['person_id'])?.['email'],
    )
    expect(emails).toEqual(['ada', 'jonas', 'mira', 'theo'].map((name) => `${name}@lindenmark.example`))
  })

  it('has the bytes of every file, and no others', () => {
    const bytes = demoBytes()
    expect(rows('files').map((row) => `files/${row['sha256']}`)).toEqual([...bytes.keys()])
    for (const row of rows('files')) {
      const found = bytes.get(`files/${row['sha256']}`) ?? Buffer.alloc(0)
      expect([hash('sha256', found, 'hex'), String(found.length)]).toEqual([row['sha256'], row['size_bytes']])
    }
  })

  it('names only what it has', () => {
    const ids = (name: string) => new Set(rows(name).map((row) => row['id']))
    const points = [
      ['organisation_id', 'organisations'],
      ['initiative_id', 'initiatives'],
      ['person_id', 'people'],
      ['space_id', 'spaces'],
      ['host_id', 'organisations'],
      ['pledge_id', 'pledges'],
      ['update_id', 'updates'],
    ] as const
    for (const [column, target] of points) {
      const known = ids(target)
      const facts = [...demo.files].filter(([name]) => name !== 'activity.csv')
      const named = facts.flatMap(([, file]) => file.rows.map((row) => row[column] ?? null))
      expect(named.filter((id) => id !== null && !known.has(id))).toEqual([])
    }
  })

  it('tells who did what to things it has, within the story', () => {
    const { source } = JSON.parse(demo.community) as { readonly source: string }
    const rowIds = (kind: FileKind) => rows(kind).map((row) => rowId(source, kind, String(row['id'])))
    const people = new Map(rows('people').map((row) => [rowId(source, 'people', String(row['id'])), row]))
    const objects = {
      initiative: new Set(rowIds('initiatives')),
      booking: new Set(rowIds('bookings')),
      pledge: new Set(rowIds('pledges')),
    }
    expect(rows('activity').length).toBeGreaterThan(100)
    for (const row of rows('activity')) {
      const person = people.get(String(row['person_id']))
      expect(rowId(source, 'organisations', String(person?.['organisation_id']))).toBe(row['organisation_id'])
      expect(objects[row['object_kind'] as keyof typeof objects]).toContain(row['object_id'])
    }
    const { rows: moved = [] } = shiftDemo(demo, 11).files.get('activity.csv') ?? {}
    expect(moved.every((row) => Date.parse(String(row['at'])) < Date.parse(`${monthAfter(11)}-01`))).toBe(true)
  })

  it.each([0, 1, 7, 10, 11, 14])('keeps bookings of a space apart when moved by %i months', (shift) => {
    const bookings = (shiftDemo(demo, shift).files.get('bookings.csv')?.rows ?? [])
      .filter((row) => ['confirmed', 'attended'].includes(String(row['status'])))
      .map((row) => ({
        space: row['space_id'],
        from: Date.parse(String(row['starts_at'])),
        to: Date.parse(String(row['ends_at'])),
      }))
      .sort((a, b) => a.from - b.from)
    const freeFrom = new Map<unknown, number>()
    const overlapping = bookings.filter(({ space, from, to }) => {
      const isTaken = from < (freeFrom.get(space) ?? 0)
      freeFrom.set(space, to)
      return isTaken
    })
    expect(overlapping).toEqual([])
  })

  it('has something for every screen', () => {
    const facts = factsBehind(history, end)
    expect(facts.funding.fulfilment.overduePledgeIds).toContain('p-bank-2')
    expect(facts.stagnation.dormancy.organisationIds).toEqual(['museum'])
    expect(rows('pledges').map((row) => row['status'])).toEqual(
      expect.arrayContaining(['offered', 'accepted', 'confirmed', 'withdrawn', 'written-off']),
    )
    const upcoming = rows('bookings').filter((row) => String(row['starts_at']) > `${end}-01`)
    expect(new Set(upcoming.map((row) => row['status']))).toEqual(new Set(['confirmed', 'requested']))
    const leftOpen = rows('initiatives').filter(
      (row) => row['ended_on'] === null && String(row['planned_end_on']) < `${end}-01`,
    )
    expect(leftOpen.map((row) => row['title'])).toEqual(['Playground by vote'])
  })
})

describe('the story', () => {
  it('begins healthy: no flag through its second year', () => {
    expect(heldLevels('stagnation', '2021-02', '2022-12')).toEqual(['none'])
    expect(heldLevels('funding', '2021-02', '2022-12')).toEqual(['none'])
    expect(months.find(({ month }) => month === '2022-01')?.stagnation.score).toBe(0)
  })

  it('fades: stagnation rises to watch, warning and critical while starts stop', () => {
    expect(heldLevels('stagnation', '2023-10', '2024-05')).toEqual(['none', 'watch', 'warning', 'critical'])
    expect(months.find(({ month }) => month === '2024-05')?.stagnation.families).toMatchObject({
      renewal: { points: 2, now: 3 },
      gap: { points: 2 },
      participation: { points: 2 },
    })
  })

  it('recovers with new feeds: the flag comes down level by level and clears', () => {
    expect(heldLevels('stagnation', '2024-06', end)).toEqual(['critical', 'warning', 'watch', 'none'])
    expect(months.find(({ month }) => month === '2025-02')?.stagnation.change).toMatchObject({
      kind: 'cleared',
      to: 'none',
    })
  })

  it('comes to live off one purse: funding is at warning at its end', () => {
    expect(heldLevels('funding', '2024-10', '2025-05')).toEqual(['watch'])
    expect(heldLevels('funding', '2025-06', end)).toEqual(['warning'])
    const { readings, sublevels } = evaluate(history, end).funding
    const share = (readings.byFunder?.['council'] ?? 0) / (readings.income ?? 1)
    expect(share).toBeGreaterThanOrEqual(0.6)
    expect(share).toBeLessThanOrEqual(0.64)
    expect(sublevels.concentration).toMatchObject({ level: 2, largestFunderId: 'council' })
    expect(sublevels.cliff.level).toBe(2)
  })

  it('and its other signs have something to say: a sector nobody is of, an election ahead, money that is handed on', () => {
    const { flags, measures } = evaluateSecondary(history, end)
    for (const name of secondaryFlagNames) expect([name, flags[name].level]).not.toEqual([name, 'insufficient-data'])
    expect(flags['sector-failure'].contributors['missingCoreSectors']).toEqual(['energy'])
    expect(flags['public-dominance'].reported['nextMandate']).toMatchObject({
      organisationId: 'council',
      endsOn: '2026-05-10',
    })
    expect(measures?.income.passThrough?.organisationIds).toEqual(['region'])
    expect(weekdayOf(String(rows('mandates')[0]?.['ends_on']))).toBe(0)
    const promised = rows('pledges').filter((row) => row['organisation_id'] === 'council' && row['kind'] === 'cash')
    expect(
      promised
        .map((row) => String(row['to']))
        .sort()
        .at(-1)
        ?.slice(0, 7),
    ).toBe('2026-06')
  })

  it('and in one house: the council hosts about 70 % of the hours', () => {
    expect(hostedShare('council', 0)).toBeGreaterThanOrEqual(0.68)
    expect(hostedShare('council', 0)).toBeLessThanOrEqual(0.72)
  })
})

describe('the story moved to last month', () => {
  it('ends in the month before the day it is loaded', () => {
    expect(monthsToLastMonth('2026-11-22')).toBe(10)
    expect(monthsToLastMonth('2026-01-01')).toBe(0)
    expect(monthsToLastMonth('2025-06-30')).toBe(-7)
  })

  it.each([-7, 1, 2, 10, 11, 25])('tells the same when moved by %i months', (shift) => {
    const moved = timeline(demoHistory(shiftDemo(demo, shift)), monthAfter(shift - 30), monthAfter(shift)).months
    const told = timeline(history, monthAfter(-30), end).months
    expect(moved.map(({ stagnation, funding }) => [stagnation.heldLevel, funding.heldLevel])).toEqual(
      told.map(({ stagnation, funding }) => [stagnation.heldLevel, funding.heldLevel]),
    )
    expect(hostedShare('council', shift)).toBeGreaterThanOrEqual(0.68)
    expect(hostedShare('council', shift)).toBeLessThanOrEqual(0.72)
  })

  it('keeps the day of the month, or the last of a shorter one', () => {
    const moved = shiftDemo(demo, 2)
      .files.get('reserves.csv')
      ?.rows.map((row) => row['on'])
    expect(moved).toEqual(expect.arrayContaining(['2021-03-01', '2021-08-30', '2022-02-28']))
  })

  it('keeps the weekday and the wall-clock time of every booking, across summer time', () => {
    const before = rows('bookings')
    const after = shiftDemo(demo, 5).files.get('bookings.csv')?.rows ?? []
    const shown = (row: (typeof before)[number]) => {
      const { day, time } = wallTimeAt(String(row['starts_at']))
      return `${weekdayOf(day)} ${time}`
    }
    expect(after.map(shown)).toEqual(before.map(shown))
    expect(
      after.some((row, index) => String(row['starts_at']).slice(-6) !== String(before[index]?.['starts_at']).slice(-6)),
    ).toBe(true)
  })
})
