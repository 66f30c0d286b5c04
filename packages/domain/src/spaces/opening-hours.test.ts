import { describe, expect, it } from 'vitest'
import { openSpans, readOpenings, writeOpenings, type Opening } from './opening-hours.ts'

const COPENHAGEN = 'Europe/Copenhagen'
const opening = (weekday: number, opensAt: string, closesAt: string): Opening => ({ weekday, opensAt, closesAt })
const span = (startsAt: string, endsAt: string) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) })

describe('writeOpenings', () => {
  it('has one text for a week, whatever the order, and reads it back', () => {
    const week = [opening(6, '10:00', '24:00'), opening(1, '13:00', '17:00'), opening(1, '09:00', '12:00')]
    const written = writeOpenings(week)
    expect(written).toEqual({ allowed: true, value: 'Mo 09:00-12:00,13:00-17:00; Sa 10:00-24:00' })
    expect(readOpenings('Mo 09:00-12:00,13:00-17:00; Sa 10:00-24:00')).toEqual([week[2], week[1], week[0]])
    expect(readOpenings(null)).toBeNull()
    expect(() => readOpenings('Mo 9-5')).toThrow(RangeError)
  })

  it.each([
    ['no window at all', []],
    ['an end before the beginning', [opening(1, '17:00', '09:00')]],
    ['an empty window', [opening(1, '09:00', '09:00')]],
    ['windows that overlap', [opening(1, '09:00', '12:00'), opening(1, '11:00', '13:00')]],
  ])('%s is refused', (_title, week) => {
    expect(writeOpenings(week)).toMatchObject({ allowed: false, problem: 'opening-hours-not-possible' })
  })
})

describe('openSpans', () => {
  it('without opening hours a space is open throughout', () => {
    const all = span('2026-05-11T00:00:00Z', '2026-05-18T00:00:00Z')
    expect(openSpans(null, COPENHAGEN, all)).toEqual([all])
  })

  it('windows that meet over midnight are one evening', () => {
    const week = [opening(5, '20:00', '24:00'), opening(6, '00:00', '02:00')]
    expect(openSpans(week, COPENHAGEN, span('2026-05-14T22:00:00Z', '2026-05-17T22:00:00Z'))).toEqual([
      span('2026-05-15T18:00:00Z', '2026-05-16T00:00:00Z'),
    ])
  })

  it('the clock of the place counts: the same window lies an hour apart before and after a change', () => {
    const sundays = [opening(7, '00:00', '06:00')]
    expect(openSpans(sundays, COPENHAGEN, span('2026-03-28T00:00:00Z', '2026-03-30T00:00:00Z'))).toEqual([
      span('2026-03-28T23:00:00Z', '2026-03-29T04:00:00Z'),
    ])
    expect(openSpans(sundays, COPENHAGEN, span('2026-10-24T00:00:00Z', '2026-10-26T00:00:00Z'))).toEqual([
      span('2026-10-24T22:00:00Z', '2026-10-25T05:00:00Z'),
    ])
  })
})
