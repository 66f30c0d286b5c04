import { addMonthsToDay, type Month } from '../../values/month.ts'
import type { BookingFact, History, SpaceFact } from '../history.ts'

/** Months a new initiative is planned for. */
const PLANNED_MONTHS = 9

/** The day of a month on which what might happen happens: the second, so that nobody takes it for having been there. */
export const dayIn = (month: Month) => `${month}-02`

/** Ids of things there are none of yet. */
export const hypothetical = (thing: string, index = 0) => `hypothetical ${thing} ${index}`

/** Organisations that are not there yet. */
export function withPartners(
  history: History,
  partners: readonly { readonly id: string; readonly sector: string }[],
): History {
  const added = partners.map((one) => ({ ...one, legalStatus: 'civic', parentId: null }))
  return { ...history, organisations: [...history.organisations, ...added] }
}

/** Partners who join initiatives within the month. */
export function withJoined(
  history: History,
  month: Month,
  joined: readonly (readonly [initiativeId: string, organisationId: string])[],
  role = 'contributor',
): History {
  const added = joined.map(([initiativeId, organisationId]) => ({
    initiativeId,
    organisationId,
    role,
    from: dayIn(month),
    to: null,
  }))
  return { ...history, participations: [...history.participations, ...added] }
}

/** Initiatives that begin within the month, each with its partners from its first day on. */
export function withStarted(
  history: History,
  month: Month,
  crews: readonly (readonly string[])[],
  role = 'contributor',
): History {
  const started = crews.map((partners, index) => ({ id: hypothetical('initiative', index), partners }))
  return {
    ...history,
    initiatives: [
      ...history.initiatives,
      ...started.map(({ id }) => ({
        id,
        kind: 'joint',
        startedOn: dayIn(month),
        plannedEndOn: addMonthsToDay(dayIn(month), PLANNED_MONTHS),
        endedOn: null,
        endState: null,
      })),
    ],
    participations: [
      ...history.participations,
      ...started.flatMap(({ id, partners }) =>
        partners.map((organisationId) => ({ initiativeId: id, organisationId, role, from: null, to: null })),
      ),
    ],
  }
}

/** Bookings held within the month. */
export function withHeld(
  history: History,
  month: Month,
  held: readonly Pick<BookingFact, 'spaceId' | 'hostId' | 'initiativeId' | 'hours'>[],
): History {
  const added = held.map((one, index) => ({
    ...one,
    id: hypothetical('booking', index),
    organisationId: hypothetical('guest'),
    startsOn: dayIn(month),
    endsOn: dayIn(month),
    status: 'confirmed',
  }))
  return { ...history, bookings: history.bookings && [...history.bookings, ...added] }
}

/** A room offered from within the month on. */
export function withRoom(history: History, month: Month): History {
  const room: SpaceFact = { id: hypothetical('room'), kind: 'physical', hostId: null, from: dayIn(month), to: null }
  return { ...history, spaces: history.spaces ? [...history.spaces, room] : null }
}
