import { describe, expect, test } from 'vitest'
import { timeTicks, type TimeTick } from './time-ticks.ts'

/** So many months in a row from the first. */
function monthsFrom(first: string, count: number): string[] {
  const start = Number(first.slice(0, 4)) * 12 + Number(first.slice(5)) - 1
  return Array.from({ length: count }, (_, at) => {
    const month = start + at
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

const said = (ticks: readonly TimeTick[]) => ticks.map((tick) => tick.said)
/** What a width shows: each tick whose room holds the widest of them. */
const shownAt = (ticks: readonly TimeTick[], neededMonths: number) =>
  ticks.filter(({ roomMonths }) => roomMonths >= neededMonths)

describe('ticks of time', () => {
  test('a year and a half has its quarters, a January is its year', () => {
    const { ticks, widest } = timeTicks(monthsFrom('2026-11', 18), 'en-GB')
    expect(said(ticks)).toEqual(['2027', 'Apr', 'Jul', 'Oct', '2028', 'Apr'])
    expect(ticks.map(({ at }) => at)).toEqual([2, 5, 8, 11, 14, 17])
    expect(ticks.filter(({ isYear }) => isYear)).toHaveLength(2)
    expect(widest).toBe(4)
  })

  test('more than three years have years alone', () => {
    expect(said(timeTicks(monthsFrom('2022-05', 55), 'en-GB').ticks)).toEqual(['2023', '2024', '2025', '2026'])
    expect(said(timeTicks(monthsFrom('2022-01', 36), 'en-GB').ticks)).toContain('Apr')
    expect(said(timeTicks(monthsFrom('2022-01', 37), 'en-GB').ticks)).not.toContain('Apr')
  })

  test('a few months are all written; without a January the roundest says the year', () => {
    expect(said(timeTicks(monthsFrom('2026-02', 4), 'en-GB').ticks)).toEqual(['Feb', 'Mar', 'Apr 2026', 'May'])
    expect(said(timeTicks(monthsFrom('2026-05', 1), 'en-GB').ticks)).toEqual(['May 2026'])
    expect(said(timeTicks([], 'en-GB').ticks)).toEqual([])
  })

  test('the last one has only what is left', () => {
    const { ticks } = timeTicks(monthsFrom('2026-11', 18), 'en-GB')
    expect(ticks.at(-1)).toMatchObject({ said: 'Apr', roomMonths: 1 })
  })

  test('less width leaves equal steps, so that nothing overlaps: of years two, four, eight', () => {
    const { ticks } = timeTicks(monthsFrom('2000-01', 300), 'en-GB')
    expect(said(shownAt(ticks, 12))).toHaveLength(25)
    expect(said(shownAt(ticks, 13))).toEqual(said(ticks).filter((year) => Number(year) % 2 === 0 && year !== '2024'))
    expect(said(shownAt(ticks, 30))).toEqual(['2000', '2004', '2008', '2012', '2016', '2020'])
    expect(said(shownAt(ticks, 60))).toEqual(['2000', '2008', '2016'])
  })

  test.each([...Array(40).keys()].map((index) => [3 + index * 7]))(
    'in %i months from any beginning, what a width shows stands clear of the next and of the end',
    (count) => {
      for (let month = 1; month <= 12; month += 1) {
        const { ticks } = timeTicks(monthsFrom(`2019-${String(month).padStart(2, '0')}`, count), 'de')
        for (const needed of [1, 2, 3, 4, 6, 9, 12, 20, 24, 48]) {
          const at = [...shownAt(ticks, needed).map((tick) => tick.at), count]
          for (const [index, one] of at.slice(1).entries())
            expect(one - (at[index] ?? 0)).toBeGreaterThanOrEqual(needed)
        }
      }
    },
  )

  test('they are said in the language of the reader, and counted by how wide they are', () => {
    const months = monthsFrom('2026-01', 24)
    expect(said(timeTicks(months, 'de').ticks).slice(0, 4)).toEqual(['2026', 'Apr', 'Jul', 'Okt'])
    expect(said(timeTicks(months, 'ar-EG').ticks)[0]).toBe('٢٠٢٦')
    const japanese = timeTicks(months, 'ja')
    expect(said(japanese.ticks)[0]).toBe('2026年')
    expect(japanese.widest).toBe(6)
  })
})
