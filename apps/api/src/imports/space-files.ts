import { bookingStatuses } from '@commonweal/domain/bookings/booking'
import { accessibilityFeatures, spaceKinds } from '@commonweal/domain/spaces/space'
import * as column from './package-columns.ts'
import { file, type PackageFile } from './package-file.ts'

const { optional, required, refTo, oneOf, period, line, text, instant } = column

const minutes = (min: number): column.CellType => ({ is: 'integer', min, max: 2_147_483_647 })

/** Where they meet. */
export const spaceFiles: readonly PackageFile[] = [
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
      optional('accessibility', { is: 'codes', list: accessibilityFeatures }),
      optional('opening_hours', { is: 'opening-hours' }),
      optional('needs_approval', column.boolean),
      optional('is_shared', column.boolean),
      optional('shortest_minutes', minutes(1)),
      optional('longest_minutes', minutes(1)),
      optional('buffer_before_minutes', { is: 'integer', min: 0, max: 1440 }),
      optional('buffer_after_minutes', { is: 'integer', min: 0, max: 1440 }),
      optional('ahead_days', { is: 'integer', min: 1, max: 2_147_483_647 }),
      ...period,
      optional('withdrawal_reason', text),
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
      optional('person_id', refTo('people')),
      optional('title', line),
      optional('message', text),
      optional('reason', text),
      optional('expected_attendance', { is: 'integer', min: 1, max: 2_147_483_647 }),
    ],
  }),
]
