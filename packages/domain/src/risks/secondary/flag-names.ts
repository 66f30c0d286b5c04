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
