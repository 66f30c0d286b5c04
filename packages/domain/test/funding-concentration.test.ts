import { describe, expect, it } from 'vitest'
import { type CoverInputs, largestFunders, readConcentration } from '../src/risks/funding/concentration-sublevel.ts'
import { concentration, concentrationLevel, groupShare } from '../src/risks/funding/concentration.ts'
import { parameters } from '../src/risks/parameters.ts'

const lines = parameters.funding
const funders = (...amounts: number[]) => new Map(amounts.map((amount, index) => [`f${index}`, amount]))

describe('concentration', () => {
  it.each([
    // Largest share against 0.35, 0.50 and 0.70, with many others.
    [[34, 11, 11, 11, 11, 11, 11], 0],
    [[35, 13, 13, 13, 13, 13], 1],
    [[49, 17, 17, 17], 1],
    [[50, 10, 10, 10, 10, 10], 2],
    [[69, 31], 2],
    [[70, 30], 3],
    // Effective funders against 4 and 2.5: 4; 10,000 / 2,502; 10,000 / 4,150.
    [[25, 25, 25, 25], 0],
    [[26, 25, 25, 24], 1],
    [[45, 45, 10], 2],
    [[10], 3],
  ])('of %j is level %i', (amounts, level) => {
    expect(concentrationLevel(amounts, lines.concentration)).toBe(level)
  })

  it('is told by each measure', () => {
    // Shares 0.5, 0.25, 0.25: Σp² = 0.375; entropy 1.5 ln 2, whose exponential is 2√2.
    const read = concentration([25, 50, 0, 25, -10])
    expect(read).toMatchObject({ n: 3, hhi: 0.375, reliance: 0.5, absenceFactor: 1, topThreeShare: 1 })
    expect(read.effectiveNumber).toBeCloseTo(8 / 3, 12)
    expect(read.hill1).toBeCloseTo(2 * Math.SQRT2, 12)
    expect(read.hhiNormalised).toBeCloseTo((0.375 - 1 / 3) / (2 / 3), 12)
    expect(concentration([40, 30, 20, 10])).toMatchObject({ absenceFactor: 2, topThreeShare: 0.9 })
    expect(concentration([7]).hhiNormalised).toBeNull()
  })

  it('of nothing is null in every measure', () => {
    const { n, ...measures } = concentration([0, -3])
    expect(n).toBe(0)
    expect(new Set(Object.values(measures))).toEqual(new Set([null]))
  })

  it('of a group is its part of what is positive', () => {
    expect(groupShare(new Map(Object.entries({ a: 30, b: 70, c: -50 })), new Set(['a', 'c']))).toBe(0.3)
    expect(groupShare(new Map([['a', 0]]), new Set(['a']))).toBeNull()
  })

  it('names all who are largest', () => {
    expect(largestFunders(funders(5, 7, 7, 1))).toEqual(['f1', 'f2'])
  })
})

describe('cover of concentration by reserves', () => {
  // Half from one funder: level 2. Six months cost 100; 40 come without the largest: 10 a month are missing.
  const cover = (more: Partial<CoverInputs>, amounts: number[] = [50, 10, 10, 10, 10, 10]) =>
    readConcentration(
      funders(...amounts),
      concentration(amounts),
      6,
      { reservesMinor: 100, costMinor: 100, incomeWithoutLargestMinor: 40, months: 6, ...more },
      lines,
    )

  it.each([
    [241, 1, -1, 24.1],
    [240, 2, 0, 24],
    [60, 2, 0, 6],
    [59, 3, 1, 5.9],
    [-1, 3, 1, 0],
  ])('of %i minor units makes level %i', (reservesMinor, level, adjustment, stressRunwayMonths) => {
    expect(cover({ reservesMinor })).toMatchObject({
      level,
      levelBeforeCover: 2,
      cover: { adjustment, stressRunwayMonths, lastsForEver: false },
    })
  })

  it('for ever eases by one level', () => {
    const eased = { level: 1, cover: { adjustment: -1, stressRunwayMonths: null, lastsForEver: true } }
    expect(cover({ costMinor: 40, reservesMinor: 0 })).toMatchObject(eased)
    expect(cover({ costMinor: 41, reservesMinor: 0 })).toMatchObject({ level: 3, cover: { lastsForEver: false } })
  })

  it('never eases below watch nor tightens beyond critical', () => {
    const watch = [26, 25, 25, 24]
    expect(cover({ reservesMinor: 1000 }, watch)).toMatchObject({ level: 1, levelBeforeCover: 1 })
    expect(cover({ reservesMinor: 0 }, watch)).toMatchObject({ level: 2, levelBeforeCover: 1 })
    expect(cover({ reservesMinor: 0 }, [70, 30])).toMatchObject({ level: 3, levelBeforeCover: 3 })
  })

  it('is shown and not applied where nothing is concentrated', () => {
    const even = cover({ reservesMinor: 0 }, [25, 25, 25, 25])
    expect(even).toMatchObject({ level: 0, cover: { adjustment: 0, stressRunwayMonths: 0, reason: 'not-applicable' } })
  })

  it.each([{ reservesMinor: null }, { costMinor: null }, { months: 0 }])('is unknown with %j', (more) => {
    expect(cover(more)).toMatchObject({
      level: 2,
      cover: { adjustment: 0, stressRunwayMonths: null, lastsForEver: false, reason: 'unknown-source' },
    })
  })

  it('says what it read and from how many', () => {
    expect(cover({})).toMatchObject({ n: 6, reliance: 0.5, hhi: 0.3, largestFunderId: 'f0' })
    expect(cover({}).effectiveFunders).toBeCloseTo(10 / 3, 12)
  })

  it('is not read before half a year of income, nor of nothing', () => {
    const inputs = { reservesMinor: null, costMinor: null, incomeWithoutLargestMinor: 0, months: 0 }
    const read = (months: number | null, ...amounts: number[]) =>
      readConcentration(funders(...amounts), concentration(amounts), months, inputs, lines)
    const unread = {
      level: null,
      reliance: null,
      effectiveFunders: null,
      hhi: null,
      largestFunderId: null,
      levelBeforeCover: null,
      cover: { adjustment: 0, stressRunwayMonths: null, lastsForEver: false, reason: 'not-applicable' },
    }
    expect(read(5, 10)).toEqual({ ...unread, n: 1, reason: 'no-history' })
    expect(read(null, 10)).toEqual({ ...unread, n: 1, reason: 'no-history' })
    expect(read(6)).toEqual({ ...unread, n: 0, reason: 'zero-denominator' })
  })
})
