import type { Day } from '../values/day.ts'

/**
 * Everything the engine reads of one community, as plain JSON: dated facts, days of the community's calendar.
 * A null list is a source nobody keeps (unknown); an empty list says there is none. amountMinor are safe integers.
 */
export interface History {
  readonly currency: string
  /** Last day for which the facts are complete; null when they are complete to the present. */
  readonly dataCompleteThrough: Day | null
  readonly lifeStage?: 'running' | 'closing'
  /** Day on which the community said that it closes: months before it read as running ones. Without it, lifeStage holds for all months. */
  readonly closingSince?: Day | null
  readonly organisations: readonly OrganisationFact[]
  readonly memberships: readonly MembershipFact[] | null
  readonly initiatives: readonly InitiativeFact[]
  readonly participations: readonly ParticipationFact[]
  readonly bookings: readonly BookingFact[] | null
  readonly pledges: readonly PledgeFact[] | null
  readonly instalments: readonly InstalmentFact[] | null
  readonly receipts: readonly ReceiptFact[] | null
  readonly costs: readonly CostFact[] | null
  readonly reserves: readonly ReserveFact[] | null
  readonly coordinations?: readonly CoordinationFact[] | null
  readonly representations?: readonly RepresentationFact[] | null
  readonly spaces?: readonly SpaceFact[] | null
  readonly mandates?: readonly MandateFact[] | null
  /** Sectors the community wants at the table; null while it has not said. */
  readonly coreSectors?: readonly string[] | null
  /** Whether the community wants to be independent of public bodies; null while it has not said. */
  readonly wantsIndependence?: boolean | null
}

export interface OrganisationFact {
  readonly id: string
  readonly name?: string
  readonly sector: string
  readonly legalStatus: string
  /** The body that controls it, where known; public parents count as one funder with their departments. */
  readonly parentId: string | null
  /** Hands on the money of others: a platform, a sponsor programme. */
  readonly isPassThrough?: boolean | null
}

export interface MembershipFact {
  readonly organisationId: string
  readonly state: string
  readonly from: Day | null
  readonly to: Day | null
}

export interface InitiativeFact {
  readonly id: string
  readonly title?: string
  readonly kind: string
  readonly startedOn: Day | null
  readonly plannedEndOn: Day | null
  readonly endedOn: Day | null
  readonly endState: string | null
}

export interface ParticipationFact {
  readonly initiativeId: string
  readonly organisationId: string
  readonly role: string
  readonly from: Day | null
  readonly to: Day | null
}

export interface BookingFact {
  readonly id: string
  readonly spaceId: string
  readonly initiativeId: string | null
  readonly organisationId: string
  readonly hostId: string | null
  readonly startsOn: Day
  readonly endsOn: Day
  readonly hours: number
  readonly status: string
  /** Heads counted; null where nobody counted. */
  readonly attendance?: number | null
}

export interface PledgeFact {
  readonly id: string
  readonly initiativeId: string | null
  readonly organisationId: string
  readonly kind: string
  readonly route: string
  readonly amountMinor: number | null
  readonly currency: string | null
  readonly quantity: number | null
  readonly unit: string | null
  readonly confirmedOn: Day | null
  readonly from: Day | null
  readonly to: Day | null
  readonly status: string
}

export interface InstalmentFact {
  readonly pledgeId: string
  readonly dueOn: Day
  readonly amountMinor: number | null
  readonly quantity: number | null
}

export interface ReceiptFact {
  readonly pledgeId: string
  readonly receivedOn: Day
  readonly amountMinor: number | null
  readonly quantity: number | null
}

export interface CostFact {
  readonly initiativeId: string | null
  readonly dueOn: Day
  readonly amountMinor: number
  readonly currency: string
  /** Day from which a cost that is not yet due was known; without it, the start of its initiative, else its due day. */
  readonly knownOn?: Day | null
}

export interface ReserveFact {
  readonly on: Day
  readonly amountMinor: number
  readonly currency: string
}

/** A person coordinates an initiative. Persons are ids and never names. */
export interface CoordinationFact {
  readonly initiativeId: string
  readonly personId: string
  readonly from: Day | null
  readonly to: Day | null
  readonly hours: number | null
}

export interface RepresentationFact {
  readonly personId: string
  readonly organisationId: string
  readonly capacity: string
  readonly isPaid: boolean | null
  readonly from: Day | null
  readonly to: Day | null
}

export interface SpaceFact {
  readonly id: string
  readonly name?: string
  readonly kind: string
  readonly hostId: string | null
  readonly from: Day | null
  readonly to: Day | null
}

/** The day on which the people elected or appointed to lead a public body change: an election, the end of a term. */
export interface MandateFact {
  readonly organisationId: string
  readonly endsOn: Day
  readonly label?: string
}
