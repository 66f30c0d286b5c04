import { roles } from '@commonweal/domain/access/permissions'
import { capacities } from '@commonweal/domain/people/person'
import * as Type from 'typebox'
import { Session } from './access.ts'
import { Email, LinkToken } from './accounts.ts'
import { defineRoute } from './route.ts'
import { CommunityParams, Id, idParams, Instant, Line, Nullable, OneOf, Page, Shape, listQuery } from './values.ts'

export const invitationStates = ['open', 'accepted', 'revoked', 'expired'] as const

export const Invitation = Shape(
  {
    id: Id,
    email: Type.String(),
    displayName: Type.String(),
    role: OneOf(roles),
    organisationId: Nullable(Id),
    organisation: Nullable(Type.String()),
    capacity: Nullable(OneOf(capacities)),
    state: OneOf(invitationStates),
    invitedBy: Nullable(Type.String()),
    sentAt: Instant,
    expiresAt: Instant,
  },
  { $id: 'Invitation' },
)
export type Invitation = Type.Static<typeof Invitation>

export const InvitationDraft = Shape(
  {
    email: Email,
    displayName: Line,
    role: OneOf(roles),
    organisationId: Type.Optional(Nullable(Id)),
    capacity: Type.Optional(Nullable(OneOf(capacities))),
  },
  { $id: 'InvitationDraft' },
)
export type InvitationDraft = Type.Static<typeof InvitationDraft>

export const invitationSorts = ['sent', '-sent', 'name', '-name'] as const

export const InvitationListQuery = Shape({
  ...listQuery,
  state: Type.Optional(OneOf(invitationStates)),
  sort: Type.Optional(OneOf(invitationSorts)),
})
export type InvitationListQuery = Type.Static<typeof InvitationListQuery>

export const listInvitations = defineRoute({
  operation: 'listInvitations',
  summary: 'Who was invited, and what became of it',
  method: 'GET',
  url: '/communities/:communityId/invitations',
  access: 'people:invite',
  params: CommunityParams,
  query: InvitationListQuery,
  success: { 200: Page(Invitation) },
  problems: [],
})

export const invitePerson = defineRoute({
  operation: 'invitePerson',
  summary: 'Invite somebody by mail, in a role, for an organisation if they act for one',
  method: 'POST',
  url: '/communities/:communityId/invitations',
  access: 'people:invite',
  params: CommunityParams,
  body: InvitationDraft,
  success: { 201: Invitation },
  problems: ['already-invited', 'already-here', 'organisation-unknown'],
})

const InvitationParams = idParams('invitationId')

export const resendInvitation = defineRoute({
  operation: 'resendInvitation',
  summary: 'Send the invitation again with a new link; the old one no longer works',
  method: 'POST',
  url: '/communities/:communityId/invitations/:invitationId/resend',
  access: 'people:invite',
  params: InvitationParams,
  success: { 200: Invitation },
  problems: ['link-not-valid'],
})

export const revokeInvitation = defineRoute({
  operation: 'revokeInvitation',
  summary: 'Take an open invitation back',
  method: 'POST',
  url: '/communities/:communityId/invitations/:invitationId/revoke',
  access: 'people:invite',
  params: InvitationParams,
  success: { 200: Invitation },
  problems: ['link-not-valid'],
})

export const InvitationSeen = Shape(
  {
    community: Type.String(),
    email: Type.String(),
    displayName: Type.String(),
    role: OneOf(roles),
    organisation: Nullable(Type.String()),
    hasAccount: Type.Boolean(),
  },
  { $id: 'InvitationSeen' },
)

export const readInvitation = defineRoute({
  operation: 'readInvitation',
  summary: 'What an invitation link stands for, told to whoever holds it',
  method: 'POST',
  url: '/invitations/read',
  access: 'public',
  body: Shape({ token: LinkToken }),
  success: { 200: InvitationSeen },
  problems: ['link-not-valid', 'too-many-requests'],
})

export const acceptInvitation = defineRoute({
  operation: 'acceptInvitation',
  summary: 'Accept as the signed-in account of that address',
  method: 'POST',
  url: '/invitations/accept',
  access: 'signed-in',
  body: Shape({ token: LinkToken }),
  success: { 200: Shape({ communityId: Id, slug: Type.String() }) },
  problems: ['link-not-valid', 'invitation-for-other', 'already-here'],
})

export const acceptInvitationAsNew = defineRoute({
  operation: 'acceptInvitationAsNew',
  summary: 'Accept and open an account in one step; the link proves the address',
  method: 'POST',
  url: '/invitations/accept-as-new',
  access: 'public',
  body: Shape({
    token: LinkToken,
    displayName: Line,
    password: Type.String({ minLength: 1, maxLength: 256, pattern: '^[^\\u0000\\p{Cs}]*$' }),
  }),
  success: { 200: Session },
  problems: [
    'link-not-valid',
    'account-exists',
    'already-here',
    'password-too-short',
    'password-too-common',
    'password-names-you',
    'too-many-requests',
  ],
})
