import { MAX_ALT, MAX_FILE_NAME, mediaTypes } from '@commonweal/domain/files/media-types'
import * as Type from 'typebox'
import { InitiativeParams } from './initiatives.ts'
import { defineRoute } from './route.ts'
import { Id, idParams, Nullable, OneOf, Shape, Word } from './values.ts'

const kept = {
  id: Id,
  name: Type.String({ description: 'Safe to save under; its ending is that of the type' }),
  mediaType: OneOf(mediaTypes),
  sizeBytes: Type.Integer({ minimum: 1 }),
  sha256: Type.String({ description: 'Of the bytes, 64 hexadecimal digits' }),
}

/** A file that was received and belongs to nothing yet; after a day it is let go. */
export const Upload = Shape(kept, { $id: 'Upload' })
export type Upload = Type.Static<typeof Upload>

export const AttachedFile = Shape(
  { ...kept, alt: Nullable(Type.String({ description: 'What a picture shows, for those who do not see it' })) },
  { $id: 'AttachedFile' },
)
export type AttachedFile = Type.Static<typeof AttachedFile>

/** A file to go with an update: one uploaded before, or one it has already. A picture needs its alternative text. */
export const FileChoice = Shape({ id: Id, alt: Type.Optional(Nullable(Word(MAX_ALT))) }, { $id: 'FileChoice' })
export type FileChoice = Type.Static<typeof FileChoice>

export const uploadFile = defineRoute({
  operation: 'uploadFile',
  summary: 'Send a file as it is, for an update to come',
  method: 'POST',
  url: '/communities/:communityId/initiatives/:initiativeId/uploads',
  access: 'updates:post',
  params: InitiativeParams,
  query: Shape({ name: Word(2 * MAX_FILE_NAME) }),
  bytes: 'application/octet-stream',
  success: { 201: Upload },
  problems: ['file-too-large', 'file-type-not-allowed', 'file-quota-reached'],
})

export const readFile = defineRoute({
  operation: 'readFile',
  summary: 'The bytes of a file, with its own content type, to save and not to run',
  method: 'GET',
  url: '/communities/:communityId/files/:fileId',
  access: 'initiatives:read',
  params: idParams('fileId'),
  stream: 'application/octet-stream',
  success: { 200: null },
  problems: [],
})
