import { MAX_FILES } from '@commonweal/domain/files/media-types'
import * as Type from 'typebox'
import { AttachedFile, FileChoice } from './files.ts'
import { InitiativeParams } from './initiatives.ts'
import { defineRoute } from './route.ts'
import {
  CommunityParams,
  Id,
  idParams,
  Instant,
  Line,
  listQuery,
  Nullable,
  OneOf,
  Page,
  Revision,
  Shape,
} from './values.ts'

export const Update = Shape(
  {
    id: Id,
    initiativeId: Id,
    initiative: Type.String(),
    title: Type.String(),
    text: Type.String({ description: 'Markdown; whoever shows it lets no markup of its own through' }),
    postedAt: Instant,
    person: Nullable(Type.String({ description: 'Hidden from those who may not know people' })),
    organisationId: Nullable(Id),
    organisation: Nullable(Type.String()),
    files: Type.Array(AttachedFile),
    revision: Revision,
  },
  { $id: 'Update' },
)
export type Update = Type.Static<typeof Update>

export const UpdateDraft = Shape(
  {
    title: Line,
    text: Type.String({
      minLength: 1,
      maxLength: 10_000,
      pattern: '^(?=[^]*\\S)[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f\\p{Cs}]*$',
      description: 'Markdown',
    }),
    files: Type.Optional(Type.Array(FileChoice, { maxItems: MAX_FILES })),
  },
  { $id: 'UpdateDraft' },
)
export type UpdateDraft = Type.Static<typeof UpdateDraft>

export const updateSorts = ['posted', '-posted', 'title', '-title'] as const

export const UpdateListQuery = Shape({
  ...listQuery,
  initiativeId: Type.Optional(Id),
  organisationId: Type.Optional(Type.Unsafe<string>({ ...Id, description: 'For which organisation it was told' })),
  sort: Type.Optional(OneOf(updateSorts)),
})
export type UpdateListQuery = Type.Static<typeof UpdateListQuery>

export const listUpdates = defineRoute({
  operation: 'listUpdates',
  summary: 'Updates of an initiative, or of all; without another order the latest first',
  method: 'GET',
  url: '/communities/:communityId/updates',
  access: 'initiatives:read',
  params: CommunityParams,
  query: UpdateListQuery,
  success: { 200: Page(Update) },
  problems: [],
})

export const postUpdate = defineRoute({
  operation: 'postUpdate',
  summary: 'Tell the others how it goes, with files sent before',
  method: 'POST',
  url: '/communities/:communityId/initiatives/:initiativeId/updates',
  access: 'updates:post',
  params: InitiativeParams,
  body: UpdateDraft,
  success: { 201: Update },
  problems: ['file-unknown', 'alt-text-missing'],
})

const UpdateParams = idParams('updateId')

export const editUpdate = defineRoute({
  operation: 'editUpdate',
  summary: 'Put an update right; its files are those named, and no others',
  method: 'PUT',
  url: '/communities/:communityId/updates/:updateId',
  access: 'updates:edit',
  params: UpdateParams,
  body: UpdateDraft,
  isConditional: true,
  success: { 200: Update },
  problems: ['changed-meanwhile', 'revision-missing', 'file-unknown', 'alt-text-missing'],
})

export const removeUpdate = defineRoute({
  operation: 'removeUpdate',
  summary: 'Take an update back, with its files',
  method: 'DELETE',
  url: '/communities/:communityId/updates/:updateId',
  access: 'updates:edit',
  params: UpdateParams,
  success: { 204: null },
  problems: [],
})
