import { describe, expect, it } from 'vitest'
import { fundingStrain } from '../src/risks/explain/funding-strain.ts'
import { stagnationStrain } from '../src/risks/explain/stagnation-strain.ts'
import { progress } from '../src/risks/explain/strain.ts'
import { parameters } from '../src/risks/parameters.ts'
import { families, sublevels } from './given-readings.ts'

type Families = NonNullable<Parameters<typeof families>[0]>
type Sublevels = NonNullable<Parameters<typeof sublevels>[0]>

describe('the way to a line', () => {
  it.each([
    [-1, 0],
    [0, 0],
    [0.4, 0.4],
    [1, 1],
    [2, 1.5],
    [4, 1.75],
    [Number.NaN, 0],
    [Infinity, 2],
  ])('of which %f is behind counts %f', (part, counts) => {
    expect(progress(part)).toBe(counts)
  })
})

describe('how far a family has come', () => {
  const lines = parameters.stagnation
  const renewal = (more: Families['renewal']) => stagnationStrain.renewal(families({ renewal: more }).renewal, lines)
  const gap = (more: Families['gap']) => stagnationStrain.gap(families({ gap: more }).gap, lines)
  const novelty = (more: Families['novelty']) => stagnationStrain.novelty(families({ novelty: more }).novelty, lines)
  const participation = (more: Families['participation']) =>
    stagnationStrain.participation(families({ participation: more }).participation, lines)
  const pipeline = (more: Families['pipeline']) =>
    stagnationStrain.pipeline(families({ pipeline: more }).pipeline, lines)

  it('is both probabilities of a slower pace, against 0.8 and 0.9', () => {
    expect(renewal({ pBelow75pct: 0.4, pBelow50pct: 0.09 })).toBeCloseTo(0.5 + 0.1, 12)
    expect(renewal({ pBelow75pct: 0.8, pBelow50pct: 0.45 })).toBeCloseTo(1.5, 12)
    expect(renewal({ pBelow75pct: null })).toBeNull()
    expect(renewal({ pBelow50pct: null })).toBeNull()
  })

  it('is a silence as long and as surprising as the lines, whichever is farther from its own', () => {
    // Of 60 days and one in ten the days are half, of 120 days and one in fifty a quarter; the surprise is at both.
    expect(gap({ days: 30, p: 0.02 })).toBeCloseTo(0.5 + 0.25, 12)
    // A silence of 240 days that surprises by the root of a tenth: half of the first line.
    expect(gap({ days: 240, p: Math.sqrt(0.1) })).toBeCloseTo(0.5 + Math.log(0.1) / Math.log(0.02) / 2, 12)
    expect(gap({ days: null })).toBeNull()
    expect(gap({ p: null })).toBeNull()
  })

  it('is the novelty that is missing, against half and a quarter', () => {
    expect(novelty({ relative: 0.75 })).toBeCloseTo(0.25 / 0.5 + 0.25 / 0.75, 12)
    expect(novelty({ relative: 0.5 })).toBeCloseTo(1 + 0.5 / 0.75, 12)
    expect(novelty({ relative: 1.2 })).toBe(0)
    expect(novelty({ relative: null })).toBeNull()
  })

  it('is the partners who are not new where nearly all pairs have been tried', () => {
    expect(novelty({ isSaturated: true, newPartnerRate: 0.25, relative: 0.1 })).toBe(0.75)
    expect(novelty({ isSaturated: true, newPartnerRate: null })).toBeNull()
    expect(novelty({ isSaturated: null, relative: 1 })).toBe(0)
  })

  it('is the partners who are missing, against a quarter and half of the usual', () => {
    expect(participation({ now: 9, median24m: 10 })).toBeCloseTo(0.4 + 0.2, 12)
    expect(participation({ now: 5, median24m: 10 })).toBeCloseTo(1.5 + 1, 12)
    expect(participation({ now: null })).toBeNull()
    expect(participation({ median24m: null })).toBeNull()
    expect(participation({ median24m: 0 })).toBeNull()
  })

  it('is what goes on less than usual and less than chance has it, whichever is farther from its line', () => {
    // Half of the usual share: at the first line of the share, three quarters of the way to the second; the surprise is beyond both.
    expect(pipeline({ stillRunning: 2, running: 8, medianShare24m: 0.5, p: 0.0001 })).toBeCloseTo(1 + 0.75, 12)
    // None goes on, but so few may be chance: the surprise is half of the first line's.
    expect(pipeline({ stillRunning: 0, running: 8, medianShare24m: 0.5, p: Math.sqrt(0.05) })).toBeCloseTo(
      0.5 + Math.log(0.05) / Math.log(0.01) / 2,
      12,
    )
  })

  it.each([
    { stillRunning: null },
    { running: null },
    { medianShare24m: null },
    { p: null },
    { running: 0 },
    { medianShare24m: 0 },
  ])('is not known where nothing runs or nothing is usual', (unknown) => {
    expect(pipeline(unknown)).toBeNull()
  })
})

describe('how far a sub-level has come', () => {
  const lines = parameters.funding
  const concentration = (more: Sublevels['concentration']) =>
    fundingStrain.concentration(sublevels({ concentration: more }).concentration, lines)
  const runway = (more: Sublevels['runway']) => fundingStrain.runway(sublevels({ runway: more }).runway, lines)
  const cliff = (more: Sublevels['cliff']) => fundingStrain.cliff(sublevels({ cliff: more }).cliff, lines)

  it('is the largest share or the fewness of funders, whichever is nearer its line', () => {
    expect(concentration({ reliance: 0.35, hhi: 0.2 })).toBeCloseTo(1 + 0.7 + 0.5, 12)
    // Sum of squares of 1/4: at the line of four, at 2.5/4 and 1.7/4 of the others.
    expect(concentration({ reliance: 0.175, hhi: 0.25 })).toBeCloseTo(1 + 0.625 + 0.425, 12)
    expect(concentration({ reliance: null })).toBeNull()
    expect(concentration({ hhi: null })).toBeNull()
  })

  it('is the income that is missing, against a quarter and half of it', () => {
    const fall = (ratio: number | null) =>
      fundingStrain.incomeFall(sublevels({ incomeFall: { ratio } }).incomeFall, lines)
    expect(fall(0.9)).toBeCloseTo(0.4 + 0.2, 12)
    expect(fall(1.1)).toBe(0)
    expect(fall(null)).toBeNull()
  })

  it('is the months that are missing of three years, against those missing at each line', () => {
    expect(runway({ level: 0, months: 24 })).toBeCloseTo(12 / 24 + 12 / 30 + 12 / 33, 12)
    expect(runway({ level: 0, months: null })).toBe(0)
    expect(runway({ level: null })).toBeNull()
  })

  it('is how near the cliff is, as steep as it falls', () => {
    const ahead = { level: 1, months: 12, beforeMinor: 400, afterMinor: 100 } as const
    expect(cliff(ahead)).toBeCloseTo((1 + 12 / 18 + 12 / 21) * 0.75, 12)
    expect(cliff({ ...ahead, afterMinor: 0 })).toBeCloseTo(1 + 12 / 18 + 12 / 21, 12)
    expect(cliff({ level: null })).toBeNull()
  })

  it.each([{ months: null }, { beforeMinor: null }, { afterMinor: null }, { beforeMinor: 0 }])(
    'is nothing where no cliff lies ahead',
    (without) => {
      expect(cliff({ level: 1, months: 6, beforeMinor: 400, afterMinor: 100, ...without })).toBe(0)
    },
  )

  it('is what was not paid, and who did not pay again, against what is missing at each line', () => {
    const fulfilment = (share: number | null) =>
      fundingStrain.fulfilment(sublevels({ fulfilment: { share } }).fulfilment, lines)
    const retention = (share: number | null) =>
      fundingStrain.retention(sublevels({ retention: { share } }).retention, lines)
    expect(fulfilment(0.95)).toBeCloseTo(0.5 + 0.2 + 0.1, 12)
    expect(fulfilment(null)).toBeNull()
    expect(retention(0.7)).toBeCloseTo(1 + 0.6 + 0.3 / 0.7, 12)
    expect(retention(null)).toBeNull()
  })

  it('is the public share, against each line', () => {
    const ofPublic = (share: number | null) =>
      fundingStrain.publicShare(sublevels({ publicShare: { share } }).publicShare, lines)
    expect(ofPublic(0.6)).toBeCloseTo(1 + 0.8 + 0.6 / 0.9, 12)
    expect(ofPublic(null)).toBeNull()
  })
})
