import type { FundingSublevels } from '../funding/funding-reader.ts'
import type { StagnationParameters } from '../parameters.ts'
import type { StagnationFamilies } from '../stagnation/stagnation-reader.ts'
import { monthsOf, numberOf, shareOf, type Value } from './value.ts'

type StagnationValues = {
  readonly [Name in keyof StagnationFamilies]: (reading: StagnationFamilies[Name]) => Value | null
}
type FundingValues = { readonly [Name in keyof FundingSublevels]: (reading: FundingSublevels[Name]) => Value | null }

const ifKnown = <Known>(value: Known | null, say: (value: Known) => Value) => (value === null ? null : say(value))

/** The value each family is known by. */
export const stagnationValue: StagnationValues = {
  renewal: ({ now }) => ifKnown(now, numberOf),
  gap: ({ days }) => ifKnown(days, (value) => ({ type: 'days', value })),
  novelty: ({ newTieRate }) => ifKnown(newTieRate, shareOf),
  participation: ({ now }) => ifKnown(now, numberOf),
  pipeline: ({ stillRunning }) => ifKnown(stillRunning, numberOf),
}

type Baselines = {
  readonly [Name in keyof StagnationFamilies]: (
    reading: StagnationFamilies[Name],
    lines: StagnationParameters,
  ) => Value | null
}

/** What each family is compared with. */
export const stagnationBaseline: Baselines = {
  // Starts of the window at the pace of the base.
  renewal: ({ base, baseMonths }, { windowMonths }) =>
    base === null || baseMonths === null || baseMonths === 0 ? null : numberOf((base * windowMonths) / baseMonths),
  // The mean silence between start days.
  gap: ({ startDays24m, exposureMonths }, { daysPerMonth }) =>
    startDays24m === null || exposureMonths === null || startDays24m === 0
      ? null
      : { type: 'days', value: (exposureMonths * daysPerMonth) / startDays24m },
  novelty: ({ untriedPairShare }) => ifKnown(untriedPairShare, shareOf),
  participation: ({ median24m }) => ifKnown(median24m, numberOf),
  pipeline: ({ medianShare24m, running }) =>
    medianShare24m === null || running === null ? null : numberOf(medianShare24m * running),
}

/** The value each sub-level is known by. */
export const fundingValue: FundingValues = {
  concentration: ({ reliance }) => ifKnown(reliance, shareOf),
  incomeFall: ({ ratio }) => ifKnown(ratio, shareOf),
  runway: ({ months, holdsForMonths }) => ifKnown(months ?? holdsForMonths, monthsOf),
  cliff: ({ months, noneWithinMonths }) => ifKnown(months ?? noneWithinMonths, monthsOf),
  fulfilment: ({ share }) => ifKnown(share, shareOf),
  retention: ({ share }) => ifKnown(share, shareOf),
  publicShare: ({ share }) => ifKnown(share, shareOf),
}

/** What each sub-level is compared with; shares of money are judged by their lines alone. */
export const fundingBaseline: FundingValues = {
  concentration: () => null,
  incomeFall: ({ yearBeforeMinor }) => ifKnown(yearBeforeMinor, (value) => ({ type: 'money', value })),
  runway: ({ reservesMinor }) => ifKnown(reservesMinor, (value) => ({ type: 'money', value })),
  cliff: ({ beforeMinor }) => ifKnown(beforeMinor, (value) => ({ type: 'money', value })),
  fulfilment: ({ dueMinor }) => ifKnown(dueMinor, (value) => ({ type: 'money', value })),
  retention: () => null,
  publicShare: () => null,
}

type StagnationMeasures = {
  readonly [Name in keyof StagnationFamilies]: (
    reading: StagnationFamilies[Name],
    lines: StagnationParameters,
  ) => Readonly<Record<string, Value | null>>
}
type FundingMeasures = {
  readonly [Name in keyof FundingSublevels]: (reading: FundingSublevels[Name]) => Readonly<Record<string, Value | null>>
}

const probabilityOf = (value: number): Value => ({ type: 'probability', value })
const amountOf = (value: number): Value => ({ type: 'money', value })

/** Measures of a family that one fact may move, the one it is known by first. */
export const stagnationMeasures: StagnationMeasures = {
  renewal: (reading, lines) => ({
    now: stagnationValue.renewal(reading),
    usual: stagnationBaseline.renewal(reading, lines),
  }),
  gap: (reading) => ({ days: stagnationValue.gap(reading), p: ifKnown(reading.p, probabilityOf) }),
  novelty: (reading) => ({
    newTieRate: stagnationValue.novelty(reading),
    untried: ifKnown(reading.untriedPairShare, shareOf),
    newPartners: ifKnown(reading.newPartnerRate, shareOf),
  }),
  participation: (reading) => ({
    now: stagnationValue.participation(reading),
    median: ifKnown(reading.median24m, numberOf),
  }),
  pipeline: (reading) => ({
    still: stagnationValue.pipeline(reading),
    running: ifKnown(reading.running, numberOf),
    p: ifKnown(reading.p, probabilityOf),
  }),
}

/** Measures of a sub-level that one fact may move, the one it is known by first. */
export const fundingMeasures: FundingMeasures = {
  concentration: (reading) => ({
    reliance: fundingValue.concentration(reading),
    effective: ifKnown(reading.effectiveFunders, numberOf),
  }),
  incomeFall: (reading) => ({ ratio: fundingValue.incomeFall(reading) }),
  runway: (reading) => ({ months: fundingValue.runway(reading) }),
  cliff: (reading) => ({
    months: fundingValue.cliff(reading),
    after: ifKnown(reading.afterMinor, amountOf),
    before: ifKnown(reading.beforeMinor, amountOf),
  }),
  fulfilment: (reading) => ({ share: fundingValue.fulfilment(reading) }),
  retention: (reading) => ({ share: fundingValue.retention(reading) }),
  publicShare: (reading) => ({ share: fundingValue.publicShare(reading) }),
}
