import { describe, expect, it } from 'vitest'
import { dissolution, fallsToHalf, incomeHalvings } from './labels.ts'

describe('labels', () => {
  it('a fall is the first month at half of the trailing peak, a recovery the first at twice the lowest since', () => {
    expect(fallsToHalf([2, 6, 10, 12, 9, 6, 5, 4, 5, 8, 9])).toEqual([{ at: 5, recoveredAt: 9 }])
  })

  it('after a recovery a new peak begins, and the next fall is measured from it', () => {
    expect(fallsToHalf([20, 10, 3, 8, 9, 8, 4])).toEqual([
      { at: 1, recoveredAt: 3 },
      { at: 6, recoveredAt: null },
    ])
  })

  it('half of a few is no fall', () => {
    expect(fallsToHalf([1, 4, 7, 3, 1])).toEqual([])
  })

  it('a recovery from nothing needs at least three', () => {
    expect(fallsToHalf([8, 0, 1, 2, 3])).toEqual([{ at: 1, recoveredAt: 4 }])
  })

  it('a network has dissolved when fewer than three are active after three were', () => {
    expect(dissolution([1, 2, 3, 5, 2, 4])).toBe(4)
    expect(dissolution([1, 2, 1])).toBeNull()
    expect(dissolution([3, 3])).toBeNull()
  })

  it('income has halved at half of the year before and recovered at the whole of it', () => {
    expect(incomeHalvings([null, 0.9, 0.5, 0.4, 0.99, 1, 0.8, 0.2])).toEqual([
      { at: 2, recoveredAt: 5 },
      { at: 7, recoveredAt: null },
    ])
  })
})
