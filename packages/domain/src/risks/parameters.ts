import { type SecondaryParameters, secondaryParameters } from './secondary/secondary-parameters.ts'

/**
 * The lines the engine judges by, in one dated table. Sources: docs/indicators.md §4 (definitions), §5 (probabilities), §7 (levels).
 * Ratios have at most three decimals, so that integer inputs are compared exactly. Months, days and counts are integers.
 */
export const engine = 'commonweal-risks/1.0.0'

export interface Parameters {
  /** Names this table; changes with every number in it. */
  readonly version: string
  readonly stagnation: StagnationParameters
  readonly funding: FundingParameters
  readonly secondary: SecondaryParameters
  readonly flags: {
    readonly stagnation: FlagThresholds
    readonly funding: FlagThresholds
    /** A level rises when this many of the last `of` readings call for it. */
    readonly rise: { readonly calls: number; readonly of: number }
    /** Readings in a row below the leaving line that lower a flag by one level. */
    readonly releaseReadings: number
    /** Months without a reading after which the held level is stale. */
    readonly staleAfterMonths: number
    /** A flag raised again within this many months after it cleared reopens the same episode. */
    readonly reopenWithinMonths: number
  }
}

export interface FlagThresholds {
  readonly watch: { readonly enter: number; readonly leave: number }
  readonly warning: { readonly enter: number; readonly leave: number }
  readonly critical: { readonly enter: number; readonly leave: number }
}

export interface StagnationParameters {
  readonly windowMonths: number
  readonly baseMonths: number
  /** History below which no family is read, unless it holds so many starts. */
  readonly leastHistoryMonths: number
  readonly leastStartsInShorterHistory: number
  /** Joint history below which levels are capped at watch. */
  readonly formingMonths: number
  /** Partners needed for the network to count as begun. */
  readonly formingPartners: number
  readonly leastReadableFamilies: number
  /** Days an initiative past its planned end goes on after its last act; days after which a member without act is dormant. */
  readonly quietDays: number
  readonly daysPerMonth: number
  readonly renewal: {
    readonly leastHistoryMonths: number
    readonly leastBaseStarts: number
    readonly onePoint: { readonly ratio: number; readonly probability: number }
    readonly twoPoints: { readonly ratio: number; readonly probability: number }
  }
  readonly gap: {
    readonly leastStartDays: number
    readonly leastExposureMonths: number
    readonly onePoint: { readonly probabilityBelow: number; readonly days: number }
    readonly twoPoints: { readonly probabilityBelow: number; readonly days: number }
  }
  readonly novelty: {
    readonly memoryMonths: number
    readonly leastHistoryMonths: number
    readonly leastJointInitiatives: number
    /** Initiatives with more partners than this give no pairs; null counts every pair. */
    readonly mostPartnersForPairs: number | null
    /** Untried share below which the network is saturated and only newcomers are judged. */
    readonly saturatedBelow: number
    readonly onePointRelative: number
    readonly twoPointsRelative: number
  }
  readonly participation: {
    readonly leastMedian: number
    readonly onePointShare: number
    readonly twoPointsShare: number
  }
  readonly pipeline: {
    readonly durationMonths: number
    readonly leastDurations: number
    readonly leastRunning: number
    readonly leastPastMonths: number
    readonly horizonMonths: { readonly least: number; readonly most: number }
    readonly onePoint: { readonly divisor: number; readonly probability: number }
    readonly twoPoints: { readonly divisor: number; readonly probability: number }
  }
  readonly dormancy: { readonly leastMembers: number }
}

export interface FundingParameters {
  readonly windowMonths: number
  readonly leastHistoryMonths: number
  /** Income history below which levels are capped at watch. */
  readonly formingMonths: number
  /** Income of the window must exceed this. */
  readonly incomeFloorMinor: number
  /** Lines in the order watch, warning, critical. */
  readonly concentration: {
    readonly reliance: readonly [number, number, number]
    readonly effectiveFunders: readonly [number, number, number]
  }
  readonly cover: { readonly meanMonths: number; readonly easeAboveMonths: number; readonly tightenBelowMonths: number }
  readonly incomeFall: { readonly leastHistoryMonths: number; readonly lines: readonly [number, number] }
  readonly runway: {
    readonly furthestMonths: number
    readonly lines: readonly [number, number, number]
    readonly haircut: { readonly expected: number; readonly stress: number; readonly severe: number }
    /** Part of the confidence left for a private pledger who has not yet paid `provenPayments` times. */
    readonly unprovenFactor: number
    readonly provenPayments: number
    readonly runRateMonths: number
  }
  readonly cliff: {
    readonly lookMonths: number
    readonly ratio: number
    readonly furthestMonths: number
    readonly leastPledges: number
    readonly lines: readonly [number, number, number]
  }
  readonly fulfilment: {
    readonly graceDays: number
    readonly leastDues: number
    readonly leastBudgetShare: number
    readonly lines: readonly [number, number, number]
  }
  readonly retention: {
    readonly leastFunders: number
    readonly renewalMonths: number
    readonly lines: readonly [number, number, number]
  }
  readonly publicShare: { readonly lines: readonly [number, number, number] }
}

export const parameters: Parameters = {
  version: '2026-11-01',
  stagnation: {
    windowMonths: 12,
    baseMonths: 24,
    leastHistoryMonths: 12,
    leastStartsInShorterHistory: 30,
    formingMonths: 12,
    formingPartners: 3,
    leastReadableFamilies: 2,
    quietDays: 180,
    daysPerMonth: 30.4375,
    renewal: {
      leastHistoryMonths: 24,
      leastBaseStarts: 3,
      onePoint: { ratio: 0.75, probability: 0.8 },
      twoPoints: { ratio: 0.5, probability: 0.9 },
    },
    gap: {
      leastStartDays: 3,
      leastExposureMonths: 6,
      onePoint: { probabilityBelow: 0.1, days: 60 },
      twoPoints: { probabilityBelow: 0.02, days: 120 },
    },
    novelty: {
      memoryMonths: 36,
      leastHistoryMonths: 24,
      leastJointInitiatives: 3,
      mostPartnersForPairs: 15,
      saturatedBelow: 0.3,
      onePointRelative: 0.5,
      twoPointsRelative: 0.25,
    },
    participation: { leastMedian: 5, onePointShare: 0.75, twoPointsShare: 0.5 },
    pipeline: {
      durationMonths: 36,
      leastDurations: 3,
      leastRunning: 3,
      leastPastMonths: 6,
      horizonMonths: { least: 3, most: 12 },
      onePoint: { divisor: 2, probability: 0.05 },
      twoPoints: { divisor: 3, probability: 0.01 },
    },
    dormancy: { leastMembers: 8 },
  },
  funding: {
    windowMonths: 12,
    leastHistoryMonths: 6,
    formingMonths: 12,
    incomeFloorMinor: 0,
    concentration: { reliance: [0.35, 0.5, 0.7], effectiveFunders: [4, 2.5, 1.7] },
    cover: { meanMonths: 6, easeAboveMonths: 24, tightenBelowMonths: 6 },
    incomeFall: { leastHistoryMonths: 24, lines: [0.75, 0.5] },
    runway: {
      furthestMonths: 36,
      lines: [12, 6, 3],
      haircut: { expected: 0.95, stress: 0.86, severe: 0.78 },
      unprovenFactor: 0.5,
      provenPayments: 2,
      runRateMonths: 12,
    },
    cliff: { lookMonths: 6, ratio: 0.5, furthestMonths: 24, leastPledges: 2, lines: [12, 6, 3] },
    fulfilment: { graceDays: 60, leastDues: 3, leastBudgetShare: 0.2, lines: [0.9, 0.75, 0.5] },
    retention: { leastFunders: 5, renewalMonths: 14, lines: [0.7, 0.5, 0.3] },
    publicShare: { lines: [0.6, 0.75, 0.9] },
  },
  secondary: secondaryParameters,
  flags: {
    stagnation: {
      watch: { enter: 2, leave: 1 },
      warning: { enter: 3, leave: 2 },
      critical: { enter: 5, leave: 4 },
    },
    funding: {
      watch: { enter: 1, leave: 1 },
      warning: { enter: 2, leave: 2 },
      critical: { enter: 3, leave: 3 },
    },
    rise: { calls: 2, of: 3 },
    releaseReadings: 3,
    staleAfterMonths: 3,
    reopenWithinMonths: 6,
  },
}
