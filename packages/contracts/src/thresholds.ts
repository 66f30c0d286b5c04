import { LARGEST_FLOOR_MINOR, type LineName, lineRules, pointsRange } from '@commonweal/domain/risks/thresholds'
import { secondaryFlagNames } from '@commonweal/domain/risks/secondary/flag-names'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { CommunityParams, Id, Instant, listQuery, Month, Nullable, OneOf, Page, Shape } from './values.ts'

const linesOf = (name: LineName) => {
  const { least, most } = lineRules[name]
  const line = Type.Number({ minimum: least, maximum: most })
  return Type.Optional(Shape({ watch: line, warning: line, critical: line }))
}
const points = Type.Integer({ minimum: pointsRange.least, maximum: pointsRange.most })
const fallLine = Type.Number({ minimum: lineRules.incomeFall.least, maximum: lineRules.incomeFall.most })
const enterAndLeave = Shape({ enter: points, leave: points })

/** What a community judges otherwise than the product; a group that is left out stays as it is. Shares have three decimals at most. */
export const ThresholdValues = Shape(
  {
    stagnation: Type.Optional(Shape({ watch: enterAndLeave, warning: enterAndLeave, critical: enterAndLeave })),
    reliance: linesOf('reliance'),
    effectiveFunders: linesOf('effectiveFunders'),
    incomeFall: Type.Optional(Shape({ watch: fallLine, warning: fallLine })),
    runwayMonths: linesOf('runwayMonths'),
    cliffMonths: linesOf('cliffMonths'),
    fulfilment: linesOf('fulfilment'),
    retention: linesOf('retention'),
    publicShare: linesOf('publicShare'),
    incomeFloorMinor: Type.Optional(Type.Integer({ minimum: 0, maximum: LARGEST_FLOOR_MINOR })),
    switchedOff: Type.Optional(
      Type.Array(OneOf(secondaryFlagNames), { uniqueItems: true, maxItems: secondaryFlagNames.length }),
    ),
  },
  { $id: 'ThresholdValues' },
)
export type ThresholdValues = Type.Static<typeof ThresholdValues>

export const ThresholdVersion = Shape(
  {
    id: Id,
    position: Type.Integer({ description: 'The how-many-th; a later one replaces everything from its month on' }),
    from: Month,
    setAt: Instant,
    person: Nullable(Type.String()),
    values: ThresholdValues,
    reason: Type.String(),
  },
  { $id: 'ThresholdVersion' },
)
export type ThresholdVersion = Type.Static<typeof ThresholdVersion>

export const ThresholdDraft = Shape(
  {
    from: Type.Optional(Month),
    values: ThresholdValues,
    reason: Type.String({ minLength: 1, maxLength: 1000, pattern: '^(?=[^]*\\S)[^\\u0000\\p{Cs}]*$' }),
  },
  { $id: 'ThresholdDraft' },
)
export type ThresholdDraft = Type.Static<typeof ThresholdDraft>

export const listThresholds = defineRoute({
  operation: 'listThresholds',
  summary: 'Thresholds this community has set, the latest first; without any, those of the product hold',
  method: 'GET',
  url: '/communities/:communityId/risks/thresholds',
  access: 'risks:read',
  params: CommunityParams,
  query: Shape({ limit: listQuery.limit, cursor: listQuery.cursor }),
  success: { 200: Page(ThresholdVersion) },
  problems: [],
})

export const setThresholds = defineRoute({
  operation: 'setThresholds',
  summary: 'Judge by other lines from a month on; the months before stay as they were judged',
  method: 'POST',
  url: '/communities/:communityId/risks/thresholds',
  access: 'thresholds:set',
  params: CommunityParams,
  body: ThresholdDraft,
  success: { 201: ThresholdVersion },
  problems: ['thresholds-in-past'],
})
