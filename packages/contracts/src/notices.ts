import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { CommunityParams, Id, idParams, Instant, listQuery, Nullable, OneOf, Page, Shape } from './values.ts'

/** What a notice is about: something decided about what is mine, or a message somebody wrote me. */
export const noticeKinds = [
  'membership-decided',
  'booking-decided',
  'booking-asked',
  'pledge-decided',
  'pledge-offered',
  'initiative-joined',
  'message',
  'flags-assessed',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What a message can be about. */
export const messageObjects = ['partner', 'initiative', 'space', 'booking', 'pledge'] as const
export type MessageObject = (typeof messageObjects)[number]

export const noticeObjects = [...messageObjects, 'vital-signs'] as const
export type NoticeObject = (typeof noticeObjects)[number]

export const Notice = Shape(
  {
    id: Id,
    kind: OneOf(noticeKinds),
    at: Instant,
    isRead: Type.Boolean(),
    from: Nullable(Type.String({ description: 'The person who wrote or decided' })),
    fromOrganisation: Nullable(Type.String()),
    objectKind: OneOf(noticeObjects),
    objectId: Id,
    title: Type.String({ description: 'Name of the thing it is about; of an assessment its month' }),
    outcome: Nullable(
      Type.String({
        description: 'The state that was decided; of an assessment what is told of each flag, `flag:tiding:level`',
      }),
    ),
    text: Nullable(Type.String({ description: 'The message, or the reason given' })),
  },
  { $id: 'Notice' },
)
export type Notice = Type.Static<typeof Notice>

export const noticeSorts = ['at', '-at'] as const

export const NoticeListQuery = Shape({
  ...listQuery,
  isRead: Type.Optional(Type.Boolean()),
  sort: Type.Optional(OneOf(noticeSorts)),
})
export type NoticeListQuery = Type.Static<typeof NoticeListQuery>

export const listNotices = defineRoute({
  operation: 'listNotices',
  summary: 'What was decided about mine, and messages to me; without another order the latest first',
  method: 'GET',
  url: '/communities/:communityId/notices',
  access: 'notices:read',
  params: CommunityParams,
  query: NoticeListQuery,
  success: { 200: Page(Notice) },
  problems: [],
})

export const markNoticeRead = defineRoute({
  operation: 'markNoticeRead',
  summary: 'I have seen this notice',
  method: 'POST',
  url: '/communities/:communityId/notices/:noticeId/read',
  access: 'notices:read',
  params: idParams('noticeId'),
  success: { 204: null },
  problems: [],
})

export const noticeMails = ['each', 'off'] as const
export const NoticeSettings = Shape({ mails: OneOf(noticeMails) }, { $id: 'NoticeSettings' })
export type NoticeSettings = Type.Static<typeof NoticeSettings>

export const readNoticeSettings = defineRoute({
  operation: 'readNoticeSettings',
  summary: 'Whether notices reach me by mail',
  method: 'GET',
  url: '/communities/:communityId/notice-settings',
  access: 'notices:read',
  params: CommunityParams,
  success: { 200: NoticeSettings },
  problems: [],
})

export const setNoticeSettings = defineRoute({
  operation: 'setNoticeSettings',
  summary: 'Choose whether notices reach me by mail',
  method: 'PUT',
  url: '/communities/:communityId/notice-settings',
  access: 'notices:read',
  params: CommunityParams,
  body: NoticeSettings,
  success: { 200: NoticeSettings },
  problems: [],
})

export const MessageDraft = Shape(
  {
    toOrganisationId: Id,
    objectKind: OneOf(messageObjects),
    objectId: Id,
    text: Type.String({ minLength: 1, maxLength: 4000, pattern: '^(?=[^]*\\S)[^\\u0000\\p{Cs}]*$' }),
  },
  { $id: 'MessageDraft' },
)
export type MessageDraft = Type.Static<typeof MessageDraft>

export const writeMessage = defineRoute({
  operation: 'writeMessage',
  summary: 'Write to the people of an organisation about a page: its host, lead or funder',
  method: 'POST',
  url: '/communities/:communityId/messages',
  access: 'messages:write',
  params: CommunityParams,
  body: MessageDraft,
  success: { 201: Shape({ recipients: Type.Integer({ description: 'How many people it reached' }) }) },
  problems: ['organisation-unknown', 'nobody-to-reach', 'too-many-requests'],
})
