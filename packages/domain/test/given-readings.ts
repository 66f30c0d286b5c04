import type { FundingSublevels } from '../src/risks/funding/funding-reader.ts'
import type { StagnationFamilies } from '../src/risks/stagnation/stagnation-reader.ts'

type Parts<All> = { readonly [Name in keyof All]?: Partial<All[Name]> | undefined }

/** Five calm families: one start a month for three years, ten partners, half of eight initiatives planned to go on. */
export const families = (more: Parts<StagnationFamilies> = {}): StagnationFamilies => ({
  renewal: {
    points: 0,
    n: 36,
    now: 12,
    base: 24,
    baseMonths: 24,
    pBelow75pct: 0.2,
    pBelow50pct: 0.02,
    ...more.renewal,
  },
  gap: {
    points: 0,
    n: 24,
    lastStartOn: '2023-12-12',
    days: 20,
    startDays24m: 24,
    exposureMonths: 24,
    p: 0.5,
    ...more.gap,
  },
  novelty: {
    points: 0,
    n: 12,
    initiatives: 12,
    newTieRate: 0.6,
    untriedPairShare: 0.5,
    relative: 1.2,
    newPartnerRate: 0.25,
    isSaturated: false,
    ...more.novelty,
  },
  participation: { points: 0, n: 24, now: 10, median24m: 12, ...more.participation },
  pipeline: {
    points: 0,
    n: 8,
    horizonMonths: 6,
    stillRunning: 4,
    running: 8,
    medianShare24m: 0.5,
    p: 0.6,
    ...more.pipeline,
  },
})

/** Seven calm sub-levels: ten funders who pay the same and what they promised, every year. */
export const sublevels = (more: Parts<FundingSublevels> = {}): FundingSublevels => ({
  concentration: {
    level: 0,
    n: 10,
    reliance: 0.1,
    effectiveFunders: 10,
    hhi: 0.1,
    largestFunderId: 'bank',
    levelBeforeCover: 0,
    cover: { adjustment: 0, stressRunwayMonths: null, lastsForEver: true, reason: 'not-applicable' },
    ...more.concentration,
  },
  incomeFall: { level: 0, n: 10, ratio: 1, incomeMinor: 1200, yearBeforeMinor: 1200, ...more.incomeFall },
  runway: {
    level: 0,
    n: 12,
    months: null,
    stressMonths: null,
    severeMonths: null,
    holdsForMonths: 36,
    reservesMinor: 5000,
    incomeFrom: 'scheduled',
    ...more.runway,
  },
  cliff: {
    level: 0,
    n: 10,
    months: null,
    month: null,
    beforeMinor: null,
    afterMinor: null,
    noneWithinMonths: 24,
    ...more.cliff,
  },
  fulfilment: { level: 0, n: 12, share: 1, dueMinor: 1200, paidMinor: 1200, ...more.fulfilment },
  retention: {
    level: 0,
    n: 10,
    share: 0.9,
    countShare: 0.9,
    interval: { low: 0.6, high: 0.98 },
    ...more.retention,
  },
  publicShare: { level: 0, n: 10, share: 0.2, localShare: 0.1, ...more.publicShare },
})
