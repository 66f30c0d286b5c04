import type { FlagThresholds } from '../parameters.ts'

/** Lines in the order watch, warning, critical; null where a level does not exist. All set by judgement. Source: docs/indicators.md §6. */
export interface SecondaryParameters {
  readonly windowMonths: number
  /** A flag is read from so many initiatives or so many partners in the window. */
  readonly least: { readonly initiatives: number; readonly partners: number }
  readonly levels: FlagThresholds
  readonly sectorFailure: {
    readonly isExpertSet: boolean
    readonly largestShare: readonly [number, number, number]
  }
  readonly personalisation: {
    readonly isExpertSet: boolean
    readonly leastInitiatives: number
    /** Persons who hold half of the coordination: at most so many. */
    readonly absenceFactor: readonly [number, number, null]
    readonly soleContacts: readonly [number, number, null]
    /** One person holds half and at least this share of what runs has no deputy: critical. */
    readonly withoutDeputy: number
  }
  readonly oneOrganisation: {
    readonly isExpertSet: boolean
    readonly leastRunning: number
    readonly elephantFactor: readonly [number, number, null]
    readonly bridgeCutsOff: readonly [number, number, null]
  }
  readonly publicDominance: {
    readonly isExpertSet: boolean
    readonly largestShare: readonly [number, number, number]
    readonly leastIncomeMonths: number
  }
  readonly places: {
    readonly isExpertSet: boolean
    /** Below. */
    readonly physicalShare: readonly [number, number, null]
    readonly noDoorMonths: number
    /** Above this share of physical hours there is no digital access worth the name; said, not judged. */
    readonly noDigitalAbove: number
  }
  readonly youth: {
    readonly isExpertSet: boolean
    /** The upper end of the interval lies below. */
    readonly upperBound: readonly [number, number, null]
    readonly leastInitiativesForNone: number
  }
  readonly volunteering: {
    readonly isExpertSet: boolean
    readonly volunteerShare: number
    readonly noPaidMonths: number
    readonly leastRunning: number
  }
}

export const secondaryParameters: SecondaryParameters = {
  windowMonths: 12,
  least: { initiatives: 5, partners: 8 },
  levels: {
    watch: { enter: 1, leave: 1 },
    warning: { enter: 2, leave: 2 },
    critical: { enter: 3, leave: 3 },
  },
  sectorFailure: { isExpertSet: true, largestShare: [0.6, 0.75, 0.9] },
  personalisation: {
    isExpertSet: true,
    leastInitiatives: 5,
    absenceFactor: [2, 1, null],
    soleContacts: [0.5, 0.75, null],
    withoutDeputy: 0.5,
  },
  oneOrganisation: {
    isExpertSet: true,
    leastRunning: 8,
    elephantFactor: [2, 1, null],
    bridgeCutsOff: [0.2, 0.33, null],
  },
  publicDominance: { isExpertSet: true, largestShare: [0.6, 0.75, 0.9], leastIncomeMonths: 6 },
  places: { isExpertSet: true, physicalShare: [0.25, 0.1, null], noDoorMonths: 6, noDigitalAbove: 0.98 },
  youth: { isExpertSet: true, upperBound: [0.2, 0.1, null], leastInitiativesForNone: 5 },
  volunteering: { isExpertSet: true, volunteerShare: 0.8, noPaidMonths: 6, leastRunning: 5 },
}
