import { blockingStatuses } from '@commonweal/domain/bookings/booking'
import type pg from 'pg'
import { addRowFault, type FileRows } from './file-rows.ts'
import { addIssue, type IssueList } from './issues.ts'

const statuses = blockingStatuses.map((status) => `'${status}'`).join(', ')

/** Bookings that keep a space of `$3` from others at `$2`, each with the nearest ones before and after it. */
const blocking = `blocking as (
  select b.id, b.community_id, b.space_id, b.starts_at, b.ends_at,
    make_interval(mins => s.buffer_before_minutes) as before, make_interval(mins => s.buffer_after_minutes) as after,
    max(b.ends_at) over earlier as last_end, lead(b.starts_at) over in_order as next_start
  from bookings b join spaces s on s.community_id = b.community_id and s.id = b.space_id
  where b.community_id = $1 and b.space_id = any($3::uuid[]) and not s.is_shared
    and b.status in (${statuses}) and (b.status <> 'held' or b.held_until is null or b.held_until > $2::timestamptz)
  window in_order as (partition by b.space_id order by b.starts_at, b.id),
    earlier as (partition by b.space_id order by b.starts_at, b.id rows between unbounded preceding and 1 preceding)
)`

/**
 * Rebuilds the time spaces are occupied, for spaces and bookings just written. Bookings that meet another are faults. Time
 * to set up and to clear is kept as far as it fits: a host may have asked for it after bookings stood side by side.
 */
export async function writeOccupancies(
  client: pg.ClientBase,
  key: { readonly communityId: string; readonly now: Date },
  written: {
    readonly bookings: FileRows | undefined
    readonly bookingIds: readonly string[]
    readonly spaceIds: readonly string[]
  },
  faults: IssueList,
): Promise<void> {
  const booked = await client.query<{ id: string }>(
    'select distinct space_id::text as id from bookings where community_id = $1 and id = any($2::uuid[])',
    [key.communityId, written.bookingIds],
  )
  const spaceIds = [...new Set([...booked.rows.map(({ id }) => id), ...written.spaceIds])]
  if (spaceIds.length === 0) return
  const values = [key.communityId, key.now.toISOString(), spaceIds]
  const meeting = await client.query<{ id: string }>(
    `with ${blocking} select id::text from blocking where starts_at < last_end or ends_at > next_start`,
    values,
  )
  if (meeting.rows.length > 0) {
    addMeetingFaults(new Set(meeting.rows.map(({ id }) => id)), written, faults)
    return
  }
  await client.query(
    `delete from occupancies o using bookings b
     where o.community_id = $1 and b.community_id = $1 and b.id = o.booking_id and (o.space_id = any($3::uuid[]) or b.space_id = any($3::uuid[]))
       and $2::timestamptz is not null`,
    values,
  )
  // One row a booking: a space has no parts yet, so the booking's id serves. Clearing comes before setting up.
  await client.query(
    `with ${blocking}, widened as (
       select *, least(ends_at + after, coalesce(next_start, 'infinity')) as clear_until from blocking
     ), clipped as (
       select *, lag(clear_until) over (partition by space_id order by starts_at, id) as last_clear from widened
     )
     insert into occupancies (community_id, id, booking_id, space_id, during)
     select community_id, id, id, space_id,
       tstzrange(greatest(starts_at - before, coalesce(last_clear, '-infinity')), clear_until, '[)') from clipped`,
    values,
  )
}

/** The package's bookings are named; where it brought none of them, a space stopped being shared. */
function addMeetingFaults(
  met: ReadonlySet<string>,
  { bookings }: { readonly bookings: FileRows | undefined },
  faults: IssueList,
): void {
  const before = faults.total
  for (const [row, id] of bookings?.ids.entries() ?? []) {
    if (bookings && met.has(id))
      addRowFault(faults, bookings, row, null, 'bookings-overlap', bookings.refs[row] ?? null)
  }
  if (faults.total === before) {
    addIssue(faults, { file: 'spaces.csv', column: 'is_shared', code: 'bookings-overlap' })
  }
}
