import type { FundingSublevels } from '../funding/funding-reader.ts'
import type { StagnationFamilies } from '../stagnation/stagnation-reader.ts'
import type { FlagCode } from './flag-code.ts'

/** Where in the product one begins; null where it is work between people. */
export const remedyPlaces = [
  'start-initiative',
  'seeking-initiatives',
  'reviews-due',
  'quiet-partners',
  'invite-partner',
  'calendar',
  'overdue-pledges',
  'confirmed-pledges',
  'offer-pledge',
  'finances',
  'running-initiatives',
  'people',
  'network',
  'offer-space',
  'what-if',
] as const
export type RemedyPlace = (typeof remedyPlaces)[number]

export interface Remedy {
  readonly code: RemedyCode
  readonly place: RemedyPlace | null
  /** Readings it works on. */
  readonly readings: readonly string[]
}

export const remedyCodes = [
  'feed-calendar',
  'micro-initiative',
  're-mix',
  'invite-newcomer',
  'quiet-partner-calls',
  'sunset-or-renew',
  'partner-co-funding',
  'own-legal-body',
  'private-sponsorship',
  'paid-services',
  'start-money',
  'match',
  'cliff-plan',
  'renew-early',
  'reserve',
  'cost-check',
  'remind-owing',
  'report-back',
] as const
export type RemedyCode = (typeof remedyCodes)[number]

interface Entry<Reading extends string> {
  readonly code: RemedyCode
  readonly place: RemedyPlace | null
  readonly readings: readonly Reading[]
}

/**
 * What usually helps against a network that falls silent: it needs to be fed with new missions, new mixtures and new partners, by
 * somebody whose task that is. Source: docs/adr/0092.
 */
const stagnationPlaybook: readonly Entry<keyof StagnationFamilies>[] = [
  { code: 'feed-calendar', place: 'calendar', readings: ['gap', 'renewal'] },
  { code: 'micro-initiative', place: 'start-initiative', readings: ['gap', 'renewal', 'pipeline'] },
  { code: 'quiet-partner-calls', place: 'quiet-partners', readings: ['participation'] },
  { code: 'sunset-or-renew', place: 'reviews-due', readings: ['pipeline', 'participation'] },
  { code: 're-mix', place: 'seeking-initiatives', readings: ['novelty'] },
  { code: 'invite-newcomer', place: 'invite-partner', readings: ['novelty', 'participation'] },
]

/** What usually helps against living off one purse: five ways of funding beside it, and time gained. Source: docs/adr/0092. */
const fundingPlaybook: readonly Entry<keyof FundingSublevels>[] = [
  { code: 'remind-owing', place: 'overdue-pledges', readings: ['fulfilment'] },
  { code: 'cliff-plan', place: 'confirmed-pledges', readings: ['cliff', 'runway'] },
  { code: 'renew-early', place: 'confirmed-pledges', readings: ['cliff', 'retention'] },
  { code: 'partner-co-funding', place: 'offer-pledge', readings: ['concentration', 'publicShare', 'incomeFall'] },
  { code: 'private-sponsorship', place: 'offer-pledge', readings: ['concentration', 'publicShare'] },
  { code: 'paid-services', place: 'offer-pledge', readings: ['concentration', 'incomeFall', 'publicShare'] },
  { code: 'start-money', place: 'offer-pledge', readings: ['incomeFall', 'runway'] },
  { code: 'own-legal-body', place: null, readings: ['concentration', 'publicShare'] },
  { code: 'match', place: 'offer-pledge', readings: ['concentration', 'incomeFall'] },
  { code: 'reserve', place: 'finances', readings: ['runway', 'concentration'] },
  { code: 'cost-check', place: 'finances', readings: ['runway', 'incomeFall'] },
  { code: 'report-back', place: null, readings: ['retention', 'fulfilment'] },
]

/**
 * The remedies of a flag for the readings that carry it, those of the highest grade first and in the order of the playbook within it;
 * where none carries it, the whole playbook.
 */
export function remediesFor(flag: FlagCode, grades: Readonly<Record<string, number | null>>): Remedy[] {
  const playbook: readonly Remedy[] = flag === 'network-stagnation' ? stagnationPlaybook : fundingPlaybook
  const gradeOf = (remedy: Remedy) => Math.max(...remedy.readings.map((reading) => grades[reading] ?? 0))
  const carrying = playbook.filter((remedy) => gradeOf(remedy) > 0)
  return (carrying.length === 0 ? [...playbook] : carrying).toSorted((a, b) => gradeOf(b) - gradeOf(a))
}
