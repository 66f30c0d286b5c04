import { describe, expect, it } from 'vitest'
import { monthSums } from './month-sums.ts'

describe('sums by month', () => {
  it('add up within a month, and are 0 elsewhere', () => {
    const sums = monthSums()
    sums.add(24_290, 5)
    sums.add(24_293, 7)
    sums.add(24_290, -2)
    expect([24_289, 24_290, 24_291, 24_293, 24_294].map(sums.at)).toEqual([0, 3, 0, 7, 0])
  })

  it('also take a month before all others', () => {
    const sums = monthSums()
    sums.add(24_290, 5)
    sums.add(24_287, 1)
    sums.add(24_288, 2)
    expect([24_286, 24_287, 24_288, 24_289, 24_290].map(sums.at)).toEqual([0, 1, 2, 0, 5])
  })

  it('add up all from a month on', () => {
    const sums = monthSums()
    expect(sums.from(24_290)).toBe(0)
    for (const month of [24_290, 24_292, 24_295]) sums.add(month, 10)
    expect([24_000, 24_290, 24_291, 24_295, 24_296].map(sums.from)).toEqual([30, 30, 20, 10, 0])
  })

  it('have copies that go their own way', () => {
    const sums = monthSums()
    sums.add(24_290, 5)
    const copy = sums.copy()
    copy.add(24_290, 1)
    sums.add(24_291, 2)
    expect([sums.at(24_290), copy.at(24_290), copy.at(24_291)]).toEqual([5, 6, 0])
  })
})
