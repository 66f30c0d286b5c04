import { describe, expect, it } from 'vitest'
import { addDays, dayFromNumber, dayNumber } from './day.ts'
import { addMonthsToDay, firstDayNumber, monthFromIndex, monthIndex } from './month.ts'

describe('days', () => {
  it('are counted from 1970-01-01', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('2000-03-01')).toBe(11_017)
    expect(dayFromNumber(-1)).toBe('1969-12-31')
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
  })

  it.each(['2023-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '2024-4-1', '', 'yesterday'])(
    'refuse %s',
    (text) => {
      expect(() => dayNumber(text)).toThrow(RangeError)
    },
  )
})

describe('months', () => {
  it('are counted and named back', () => {
    expect(monthFromIndex(monthIndex('2024-12') + 1)).toBe('2025-01')
    expect(dayFromNumber(firstDayNumber(monthIndex('2024-02')))).toBe('2024-02-01')
    expect(() => monthIndex('2024-13')).toThrow(RangeError)
  })

  it('keep the day of the month where there is one', () => {
    expect(addMonthsToDay('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonthsToDay('2024-03-31', -12)).toBe('2023-03-31')
  })
})
