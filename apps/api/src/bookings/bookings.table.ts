import { bookingStatuses } from '@commonweal/domain/bookings/booking'
import { sql } from 'drizzle-orm'
import {
  check,
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { isOneOf, knowledge, revision, tenantKey } from '../database/columns.ts'
import { initiatives } from '../initiatives/initiatives.table.ts'
import { organisations } from '../partners/partners.table.ts'
import { people } from '../people/people.table.ts'
import { spaces } from '../spaces/spaces.table.ts'

export const bookings = pgTable(
  'bookings',
  {
    ...tenantKey,
    spaceId: uuid('space_id').notNull(),
    initiativeId: uuid('initiative_id'),
    organisationId: uuid('organisation_id').notNull(),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }).notNull(),
    status: text('status', { enum: bookingStatuses }).notNull(),
    heldUntil: timestamp('held_until', { withTimezone: true }),
    attendance: integer('attendance'),
    /** Who asked for it, on behalf of the organisation. */
    personId: uuid('person_id'),
    title: text('title'),
    /** To the host; shown to those concerned. */
    message: text('message'),
    /** Why it was declined, cancelled or released. */
    reason: text('reason'),
    expectedAttendance: integer('expected_attendance'),
    ...revision,
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'bookings_pkey', columns: [table.communityId, table.id] }),
    foreignKey({
      name: 'bookings_of_space',
      columns: [table.communityId, table.spaceId],
      foreignColumns: [spaces.communityId, spaces.id],
    }),
    foreignKey({
      name: 'bookings_of_initiative',
      columns: [table.communityId, table.initiativeId],
      foreignColumns: [initiatives.communityId, initiatives.id],
    }),
    foreignKey({
      name: 'bookings_of_organisation',
      columns: [table.communityId, table.organisationId],
      foreignColumns: [organisations.communityId, organisations.id],
    }),
    foreignKey({
      name: 'bookings_of_person',
      columns: [table.communityId, table.personId],
      foreignColumns: [people.communityId, people.id],
    }),
    // Calendars ask for what touches a span of time, which no order of starts can answer.
    index('bookings_by_time').using('gist', table.communityId, sql`tstzrange(${table.startsAt}, ${table.endsAt})`),
    index('bookings_by_start').on(table.communityId, table.startsAt, table.id),
    index('bookings_by_space').on(table.communityId, table.spaceId, table.startsAt, table.id),
    index('bookings_by_initiative').on(table.communityId, table.initiativeId, table.startsAt, table.id),
    index('bookings_by_organisation').on(table.communityId, table.organisationId, table.startsAt, table.id),
    // Whether a space has a hold at all is asked before each booking.
    index('bookings_held')
      .on(table.communityId, table.spaceId)
      .where(sql`status = 'held'`),
    isOneOf('bookings_status_known', table.status, bookingStatuses),
    check('bookings_ends_after_start', sql`${table.endsAt} > ${table.startsAt}`),
    check('bookings_attendance_not_negative', sql`${table.attendance} >= 0`),
    check('bookings_expected_attendance_positive', sql`${table.expectedAttendance} > 0`),
  ],
)

const instantRange = customType<{ data: string; driverData: string }>({ dataType: () => 'tstzrange' })

/**
 * The time a booking keeps a space occupied, one row each atomic part of the space. Only blocking bookings have rows;
 * the exclusion constraint `occupancies_no_overlap` (in the migration) is the judge of double booking.
 */
export const occupancies = pgTable(
  'occupancies',
  {
    ...tenantKey,
    bookingId: uuid('booking_id').notNull(),
    spaceId: uuid('space_id').notNull(),
    during: instantRange('during').notNull(),
  },
  (table) => [
    primaryKey({ name: 'occupancies_pkey', columns: [table.communityId, table.id] }),
    foreignKey({
      name: 'occupancies_of_booking',
      columns: [table.communityId, table.bookingId],
      foreignColumns: [bookings.communityId, bookings.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'occupancies_of_space',
      columns: [table.communityId, table.spaceId],
      foreignColumns: [spaces.communityId, spaces.id],
    }),
    index('occupancies_by_booking').on(table.communityId, table.bookingId),
  ],
)
