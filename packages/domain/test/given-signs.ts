import type { BookingFact, CoordinationFact, History, RepresentationFact, SpaceFact } from '../src/risks/history.ts'

/** The month the examples are read in; its window begins in February 2023. */
export const readIn = '2024-02'

interface Told {
  /** By id: its sector, and whether it is a public body. */
  readonly organisations: Readonly<Record<string, string | readonly [sector: string, legalStatus: string]>>
  /** By id: who takes part, the lead said so. */
  readonly work: Readonly<Record<string, readonly (string | readonly [organisationId: string, role: string])[]>>
}

/** Initiatives that begin in January 2023 and all run on, and what else is told. */
export function givenSigns({ organisations, work }: Told, more: Partial<History> = {}): History {
  return {
    currency: 'EUR',
    dataCompleteThrough: null,
    organisations: Object.entries(organisations).map(([id, one]) => {
      const [sector, legalStatus] = typeof one === 'string' ? [one, 'civic'] : one
      return { id, sector, legalStatus, parentId: null }
    }),
    memberships: null,
    initiatives: Object.keys(work).map((id) => ({
      id,
      kind: 'joint',
      startedOn: '2023-01-10',
      plannedEndOn: '2025-12-31',
      endedOn: null,
      endState: null,
    })),
    participations: Object.entries(work).flatMap(([initiativeId, partners]) =>
      partners.map((partner) => {
        const [organisationId, role] = typeof partner === 'string' ? [partner, 'contributor'] : partner
        return { initiativeId, organisationId, role, from: null, to: null }
      }),
    ),
    bookings: null,
    pledges: null,
    instalments: null,
    receipts: null,
    costs: null,
    reserves: null,
    ...more,
  }
}

export const coordinates = (
  personId: string,
  initiativeId: string,
  more: Partial<CoordinationFact> = {},
): CoordinationFact => ({ initiativeId, personId, from: null, to: null, hours: null, ...more })

export const actsFor = (
  personId: string,
  organisationId: string,
  isPaid: boolean | null = null,
): RepresentationFact => ({
  personId,
  organisationId,
  capacity: 'partner',
  isPaid,
  from: null,
  to: null,
})

export const space = (id: string, kind: string, hostId: string): SpaceFact => ({
  id,
  kind,
  hostId,
  from: null,
  to: null,
})

/** An hour in a space on a day of the window. */
export const meeting = (id: string, spaceId: string, hostId: string, more: Partial<BookingFact> = {}): BookingFact => ({
  id,
  spaceId,
  initiativeId: null,
  organisationId: 'guest',
  hostId,
  startsOn: '2023-06-15',
  endsOn: '2023-06-15',
  hours: 1,
  status: 'confirmed',
  ...more,
})

/** A pledge confirmed at the beginning of 2023 and paid on one day. */
export const paid = (
  id: string,
  organisationId: string,
  amountMinor: number,
  receivedOn = '2023-05-01',
  initiativeId: string | null = null,
) => ({
  pledge: {
    id,
    initiativeId,
    organisationId,
    kind: 'cash',
    route: 'donation',
    amountMinor,
    currency: 'EUR',
    quantity: null,
    unit: null,
    confirmedOn: '2023-01-05',
    from: '2023-01-05',
    to: '2023-12-31',
    status: 'confirmed',
  },
  receipt: { pledgeId: id, receivedOn, amountMinor, quantity: null },
})

export const money = (...all: readonly ReturnType<typeof paid>[]): Partial<History> => ({
  pledges: all.map((one) => one.pledge),
  instalments: [],
  receipts: all.map((one) => one.receipt),
})
