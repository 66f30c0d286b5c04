import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { CommunityParams, Month, Shape } from './values.ts'

/**
 * The readings of the risk engine, month by month. Their shape is the engine's own (`@commonweal/domain/risks`): each
 * family and sub-level carries its values beside points, n and reason, so the wire lets them through as they are.
 */
const Reading = Type.Record(Type.String(), Type.Unknown())

export const Timeline = Shape(
  {
    community: Type.String(),
    engine: Type.String(),
    parametersVersion: Type.String(),
    months: Type.Array(Shape({ month: Month, stagnation: Reading, funding: Reading })),
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
  query: Shape({ from: Type.Optional(Month), to: Type.Optional(Month) }),
  success: { 200: Timeline },
  problems: ['month-range-not-valid'],
})

export const FactsBehind = Shape(
  { month: Month, stagnation: Reading, funding: Reading, names: Type.Record(Type.String(), Type.String()) },
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
