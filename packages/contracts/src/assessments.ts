import { flagLevels } from '@commonweal/domain/risks/flag-level'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { CommunityParams, Day, Id, Instant, listQuery, Month, Nullable, OneOf, Page, Shape } from './values.ts'

const saidLevels = [...flagLevels, 'insufficient-data'] as const
const FlagSaid = Shape({
  level: OneOf(saidLevels),
  heldLevel: OneOf(flagLevels),
  score: Nullable(Type.Number()),
  onset: Nullable(Month),
})

const said = {
  id: Id,
  month: Month,
  position: Type.Integer({ description: '0: what was said of the month first; then each revision of its level' }),
  assessedAt: Instant,
  knownOn: Type.Unsafe<string>({ ...Day, description: 'Last day of what was known for it' }),
  engine: Type.String(),
  parametersVersion: Type.String(),
}

export const Assessment = Shape({ ...said, stagnation: FlagSaid, funding: FlagSaid }, { $id: 'Assessment' })
export type Assessment = Type.Static<typeof Assessment>

export const assessmentSorts = ['month', '-month'] as const

export const AssessmentListQuery = Shape({
  limit: listQuery.limit,
  cursor: listQuery.cursor,
  from: Type.Optional(Type.Unsafe<string>({ ...Month, description: 'Of this month or a later one' })),
  to: Type.Optional(Type.Unsafe<string>({ ...Month, description: 'Of this month or an earlier one' })),
  sort: Type.Optional(OneOf(assessmentSorts)),
})
export type AssessmentListQuery = Type.Static<typeof AssessmentListQuery>

export const listAssessments = defineRoute({
  operation: 'listAssessments',
  summary:
    'What was said of each month when it was assessed, and each revision; without another order the latest month first',
  method: 'GET',
  url: '/communities/:communityId/risks/assessments',
  access: 'risks:read',
  params: CommunityParams,
  query: AssessmentListQuery,
  success: { 200: Page(Assessment) },
  problems: [],
})

const Reading = Type.Record(Type.String(), Type.Unknown())

export const KeptMonth = Shape(
  { month: Month, said: Type.Array(Shape({ ...said, reading: Reading })) },
  {
    $id: 'KeptMonth',
    description: 'Whole readings as they were kept, with the record of evidence; the first one first',
  },
)
export type KeptMonth = Type.Static<typeof KeptMonth>

export const readAssessment = defineRoute({
  operation: 'readAssessment',
  summary:
    'The readings kept of one month, whole; without what rests on costs and reserves for whoever may not read them',
  method: 'GET',
  url: '/communities/:communityId/risks/assessments/:month',
  access: 'risks:read',
  params: Shape({ communityId: CommunityParams.properties.communityId, month: Month }),
  success: { 200: KeptMonth },
  problems: [],
})

export const assessCommunity = defineRoute({
  operation: 'assessCommunity',
  summary: 'Assess what is not assessed yet, now; doing it again changes nothing',
  method: 'POST',
  url: '/communities/:communityId/risks/assess',
  access: 'risks:assess',
  params: CommunityParams,
  success: {
    200: Shape({
      assessed: Type.Array(Month, { description: 'Months that were assessed now' }),
      revised: Type.Array(Month, { description: 'Months whose level is another one now' }),
    }),
  },
  problems: [],
})
