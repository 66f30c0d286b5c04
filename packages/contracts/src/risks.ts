import { sectors } from '@commonweal/domain/partners/sectors'
import { pledgeRoutes } from '@commonweal/domain/pledges/pledge'
import { flagCodes } from '@commonweal/domain/risks/explain/flag-code'
import { guardedSources } from '@commonweal/domain/risks/history-seen-by'
import { FURTHEST_MONTHS, waysToGoOn } from '@commonweal/domain/risks/what-if/question'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { ThresholdValues } from './thresholds.ts'
import { CommunityParams, Day, Id, Month, Nullable, OneOf, Shape } from './values.ts'

/**
 * The readings of the risk engine, month by month. Their shape is the engine's own (`@commonweal/domain/risks`): each
 * family and sub-level carries its values beside points, n and reason, so the wire lets them through as they are.
 */
const Reading = Type.Record(Type.String(), Type.Unknown())

const ThresholdSpans = Type.Array(
  Shape({
    from: Month,
    version: Type.String(),
    values: Type.Unsafe<ThresholdValues | null>({ ...ThresholdValues, $id: undefined, type: ['object', 'null'] }),
  }),
  { description: 'Which lines judge which months; without values they are those of the product' },
)

const Withheld = Type.Optional(
  Type.Array(OneOf(guardedSources), {
    description: 'Kinds of record the caller may not read; the answer does not rest on them',
  }),
)

export const Timeline = Shape(
  {
    community: Type.String(),
    engine: Type.String(),
    parametersVersion: Type.String({ description: 'Of the last month' }),
    thresholds: ThresholdSpans,
    known: Type.Optional(
      Shape({
        on: Day,
        assumedFacts: Type.Integer({
          description: 'Facts of an import that did not say when they were learned; they count from their own day',
        }),
      }),
    ),
    months: Type.Array(Shape({ month: Month, stagnation: Reading, funding: Reading })),
    withheld: Withheld,
  },
  { $id: 'Timeline' },
)
export type Timeline = Type.Static<typeof Timeline>

export const readTimeline = defineRoute({
  operation: 'readTimeline',
  summary: 'Network stagnation and funding dependency, month by month, with points, values and reasons',
  method: 'GET',
  url: '/communities/:communityId/risks/timeline',
  access: 'risks:read',
  params: CommunityParams,
  query: Shape({ from: Type.Optional(Month), to: Type.Optional(Month), knownOn: Type.Optional(Day) }),
  success: { 200: Timeline },
  problems: ['month-range-not-valid'],
})

/**
 * The secondary flags, each with a level of its own, and the measures that are only shown. Shapes are the engine's own
 * (`@commonweal/domain/risks/secondary`); flags read from what single persons do show their level
 * and say `isWithheld`; the rest of them is in `readPersonSigns`. Flags a month's thresholds name in `switchedOff` are left out of it.
 */
export const SecondaryTimeline = Shape(
  {
    community: Type.String(),
    engine: Type.String(),
    parametersVersion: Type.String(),
    thresholds: ThresholdSpans,
    months: Type.Array(
      Shape({
        month: Month,
        flags: Reading,
        window: Reading,
        measures: Type.Unsafe<Type.Static<typeof Reading> | null>({
          type: ['object', 'null'],
          additionalProperties: true,
        }),
      }),
    ),
    names: Type.Record(Type.String(), Type.String()),
  },
  { $id: 'SecondaryTimeline' },
)
export type SecondaryTimeline = Type.Static<typeof SecondaryTimeline>

export const readSecondaryTimeline = defineRoute({
  operation: 'readSecondaryTimeline',
  summary: 'Signs of the other threats, month by month, each with its level, and the measures that are only shown',
  method: 'GET',
  url: '/communities/:communityId/risks/secondary',
  access: 'risks:read',
  params: CommunityParams,
  query: Shape({ from: Type.Optional(Month), to: Type.Optional(Month) }),
  success: { 200: SecondaryTimeline },
  problems: ['month-range-not-valid'],
})

export const PersonSigns = Shape(
  {
    months: Type.Array(Shape({ month: Month, flags: Reading })),
    names: Type.Record(Type.String(), Type.String(), { description: 'Of persons; empty for all but stewards' }),
  },
  { $id: 'PersonSigns' },
)
export type PersonSigns = Type.Static<typeof PersonSigns>

export const readPersonSigns = defineRoute({
  operation: 'readPersonSigns',
  summary:
    'The signs that are read from what single persons do, with what they were read from; who it is only for stewards',
  method: 'GET',
  url: '/communities/:communityId/risks/secondary/persons',
  access: 'risks:read-persons',
  params: CommunityParams,
  query: Shape({ from: Type.Optional(Month), to: Type.Optional(Month) }),
  success: { 200: PersonSigns },
  problems: ['month-range-not-valid'],
})

export const FactsBehind = Shape(
  {
    month: Month,
    stagnation: Reading,
    funding: Reading,
    names: Type.Record(Type.String(), Type.String()),
    withheld: Withheld,
  },
  { $id: 'FactsBehind' },
)

export const readFactsBehind = defineRoute({
  operation: 'readFactsBehind',
  summary: 'The facts behind the readings of one month, by family and sub-level',
  method: 'GET',
  url: '/communities/:communityId/risks/facts/:month',
  access: 'risks:read',
  params: Shape({ communityId: CommunityParams.properties.communityId, month: Month }),
  success: { 200: FactsBehind },
  problems: ['month-range-not-valid'],
})

/**
 * One flag of one month explained. As with the timeline the parts are the engine's own (`Explanation` of the domain): sentences are
 * codes with values, facts are ids, whose names come along.
 */
export const Explanation = Shape(
  {
    community: Type.String(),
    flag: OneOf(flagCodes),
    month: Month,
    engine: Type.String(),
    parametersVersion: Type.String(),
    dataCompleteThrough: Nullable(Type.String()),
    level: Type.String(),
    heldLevel: Type.String(),
    score: Nullable(Type.Number()),
    mostScore: Type.Number(),
    reason: Nullable(Type.String()),
    exposure: Reading,
    readings: Type.Array(Reading),
    drivers: Reading,
    ways: Type.Array(Reading),
    remedies: Type.Array(Reading),
    since: Reading,
    names: Type.Record(Type.String(), Type.String()),
    withheld: Withheld,
  },
  { $id: 'Explanation' },
)

export const explainFlag = defineRoute({
  operation: 'explainFlag',
  summary:
    'Why a flag stands where it does: exposure, readings, the facts that drive it, what would lower it, what helps',
  method: 'GET',
  url: '/communities/:communityId/risks/:flag/explain',
  access: 'risks:read',
  params: Shape({ communityId: CommunityParams.properties.communityId, flag: OneOf(flagCodes) }),
  query: Shape({ month: Type.Optional(Month) }),
  success: { 200: Explanation },
  problems: ['month-range-not-valid'],
})

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
  costs: Kept({ initiativeId: Known, dueOn: Type.String(), amountMinor: Type.Integer(), currency: Type.String() }),
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

const MOST_NAMED = 200
const MOST_ADDED = 20
const Named = (item: Type.TSchema) => Type.Optional(Type.Array(item as typeof Id, { maxItems: MOST_NAMED }))
const Added = <Item extends Type.TSchema>(item: Item) => Type.Optional(Type.Array(item, { maxItems: MOST_ADDED }))
const Months = Type.Integer({ minimum: 1, maximum: FURTHEST_MONTHS })

/** Who leaves and what comes in their stead; what is not named is none. Amounts in minor units of the community's currency. */
export const StressQuestion = Shape(
  {
    month: Type.Optional(Month),
    horizonMonths: Type.Optional(Months),
    goesOn: Type.Optional(OneOf(waysToGoOn)),
    leaving: Type.Optional(
      Shape({
        organisationIds: Named(Id),
        sectors: Type.Optional(Type.Array(OneOf(sectors), { maxItems: sectors.length })),
        spaceIds: Named(Id),
        isLocalGovernment: Type.Optional(Type.Boolean()),
      }),
    ),
    adding: Type.Optional(
      Shape({
        pledges: Added(
          Shape({
            organisationId: Nullable(Id),
            amountMinor: Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 }),
            months: Months,
            route: OneOf(pledgeRoutes),
          }),
        ),
        partners: Added(Shape({ sector: OneOf(sectors), initiativeId: Nullable(Id) })),
        initiatives: Added(Shape({ organisationIds: Type.Array(Id, { minItems: 1, maxItems: 15 }), months: Months })),
      }),
    ),
  },
  { $id: 'StressQuestion' },
)
export type StressQuestion = Type.Static<typeof StressQuestion>

/**
 * What would happen. The shape of the parts is the engine's own (`StressAnswer` of the domain); `withheld` names the records the caller
 * may not read, which the answer therefore does not rest on.
 */
export const StressAnswer = Shape(
  {
    engine: Type.String(),
    parametersVersion: Type.String(),
    month: Month,
    horizonMonths: Type.Integer(),
    goesOn: OneOf(waysToGoOn),
    currency: Type.String(),
    gone: Reading,
    losses: Reading,
    money: Reading,
    initiatives: Reading,
    spaces: Type.Array(Reading),
    network: Reading,
    flags: Reading,
    raised: Type.Array(Reading),
    withheld: Type.Array(OneOf(guardedSources)),
  },
  { $id: 'StressAnswer' },
)

export const runStressTest = defineRoute({
  operation: 'runStressTest',
  summary: 'What would happen from a month on if some left, or others came; nothing is stored',
  method: 'POST',
  url: '/communities/:communityId/risks/stress-tests',
  access: 'risks:read',
  params: CommunityParams,
  body: StressQuestion,
  success: { 200: StressAnswer },
  problems: ['month-range-not-valid', 'organisation-unknown', 'initiative-unknown', 'space-unknown'],
})
