import { describe, expect, it } from 'vitest'
import { alwaysGreen, concentrated, fallingTrend, floorOf, gapAbove, halved } from './baselines.ts'
import { changesOf, episodesOf, heldThroughUnknown } from './signals.ts'

const on = (signals: readonly { isOn: boolean }[]) => signals.map(({ isOn }) => (isOn ? 1 : 0)).join('')
const read = (signals: readonly { isRead: boolean }[]) => signals.map(({ isRead }) => (isRead ? 1 : 0)).join('')

describe('signals', () => {
  it('a month without a reading neither raises nor clears', () => {
    const signals = heldThroughUnknown([null, true, null, false, null])
    expect(on(signals)).toBe('01100')
    expect(read(signals)).toBe('01010')
  })

  it('an episode lasts from the month it goes on to the month it goes off', () => {
    const signals = heldThroughUnknown([true, false, true, true, false, true])
    expect(episodesOf(signals)).toEqual([
      { from: 0, to: 1 },
      { from: 2, to: 4 },
      { from: 5, to: 6 },
    ])
    expect(changesOf(signals)).toBe(5)
  })
})

describe('simple rules', () => {
  it('a gap is judged from the first event on', () => {
    expect(on(gapAbove(90, [null, 90, 91, 10]))).toBe('0010')
    expect(read(gapAbove(90, [null, 90, 91, 10]))).toBe('0111')
  })

  it('a year is halved when it holds less than half of the one before, not at half', () => {
    const counts = [...Array.from({ length: 12 }, () => 2), ...Array.from({ length: 12 }, () => 1), 0]
    expect(on(halved(counts, 12))).toBe('0'.repeat(24) + '1')
    expect(read(halved(counts, 12))).toBe('0'.repeat(23) + '11')
  })

  it('a quarter is held against the pace of the year before it', () => {
    const counts = [...Array.from({ length: 12 }, () => 4), 2, 2, 1]
    expect(on(halved(counts, 3)).at(-1)).toBe('1')
    expect(on(halved([...counts.slice(0, 12), 2, 2, 2], 3)).at(-1)).toBe('0')
  })

  it('a floor is the mean of the last months, and unknown while one of them is', () => {
    expect(on(floorOf(5, [9, 5, 1, 4, null, 4], 3))).toBe('000111')
    expect(read(floorOf(5, [9, 5, 1, 4, null, 4], 3))).toBe('001100')
  })

  it('a trend is on only where it falls', () => {
    const falling = Array.from({ length: 12 }, (_, month) => 20 - month)
    expect(on(fallingTrend(falling)).at(-1)).toBe('1')
    expect(on(fallingTrend(falling.toReversed())).at(-1)).toBe('0')
    expect(read(fallingTrend(falling))).toBe('0'.repeat(11) + '1')
  })

  it('always green is never on; concentration alone is on above its line', () => {
    expect(on(alwaysGreen(3))).toBe('000')
    expect(on(concentrated([0.2, 0.25, 0.26, null]))).toBe('0011')
  })
})
