import { guardedSources } from '@commonweal/domain/risks/history-seen-by'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { ThresholdValues } from './thresholds.ts'
import { CommunityParams, Day, Month, Nullable, OneOf, Shape } from './values.ts'

// Rows of the history; what each field means stands at `History` of the domain. The database has checked days and ids.
const Key = Type.String()
const Known = Nullable(Type.String())
const Amount = Nullable(Type.Integer())
const Quantity = Nullable(Type.Number())
const Kept = (row: Type.TProperties) => Nullable(Type.Array(Shape(row)))
const amounts = { amountMinor: Amount, quantity: Quantity }

const SeenHistory = Shape({
  currency: Type.String(),
  dataCompleteThrough: Known,
  organisations: Type.Array(
    Shape({
      id: Key,
      name: Type.String(),
      sector: Type.String(),
      legalStatus: Type.String(),
      parentId: Known,
      isPassThrough: Type.Optional(Nullable(Type.Boolean())),
    }),
  ),
  memberships: Kept({ organisationId: Key, state: Type.String(), from: Known, to: Known }),
  initiatives: Type.Array(
    Shape({
      id: Key,
      title: Type.String(),
      kind: Type.String(),
      startedOn: Known,
      plannedEndOn: Known,
      endedOn: Known,
      endState: Known,
    }),
  ),
  participations: Type.Array(
    Shape({ initiativeId: Key, organisationId: Key, role: Type.String(), from: Known, to: Known }),
  ),
  bookings: Kept({
    id: Key,
    spaceId: Key,
    initiativeId: Known,
    organisationId: Key,
    hostId: Known,
    startsOn: Type.String(),
    endsOn: Type.String(),
    hours: Type.Number(),
    status: Type.String(),
    attendance: Type.Optional(Amount),
  }),
  pledges: Kept({
    id: Key,
    initiativeId: Known,
    organisationId: Key,
    kind: Type.String(),
    route: Type.String(),
    ...amounts,
    currency: Known,
    unit: Known,
    confirmedOn: Known,
    from: Known,
    to: Known,
    status: Type.String(),
  }),
  instalments: Kept({ pledgeId: Key, dueOn: Type.String(), ...amounts }),
  receipts: Kept({ pledgeId: Key, receivedOn: Type.String(), ...amounts }),
  costs: Kept({
    initiativeId: Known,
    dueOn: Type.String(),
    amountMinor: Type.Integer(),
    currency: Type.String(),
    knownOn: Type.String({ description: 'The day since which it is known that it will fall due' }),
  }),
  reserves: Kept({ on: Type.String(), amountMinor: Type.Integer(), currency: Type.String() }),
  coordinations: Type.Optional(Kept({ initiativeId: Key, personId: Key, from: Known, to: Known, hours: Quantity })),
  representations: Type.Optional(
    Kept({
      personId: Key,
      organisationId: Key,
      capacity: Type.String(),
      isPaid: Nullable(Type.Boolean()),
      from: Known,
      to: Known,
    }),
  ),
  spaces: Type.Optional(
    Kept({ id: Key, name: Type.String(), kind: Type.String(), hostId: Known, from: Known, to: Known }),
  ),
  mandates: Type.Optional(Kept({ organisationId: Key, endsOn: Type.String(), label: Type.Optional(Type.String()) })),
  closingSince: Type.Optional(Known),
  coreSectors: Type.Optional(Nullable(Type.Array(Type.String()))),
  wantsIndependence: Type.Optional(Nullable(Type.Boolean())),
})

/**
 * The dated facts the engine reads, as the caller's role may see them: what a role may not read is null (unknown) and named in
 * `withheld`. `today` is the day of the community's calendar.
 */
export const RiskHistory = Shape(
  {
    community: Type.String(),
    today: Day,
    history: SeenHistory,
    withheld: Type.Array(OneOf(guardedSources)),
    thresholds: Type.Array(Shape({ from: Month, position: Type.Integer({ minimum: 1 }), values: ThresholdValues }), {
      description:
        'What the community has set to be judged by, each version from its month on, in the order in which it did',
    }),
  },
  { $id: 'RiskHistory' },
)
export type RiskHistory = Type.Static<typeof RiskHistory>

/** Histories with more facts than this are not sent; the stress tests of the api answer for them. */
export const MOST_FACTS_SENT = 250_000

export const readHistory = defineRoute({
  operation: 'readHistory',
  summary: 'The dated facts behind the readings, as the caller may see them, to ask "what if" with',
  method: 'GET',
  url: '/communities/:communityId/risks/history',
  access: 'risks:read',
  params: CommunityParams,
  success: { 200: RiskHistory },
  problems: ['history-too-large'],
  isRevalidated: true,
})
