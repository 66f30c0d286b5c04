import { sectors } from '@commonweal/domain/partners/sectors'
import { pledgeRoutes } from '@commonweal/domain/pledges/pledge'
import { guardedSources } from '@commonweal/domain/risks/history-seen-by'
import { FURTHEST_MONTHS, waysToGoOn } from '@commonweal/domain/risks/what-if/question'
import * as Type from 'typebox'
import { Reading, ThresholdSpans } from './risks.ts'
import { defineRoute } from './route.ts'
import { CommunityParams, Id, Month, Nullable, OneOf, Shape } from './values.ts'

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
    withSigns: Type.Optional(
      Type.Boolean({ description: 'Whether the other signs are answered as well; that takes longer' }),
    ),
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
    parametersVersion: Type.String({ description: 'Of the month of the question' }),
    thresholds: ThresholdSpans,
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
    signs: Type.Optional(Reading),
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
