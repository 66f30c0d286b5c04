import { blockingStatuses } from '@commonweal/domain/bookings/booking'
import type pg from 'pg'
import { addRowFault, type FileRows } from './file-rows.ts'
import type { IssueList } from './issues.ts'

const statuses = blockingStatuses.map((status) => `'${status}'`).join(', ')
/** A booking that keeps its space occupied at `$2`. */
const isBlocking = `b.status in (${statuses}) and (b.status <> 'held' or b.held_until is null or b.held_until > $2::timestamptz)`
const during = `tstzrange(b.starts_at, b.ends_at, '[)')`

/**
 * Rebuilds the time spaces are occupied for bookings just written. Those that meet a booking only the community has are
 * faults; the exclusion constraint still judges what happens beside this transaction.
 */
export async function writeOccupancies(
  client: pg.ClientBase,
  key: { readonly communityId: string; readonly now: Date },
  bookings: FileRows,
  written: { readonly addedIds: readonly string[]; readonly changedIds: readonly string[] },
  faults: IssueList,
): Promise<void> {
  const ids = [...written.addedIds, ...written.changedIds]
  if (ids.length === 0) return
  const values = [key.communityId, key.now.toISOString(), ids]
  await client.query(
    `delete from occupancies o using bookings b where o.community_id = $1 and b.community_id = $1 and b.id = o.booking_id
     and (b.id = any($3::uuid[]) or not (${isBlocking}))`,
    values,
  )
  const meeting = await client.query<{ id: string }>(
    `select distinct b.id::text from bookings b
     join occupancies o on o.community_id = b.community_id and o.space_id = b.space_id and o.during && ${during}
     where b.community_id = $1 and b.id = any($3::uuid[]) and ${isBlocking}`,
    values,
  )
  if (meeting.rows.length > 0) {
    const met = new Set(meeting.rows.map(({ id }) => id))
    for (const [row, id] of bookings.ids.entries()) {
      if (met.has(id)) addRowFault(faults, bookings, row, null, 'bookings-overlap', bookings.refs[row] ?? null)
    }
    return
  }
  // One row a booking: a space has no parts yet, so the booking's id serves.
  await client.query(
    `insert into occupancies (community_id, id, booking_id, space_id, during)
     select b.community_id, b.id, b.id, b.space_id, ${during} from bookings b
     where b.community_id = $1 and b.id = any($3::uuid[]) and ${isBlocking}`,
    values,
  )
}
