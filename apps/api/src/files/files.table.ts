import { mediaTypes } from '@commonweal/domain/files/media-types'
import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { communities } from '../communities/communities.table.ts'
import { isOneOf, knowledge, tenantKey } from '../database/columns.ts'
import { people } from '../people/people.table.ts'
import { updates } from '../updates/updates.table.ts'

/** What is known of the bytes of a file; the bytes lie in the file store under their hash. */
const content = {
  name: text('name').notNull(),
  mediaType: text('media_type', { enum: mediaTypes as [string, ...string[]] }).notNull(),
  sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
  sha256: text('sha256').notNull(),
}

/** A file of an update, in the order in which they were chosen. */
export const files = pgTable(
  'files',
  {
    ...tenantKey,
    updateId: uuid('update_id').notNull(),
    position: smallint('position').notNull(),
    ...content,
    alt: text('alt'),
    ...knowledge,
  },
  (table) => [
    primaryKey({ name: 'files_pkey', columns: [table.communityId, table.id] }),
    foreignKey({
      name: 'files_of_update',
      columns: [table.communityId, table.updateId],
      foreignColumns: [updates.communityId, updates.id],
    }),
    index('files_by_update').on(table.communityId, table.updateId, table.position),
    index('files_by_hash').on(table.communityId, table.sha256),
    isOneOf('files_media_type_known', table.mediaType, mediaTypes),
    check('files_sha256_shape', sql`${table.sha256} ~ '\\A[0-9a-f]{64}\\Z'`),
    check('files_size_positive', sql`${table.sizeBytes} > 0`),
    check('files_picture_has_alt', sql`${table.mediaType} not like 'image/%' or ${table.alt} is not null`),
  ],
)

/** A file that was received and belongs to nothing yet. Transport, not a fact: it is let go after a day. */
export const uploads = pgTable(
  'uploads',
  {
    ...tenantKey,
    personId: uuid('person_id').notNull(),
    ...content,
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ name: 'uploads_pkey', columns: [table.communityId, table.id] }),
    foreignKey({ name: 'uploads_of_community', columns: [table.communityId], foreignColumns: [communities.id] }),
    foreignKey({
      name: 'uploads_of_person',
      columns: [table.communityId, table.personId],
      foreignColumns: [people.communityId, people.id],
    }),
    index('uploads_by_time').on(table.communityId, table.receivedAt),
    index('uploads_by_hash').on(table.communityId, table.sha256),
  ],
)
