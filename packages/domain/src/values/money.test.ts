import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hundredthsOf, quantityOf, splitEvenly, sumExactly, sumWhereExact } from './money.ts'

const total = fc.maxSafeNat()

describe('parts', () => {
  it.each([
    [100, 3, [33, 33, 34]],
    [10_000, 12, [...Array.from({ length: 11 }, () => 833), 837]],
    [2, 3, [0, 0, 2]],
    [0, 2, [0, 0]],
    [Number.MAX_SAFE_INTEGER, 1, [Number.MAX_SAFE_INTEGER]],
  ])('%i in %i: the last carries the remainder', (total, count, parts) => {
    expect(splitEvenly(total, count)).toEqual(parts)
  })

  it('parts of any total sum to it, and all but the last are equal', () => {
    fc.assert(
      fc.property(total, fc.integer({ min: 1, max: 400 }), (total, count) => {
        const parts = splitEvenly(total, count)
        expect(sumExactly(parts)).toBe(total)
        expect(new Set(parts.slice(0, -1)).size).toBeLessThanOrEqual(1)
        const last = parts.at(-1) ?? 0
        expect(last - (parts[0] ?? 0)).toBeLessThan(count)
        expect(last).toBeGreaterThanOrEqual(parts[0] ?? 0)
      }),
    )
  })

  it.each([
    [0.5, 2],
    [-1, 2],
    [10, 0],
    [10, 1.5],
  ])('%d in %d is a mistake of the caller', (total, count) => {
    expect(() => splitEvenly(total, count)).toThrow(RangeError)
  })

  it('a sum that could not be exact is an error, not a rounded number', () => {
    expect(() => sumExactly([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError)
    expect(sumWhereExact([Number.MAX_SAFE_INTEGER, 1])).toBeNull()
    expect(sumWhereExact([Number.MAX_SAFE_INTEGER, 1, -1])).toBe(Number.MAX_SAFE_INTEGER)
  })
})

describe('quantities', () => {
  it('every quantity of two decimals comes back as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (hundredths) => {
        expect(hundredthsOf(quantityOf(hundredths))).toBe(hundredths)
      }),
    )
  })

  it.each([0.005, 1.001, 1e300, Number.NaN])('%d is finer than hundredths, or no quantity', (quantity) => {
    expect(hundredthsOf(quantity)).toBeNull()
  })
})
