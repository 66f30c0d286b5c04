import { roles } from '@commonweal/domain/access/permissions'
import { bookingStatuses } from '@commonweal/domain/bookings/booking'
import {
  endStates,
  initiativeKinds,
  initiativeStates,
  participationRoles,
} from '@commonweal/domain/initiatives/initiative'
import { membershipStates } from '@commonweal/domain/partners/membership'
import { legalStatuses, sectors } from '@commonweal/domain/partners/sectors'
import { capacities } from '@commonweal/domain/people/person'
import { pledgeKinds, pledgeRelations, pledgeRoutes, pledgeStatuses } from '@commonweal/domain/pledges/pledge'
import { spaceKinds } from '@commonweal/domain/spaces/space'
import * as column from './package-columns.ts'
import type { FileKind } from './package-columns.ts'
import { file, type PackageFile } from './package-file.ts'

const { optional, required, shorthand, refTo, oneOf, period, line, text, day, instant, json, uuid } = column

const endStateSql = `case when t.state in (${endStates.map((state) => `'${state}'`).join(', ')}) then t.state end`

/**
 * The package: every file with its columns, in the order in which rows can be written. Drives reading, checks, writing,
 * export and the description of the format. Columns are exported in this order, after `id` and before `recorded_at`.
 */
export const packageFiles: readonly PackageFile[] = [
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
  file('initiatives', {
    holds: 'a joint initiative; `end_state` says how it ended, `state` where it stands',
    hasRevision: true,
    columns: [
      required('title', line),
      required('kind', oneOf(initiativeKinds)),
      optional('theme', line),
      optional('started_on', day),
      optional('planned_end_on', day),
      optional('ended_on', day),
      optional('end_state', oneOf(endStates), { db: null, sql: endStateSql }),
      optional('state', oneOf(initiativeStates)),
      optional('summary', text),
      optional('review_on', day),
      optional('lesson', text),
    ],
  }),
  file('initiative-steps', {
    holds: 'a dated step of an initiative’s life, in order',
    naturalKey: ['initiative_id', 'position'],
    columns: [
      required('initiative_id', refTo('initiatives')),
      required('position', { is: 'integer', min: 0, max: 32_767 }),
      required('state', oneOf(initiativeStates)),
      required('on', day, { db: 'stepped_on' }),
      optional('reason', text),
    ],
  }),
  file('participations', {
    holds: 'a partner in an initiative, with a role, from–to',
    naturalKey: ['initiative_id', 'organisation_id', 'role'],
    columns: [
      required('initiative_id', refTo('initiatives')),
      required('organisation_id', refTo('organisations')),
      required('role', oneOf(participationRoles)),
      ...period,
    ],
  }),
  file('coordinations', {
    holds: 'a person coordinates an initiative, from–to',
    naturalKey: ['initiative_id', 'person_id'],
    columns: [
      required('initiative_id', refTo('initiatives')),
      required('person_id', refTo('people')),
      ...period,
      optional('hours', column.decimal(10)),
    ],
  }),
  file('spaces', {
    holds: 'a place, physical or digital, offered from–to',
    hasRevision: true,
    columns: [
      required('name', line),
      required('kind', oneOf(spaceKinds)),
      optional('host_id', refTo('organisations')),
      optional('address', text),
      optional('url', line),
      optional('capacity', { is: 'integer', min: 1, max: 2_147_483_647 }),
      optional('timezone', { is: 'timezone' }),
      optional('step_free', column.boolean, { db: 'is_step_free' }),
      ...period,
    ],
  }),
  file('bookings', {
    holds: 'a time in a space, for an organisation and perhaps an initiative',
    hasRevision: true,
    columns: [
      required('space_id', refTo('spaces')),
      optional('initiative_id', refTo('initiatives')),
      required('organisation_id', refTo('organisations')),
      required('starts_at', instant),
      required('ends_at', instant),
      required('status', oneOf(bookingStatuses)),
      optional('attendance', { is: 'integer', min: 0, max: 2_147_483_647 }),
      optional('held_until', instant),
    ],
  }),
  file('pledges', {
    holds: 'a promise of money, rooms, hours or goods',
    hasRevision: true,
    columns: [
      optional('initiative_id', refTo('initiatives')),
      required('organisation_id', refTo('organisations')),
      required('kind', oneOf(pledgeKinds)),
      required('route', oneOf(pledgeRoutes)),
      optional('relation', oneOf(pledgeRelations)),
      optional('amount_minor', column.positiveAmount),
      optional('currency', column.currency),
      optional('quantity', column.decimal(12)),
      optional('unit', line),
      optional('confirmed_on', day),
      ...period,
      required('status', oneOf(pledgeStatuses)),
    ],
  }),
  file('pledge-steps', {
    holds: 'a dated step of a pledge, in order, with the reason it owed',
    naturalKey: ['pledge_id', 'position'],
    columns: [
      required('pledge_id', refTo('pledges')),
      required('position', { is: 'integer', min: 0, max: 32_767 }),
      required('status', oneOf(pledgeStatuses)),
      required('on', day, { db: 'stepped_on' }),
      optional('reason', text),
    ],
  }),
  file('instalments', {
    holds: 'a part of a pledge and the day it falls due',
    naturalKey: ['pledge_id', 'due_on'],
    columns: [
      required('pledge_id', refTo('pledges')),
      required('due_on', day),
      optional('amount_minor', column.positiveAmount),
      optional('quantity', column.decimal(12)),
    ],
  }),
  file('receipts', {
    holds: 'what arrived of a pledge; a negative amount was handed back',
    naturalKey: ['pledge_id', 'received_on'],
    columns: [
      required('pledge_id', refTo('pledges')),
      required('received_on', day),
      optional('amount_minor', column.amount),
      optional('quantity', column.decimal(12, true)),
    ],
  }),
  file('costs', {
    holds: 'a cost the community is committed to',
    hasRevision: true,
    naturalKey: ['due_on', 'initiative_id', 'label'],
    columns: [
      optional('initiative_id', refTo('initiatives')),
      required('due_on', day),
      required('amount_minor', column.positiveAmount),
      required('currency', column.currency),
      required('label', line),
    ],
  }),
  file('reserves', {
    holds: 'money put by, as counted on a day',
    naturalKey: ['on', 'currency'],
    columns: [
      required('on', day, { db: 'counted_on' }),
      required('amount_minor', column.notNegativeAmount),
      required('currency', column.currency),
    ],
  }),
  file('activity', {
    holds: 'who did what, when, for which organisation, wearing which hat; appended, never changed',
    hasKnowledge: false,
    isAppendOnly: true,
    columns: [
      required('at', instant),
      optional('person_id', uuid),
      optional('organisation_id', uuid),
      optional('capacity', oneOf(capacities)),
      required('verb', line),
      required('object_kind', line),
      required('object_id', uuid),
      required('facts', json),
    ],
  }),
  file('history', {
    holds: 'what a row said before it was changed, and the time it was believed; ids are row ids, `image` is JSON',
    table: 'versions',
    hasKnowledge: false,
    isAboutRows: true,
    columns: [
      required('file', line, { db: 'table_name' }),
      required('row_id', uuid, { db: 'id' }),
      required('recorded_from', instant),
      required('recorded_to', instant),
      required('image', json),
    ],
  }),
  file('origins', {
    holds:
      'a row that comes from another source than the package’s, or was changed since it came: its id there and what it said, as JSON',
    hasKnowledge: false,
    isAboutRows: true,
    columns: [
      required('file', line),
      required('row_id', uuid),
      required('source', line),
      required('ref', line),
      required('base', json),
    ],
  }),
]

const byKind = new Map(packageFiles.map((entry) => [entry.kind, entry]))

export function packageFile(kind: FileKind): PackageFile {
  const found = byKind.get(kind)
  if (!found) throw new RangeError(`no file of kind ${kind}`)
  return found
}

/** Files whose rows say something about the community, in the order in which they can be written. */
export const factFiles: readonly PackageFile[] = packageFiles.filter((entry) => !entry.isAboutRows)

/** Files a package cannot be without, beside `community.json`. */
export const requiredKinds: readonly FileKind[] = ['organisations', 'initiatives']

/** All columns of a file in the order of an export: id, what the row says, since when it is known. */
export function headerOf(entry: PackageFile): string[] {
  const said = entry.columns.filter((item) => !item.isShorthand).map((item) => item.name)
  return [...(entry.isAboutRows ? [] : ['id']), ...said, ...(entry.hasKnowledge ? ['recorded_at'] : [])]
}
