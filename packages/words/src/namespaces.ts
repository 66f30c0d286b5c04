import type { english } from './english.ts'

/** Names of the catalogue's parts, without the catalogue. */
export const namespaces = [
  'common',
  'accounts',
  'activity',
  'bookings',
  'calendars',
  'communities',
  'finances',
  'imports',
  'initiatives',
  'mails',
  'network',
  'notices',
  'partners',
  'people',
  'pledges',
  'problems',
  'risks',
  'search',
  'session',
  'shell',
  'signs',
  'spaces',
  'today',
] as const satisfies readonly (keyof typeof english)[]
