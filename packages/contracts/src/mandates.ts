import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { CommunityParams, Day, Id, idParams, Line, listQuery, OneOf, Page, Revision, Shape } from './values.ts'

export const Mandate = Shape(
  {
    id: Id,
    organisationId: Id,
    organisation: Type.String(),
    endsOn: Type.Unsafe<string>({ ...Day, description: 'Day on which those who lead the body change' }),
    label: Type.String({ description: 'What happens on the day: an election, the end of a term' }),
    revision: Revision,
  },
  { $id: 'Mandate' },
)
export type Mandate = Type.Static<typeof Mandate>

export const MandateDraft = Shape({ endsOn: Day, label: Line }, { $id: 'MandateDraft' })
export type MandateDraft = Type.Static<typeof MandateDraft>

export const mandateSorts = ['ends', '-ends'] as const

export const MandateListQuery = Shape({
  ...listQuery,
  organisationId: Type.Optional(Id),
  from: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'Ends on this day or later' })),
  to: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'Ends on this day or earlier' })),
  sort: Type.Optional(OneOf(mandateSorts)),
})
export type MandateListQuery = Type.Static<typeof MandateListQuery>

export const listMandates = defineRoute({
  operation: 'listMandates',
  summary: 'The mandate calendar: when those who lead the public bodies change, in the order of the days',
  method: 'GET',
  url: '/communities/:communityId/mandates',
  access: 'partners:read',
  params: CommunityParams,
  query: MandateListQuery,
  success: { 200: Page(Mandate) },
  problems: [],
})

export const addMandate = defineRoute({
  operation: 'addMandate',
  summary: 'Say when those who lead a public body change',
  method: 'POST',
  url: '/communities/:communityId/partners/:partnerId/mandates',
  access: 'mandates:edit',
  params: idParams('partnerId'),
  body: MandateDraft,
  success: { 201: Mandate },
  problems: ['mandate-needs-public-body'],
})

const MandateParams = idParams('mandateId')

export const editMandate = defineRoute({
  operation: 'editMandate',
  summary: 'Move the end of a mandate, or call it something else',
  method: 'PUT',
  url: '/communities/:communityId/mandates/:mandateId',
  access: 'mandates:edit',
  params: MandateParams,
  body: MandateDraft,
  isConditional: true,
  success: { 200: Mandate },
  problems: ['changed-meanwhile', 'revision-missing', 'mandate-needs-public-body'],
})

export const removeMandate = defineRoute({
  operation: 'removeMandate',
  summary: 'The end of a mandate was put down by mistake; what it said stays on record',
  method: 'DELETE',
  url: '/communities/:communityId/mandates/:mandateId',
  access: 'mandates:edit',
  params: MandateParams,
  success: { 204: null },
  problems: [],
})
