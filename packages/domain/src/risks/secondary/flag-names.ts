/** The secondary flags, each with a level of its own; none of them moves the two main flags. Source: docs/indicators.md §6. */
export const secondaryFlagNames = [
  'sector-failure',
  'personalisation',
  'one-organisation',
  'public-dominance',
  'places',
  'youth',
  'volunteering',
] as const
export type SecondaryFlagName = (typeof secondaryFlagNames)[number]

/** Flags that are read from what single persons do. */
export const personFlagNames = ['personalisation', 'volunteering'] as const satisfies readonly SecondaryFlagName[]
export type PersonFlagName = (typeof personFlagNames)[number]

/** Flags that tell of no person, for everybody who may read the risks. */
export const openFlagNames = [
  'sector-failure',
  'one-organisation',
  'public-dominance',
  'places',
  'youth',
] as const satisfies readonly Exclude<SecondaryFlagName, PersonFlagName>[]
