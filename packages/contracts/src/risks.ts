import { flagCodes } from '@commonweal/domain/risks/explain/flag-code'
import { guardedSources } from '@commonweal/domain/risks/history-seen-by'
import { openFlagNames, personFlagNames, secondaryFlagNames } from '@commonweal/domain/risks/secondary/flag-names'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { ThresholdValues } from './thresholds.ts'
import { CommunityParams, Day, Month, Nullable, OneOf, Shape } from './values.ts'

/**
 * The readings of the risk engine, month by month. Their shape is the engine's own (`@commonweal/domain/risks`): each
 * family and sub-level carries its values beside points, n and reason, so the wire lets them through as they are.
 */
export const Reading = Type.Record(Type.String(), Type.Unknown())

export const ThresholdSpans = Type.Array(
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

/** The last day of what shall be known; the present where it is left out. */
const KnownOn = Type.Optional(
  Type.Unsafe<string>({ ...Day, description: 'Read as it was known at the end of this day' }),
)
const AtMonth = Shape({ month: Type.Optional(Month), knownOn: KnownOn })
const MonthsAsKnown = Shape({ from: Type.Optional(Month), to: Type.Optional(Month), knownOn: KnownOn })

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
  query: MonthsAsKnown,
  success: { 200: Timeline },
  problems: ['month-range-not-valid', 'too-many-requests'],
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
  query: MonthsAsKnown,
  success: { 200: SecondaryTimeline },
  problems: ['month-range-not-valid', 'too-many-requests'],
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
  query: MonthsAsKnown,
  success: { 200: PersonSigns },
  problems: ['month-range-not-valid', 'too-many-requests'],
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
  query: Shape({ knownOn: KnownOn }),
  success: { 200: FactsBehind },
  problems: ['month-range-not-valid', 'too-many-requests'],
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
  query: AtMonth,
  success: { 200: Explanation },
  problems: ['month-range-not-valid', 'too-many-requests'],
})

/**
 * What drives one of the other signs in one month, and what would lower it. The parts are the engine's own (`SignExplanation` of the domain): sentences are codes
 * with values, facts are ids, whose names come along.
 */
export const SignExplanation = Shape(
  {
    community: Type.String(),
    sign: OneOf(secondaryFlagNames),
    month: Month,
    engine: Type.String(),
    parametersVersion: Type.String(),
    dataCompleteThrough: Nullable(Type.String()),
    score: Nullable(Type.Integer({ minimum: 0, maximum: 3, description: 'Level this month alone calls for' })),
    mostScore: Type.Integer(),
    reason: Nullable(Type.String()),
    parts: Reading,
    drivers: Reading,
    ways: Type.Array(Reading),
    isWithheld: Type.Boolean({
      description: 'What drives the sign would tell how single persons are engaged; only stewards are told',
    }),
    names: Type.Record(Type.String(), Type.String()),
  },
  { $id: 'SignExplanation' },
)

export const explainSign = defineRoute({
  operation: 'explainSign',
  summary: 'The initiatives and partners that drive a sign of another threat, and what would lower it',
  method: 'GET',
  url: '/communities/:communityId/risks/secondary/:sign/explain',
  access: 'risks:read',
  params: Shape({ communityId: CommunityParams.properties.communityId, sign: OneOf(openFlagNames) }),
  query: AtMonth,
  success: { 200: SignExplanation },
  problems: ['month-range-not-valid', 'too-many-requests'],
})

export const explainPersonSign = defineRoute({
  operation: 'explainPersonSign',
  summary:
    'What drives a sign that is read from what single persons do, and what would lower it; persons only for stewards',
  method: 'GET',
  url: '/communities/:communityId/risks/secondary/persons/:sign/explain',
  access: 'risks:read-persons',
  params: Shape({ communityId: CommunityParams.properties.communityId, sign: OneOf(personFlagNames) }),
  query: AtMonth,
  success: { 200: SignExplanation },
  problems: ['month-range-not-valid', 'too-many-requests'],
})
