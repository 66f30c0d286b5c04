/** Closed list of sectors: every organisation stands in exactly one. */
export const sectors = [
  'local-government',
  'education',
  'social',
  'health',
  'energy',
  'culture',
  'sport',
  'business',
  'finance',
  'ngo',
  'citizen-group',
  'youth-group',
  'other',
] as const
export type Sector = (typeof sectors)[number]

export const legalStatuses = ['public', 'private', 'civic', 'unknown'] as const
export type LegalStatus = (typeof legalStatuses)[number]
