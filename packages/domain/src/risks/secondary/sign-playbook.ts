import type { RemedyPlace } from '../explain/playbook.ts'
import type { SecondaryFlagName } from './flag-names.ts'

export const signRemedyCodes = [
  'missing-sector',
  'mixed-task',
  'deputy',
  'second-contact',
  'shared-lead',
  'around-the-bridge',
  'two-hats',
  'other-hosts',
  'before-the-election',
  'room-of-a-partner',
  'a-place-on-a-fixed-day',
  'young-from-the-start',
  'youth-as-partner',
  'staff-time',
  'paid-coordination',
] as const
export type SignRemedyCode = (typeof signRemedyCodes)[number]

export interface SignRemedy {
  readonly code: SignRemedyCode
  /** Where in the product one begins; null where it is work between people. */
  readonly place: RemedyPlace | null
}

/** What usually helps against each of the other threats, what is quickest begun first. Source: docs/adr/0092. */
export const signPlaybook: Readonly<Record<SecondaryFlagName, readonly SignRemedy[]>> = {
  'sector-failure': [
    { code: 'missing-sector', place: 'invite-partner' },
    { code: 'mixed-task', place: 'start-initiative' },
  ],
  personalisation: [
    { code: 'deputy', place: 'running-initiatives' },
    { code: 'second-contact', place: 'people' },
  ],
  'one-organisation': [
    { code: 'shared-lead', place: 'running-initiatives' },
    { code: 'around-the-bridge', place: 'network' },
  ],
  'public-dominance': [
    { code: 'two-hats', place: 'people' },
    { code: 'other-hosts', place: 'offer-space' },
    { code: 'before-the-election', place: 'what-if' },
  ],
  places: [
    { code: 'room-of-a-partner', place: 'offer-space' },
    { code: 'a-place-on-a-fixed-day', place: 'calendar' },
  ],
  youth: [
    { code: 'young-from-the-start', place: 'start-initiative' },
    { code: 'youth-as-partner', place: 'invite-partner' },
  ],
  volunteering: [
    { code: 'staff-time', place: 'offer-pledge' },
    { code: 'paid-coordination', place: 'finances' },
  ],
}
