import type { SecondaryFlagName } from './flag-names.ts'

/** The parts each sign is read in; the worst that can be read counts. Source: docs/indicators.md §6. */
export const signParts = {
  'sector-failure': ['largestShare', 'missingCore'],
  personalisation: ['coordination', 'soleContacts'],
  'one-organisation': ['elephant', 'bridge'],
  'public-dominance': ['income', 'leads', 'hostedMinutes'],
  places: ['physicalShare', 'noDoor'],
  youth: ['direct'],
  volunteering: ['volunteerShare'],
} as const satisfies Record<SecondaryFlagName, readonly string[]>

export type SignPart = (typeof signParts)[SecondaryFlagName][number]
