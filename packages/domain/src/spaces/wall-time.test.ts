import { describe, expect, it } from 'vitest'
import { instantOf, isTimezone, mondayOf, mondayOfWeek, wallTimeOf, weekdayOf } from './wall-time.ts'

const COPENHAGEN = 'Europe/Copenhagen'
const at = (iso: string) => new Date(iso)

describe('wallTimeOf', () => {
  it.each([
    ['2026-05-15T10:00:00Z', COPENHAGEN, { day: '2026-05-15', weekday: 5, minute: 720 }],
    ['2026-01-01T00:30:00Z', 'America/New_York', { day: '2025-12-31', weekday: 3, minute: 1170 }],
    ['2026-03-29T01:30:00Z', COPENHAGEN, { day: '2026-03-29', weekday: 7, minute: 210 }],
    ['2026-10-25T00:30:00Z', COPENHAGEN, { day: '2026-10-25', weekday: 7, minute: 150 }],
    ['2026-10-25T01:30:00Z', COPENHAGEN, { day: '2026-10-25', weekday: 7, minute: 150 }],
    ['2026-05-15T00:00:00Z', 'Asia/Kathmandu', { day: '2026-05-15', weekday: 5, minute: 345 }],
  ])('%s in %s', (instant, zone, expected) => {
    expect(wallTimeOf(at(instant), zone)).toEqual(expected)
  })
})

describe('instantOf', () => {
  it.each([
    ['an ordinary time', '2026-05-15', 12 * 60, COPENHAGEN, '2026-05-15T10:00:00.000Z'],
    ['a time the clock skips is carried over', '2026-03-29', 150, COPENHAGEN, '2026-03-29T01:30:00.000Z'],
    ['of an hour that comes twice the first is meant', '2026-10-25', 150, COPENHAGEN, '2026-10-25T00:30:00.000Z'],
    ['midnight that ends the day', '2026-10-25', 1440, COPENHAGEN, '2026-10-25T23:00:00.000Z'],
    ['a day whose midnight is skipped', '2026-04-24', 0, 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    ['far from Greenwich', '2026-05-15', 0, 'Pacific/Kiritimati', '2026-05-14T10:00:00.000Z'],
  ])('%s', (_title, day, minute, zone, expected) => {
    expect(instantOf(day, minute, zone).toISOString()).toBe(expected)
  })

  it('is what the clock shows, at every half hour of a year in zones that change their clocks', () => {
    for (const zone of [COPENHAGEN, 'America/New_York', 'Australia/Lord_Howe', 'UTC']) {
      for (let hour = 0; hour < 366 * 48; hour += 1) {
        const instant = new Date(Date.UTC(2026, 0, 1) + hour * 1_800_000)
        const wall = wallTimeOf(instant, zone)
        const back = instantOf(wall.day, wall.minute, zone)
        expect(wallTimeOf(back, zone)).toEqual(wall)
        expect(back.getTime()).toBeLessThanOrEqual(instant.getTime())
      }
    }
  })
})

describe('weeks', () => {
  it.each([
    ['2026-W01', '2025-12-29'],
    ['2026-W22', '2026-05-25'],
    ['2026-W53', '2026-12-28'],
    ['2025-W53', null],
    ['2026-W00', null],
    ['2026-22', null],
  ])('%s begins on %s', (week, monday) => {
    expect(mondayOfWeek(week)).toBe(monday)
  })

  it('the first day of a week is a Monday, also before 1970', () => {
    expect(weekdayOf('1969-12-31')).toBe(3)
    expect(mondayOf('2026-05-17')).toBe('2026-05-11')
    expect(mondayOf('2026-05-11')).toBe('2026-05-11')
  })
})

it.each([
  ['Europe/Copenhagen', true],
  ['UTC', true],
  ['+01:00', false],
  ['Middle/Earth', false],
  ['', false],
])('%j is a time zone: %s', (name, expected) => {
  expect(isTimezone(name)).toBe(expected)
})
