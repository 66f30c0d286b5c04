import { roles } from '@commonweal/domain/access/permissions'
import { membershipStates } from '@commonweal/domain/partners/membership'
import { legalStatuses, sectors } from '@commonweal/domain/partners/sectors'
import { capacities } from '@commonweal/domain/people/person'
import * as column from './package-columns.ts'
import { file, type PackageFile } from './package-file.ts'

const { optional, required, shorthand, refTo, oneOf, period, line, text, day, instant, uuid } = column

/** Who is in the partnership: organisations, people, what they are to each other. */
export const partnerFiles: readonly PackageFile[] = [
  file('organisations', {
    holds: 'an organisation; a partner only where it has a membership',
    hasRevision: true,
    columns: [
      required('name', line),
      required('sector', oneOf(sectors)),
      optional('legal_status', oneOf(legalStatuses)),
      optional('country', { is: 'country' }),
      optional('scheme', line),
      optional('identifier', line),
      optional('parent_id', refTo('organisations')),
      shorthand('joined_on', day),
      shorthand('left_on', day),
      shorthand('leave_reason', text),
      optional('brings', text),
      optional('seeks', text),
      optional('website', line),
      optional('is_pass_through', column.boolean),
    ],
  }),
  file('memberships', {
    holds: 'a state an organisation’s membership was in, from–to, with the reason of the step',
    naturalKey: ['organisation_id', 'state'],
    columns: [
      required('organisation_id', refTo('organisations')),
      required('state', oneOf(membershipStates)),
      ...period,
      optional('reason', text),
    ],
  }),
  file('mandates', {
    holds: 'the day on which those who lead a public body change: an election, the end of a term',
    naturalKey: ['organisation_id', 'ends_on'],
    hasRevision: true,
    columns: [required('organisation_id', refTo('organisations')), required('ends_on', day), required('label', line)],
  }),
  file('people', {
    holds: 'a person; the columns from `organisation_id` on are a shorthand for one representation',
    hasRevision: true,
    columns: [
      required('display_name', line),
      optional('email', { is: 'email' }),
      shorthand('organisation_id', refTo('organisations')),
      shorthand('capacity', oneOf(capacities)),
      shorthand('is_paid', column.boolean),
      shorthand('from', day),
      shorthand('to', day),
      optional('mails', oneOf(['each', 'off'])),
      optional('suspended_at', instant),
      optional('suspension_reason', text),
    ],
  }),
  file('representations', {
    holds: 'a person acts for an organisation, from–to, wearing one of two hats',
    naturalKey: ['person_id', 'organisation_id', 'capacity'],
    columns: [
      required('person_id', refTo('people')),
      required('organisation_id', refTo('organisations')),
      required('capacity', oneOf(capacities)),
      optional('is_paid', column.boolean),
      ...period,
    ],
  }),
  file('roles', {
    holds: 'a role a person holds in the community, from–to',
    naturalKey: ['person_id', 'role'],
    columns: [required('person_id', refTo('people')), required('role', oneOf(roles)), ...period],
  }),
  file('invitations', {
    holds: 'somebody asked by mail to join, in a role; the link itself works only where it was sent',
    hasKnowledge: false,
    columns: [
      required('email', { is: 'email' }),
      required('display_name', line),
      required('role', oneOf(roles)),
      optional('organisation_id', refTo('organisations')),
      optional('capacity', oneOf(capacities)),
      required('state', oneOf(['open', 'accepted', 'revoked'])),
      optional('invited_by', uuid),
      required('sent_at', instant),
      required('expires_at', instant),
    ],
  }),
]
