import type { BookingFact, History, InitiativeFact, ParticipationFact, PledgeFact } from '../src/risks/history.ts'

export const initiative = (
  id: string,
  startedOn: string | null,
  more: Partial<InitiativeFact> = {},
): InitiativeFact => ({
  id,
  kind: 'joint',
  startedOn,
  plannedEndOn: '2024-12-31',
  endedOn: null,
  endState: null,
  ...more,
})
export const part = (
  initiativeId: string,
  organisationId: string,
  from: string | null = null,
  to: string | null = null,
): ParticipationFact => ({ initiativeId, organisationId, role: 'contributor', from, to })
export const booking = (id: string, startsOn: string, more: Partial<BookingFact> = {}): BookingFact => ({
  id,
  spaceId: 'hall',
  initiativeId: null,
  organisationId: 'club',
  hostId: null,
  startsOn,
  endsOn: startsOn,
  hours: 1,
  status: 'confirmed',
  ...more,
})
export const promise = (id: string, organisationId: string, more: Partial<PledgeFact> = {}): PledgeFact => ({
  id,
  initiativeId: null,
  organisationId,
  kind: 'cash',
  route: 'donation',
  amountMinor: 300,
  currency: 'EUR',
  quantity: null,
  unit: null,
  confirmedOn: '2024-01-20',
  from: '2024-01-20',
  to: '2024-12-31',
  status: 'confirmed',
  ...more,
})
export const instalment = (pledgeId: string, dueOn: string, amountMinor: number | null = 10) => ({
  pledgeId,
  dueOn,
  amountMinor,
  quantity: null,
})
export const receipt = (pledgeId: string, receivedOn: string, amountMinor: number | null = 10) => ({
  pledgeId,
  receivedOn,
  amountMinor,
  quantity: null,
})
export const membership = (organisationId: string, from: string, to: string | null = null, state = 'active') => ({
  organisationId,
  state,
  from,
  to,
})
export const cost = (dueOn: string, initiativeId: string | null = null, amountMinor = 5) => ({
  initiativeId,
  dueOn,
  amountMinor,
  currency: 'EUR',
})
export const reserve = (on: string, amountMinor = 100) => ({ on, amountMinor, currency: 'EUR' })

/** A town of which a little of everything is kept, all of it in 2024. */
export const town: History = {
  currency: 'EUR',
  dataCompleteThrough: null,
  organisations: [
    { id: 'club', sector: 'sport', legalStatus: 'civic', parentId: null },
    { id: 'choir', sector: 'culture', legalStatus: 'civic', parentId: 'council' },
    { id: 'bank', sector: 'finance', legalStatus: 'private', parentId: null },
  ],
  memberships: [membership('club', '2024-01-05'), membership('choir', '2024-03-05', '2024-08-05')],
  initiatives: [initiative('garden', '2024-02-10'), initiative('meals', '2024-04-10', { endedOn: '2024-09-30' })],
  participations: [
    part('garden', 'club'),
    part('garden', 'choir', '2024-03-15'),
    part('meals', 'club'),
    part('meals', 'bank'),
  ],
  bookings: [booking('b1', '2024-03-03', { initiativeId: 'garden', hostId: 'bank' }), booking('b2', '2024-06-03')],
  pledges: [
    promise('gift', 'club'),
    promise('fee', 'bank', { initiativeId: 'meals', confirmedOn: '2024-04-20', from: null }),
  ],
  instalments: [instalment('gift', '2024-02-20'), instalment('gift', '2024-05-20'), instalment('fee', '2024-06-20')],
  receipts: [receipt('gift', '2024-02-25'), receipt('fee', '2024-06-25')],
  costs: [cost('2024-03-10'), cost('2024-05-10', 'garden'), cost('2024-07-10', 'garden')],
  reserves: [reserve('2024-03-31'), reserve('2024-06-30')],
}
