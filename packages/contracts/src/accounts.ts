import { ownPathMost, ownPathPattern } from '@commonweal/domain/values/own-path'
import * as Type from 'typebox'
import { Session } from './access.ts'
import { defineRoute } from './route.ts'
import { Id, Instant, Line, Nullable, Shape } from './values.ts'

export const Email = Type.String({ maxLength: 254, pattern: '^[^@\\s\\p{Cc}\\p{Cs}]+@[^@\\s\\p{Cc}\\p{Cs}]+$' })
const Password = Type.String({ minLength: 1, maxLength: 256, pattern: '^[^\\u0000\\p{Cs}]*$' })
/** Where in the product somebody was going. */
const OwnPath = Type.String({ maxLength: ownPathMost, pattern: ownPathPattern })
/** The secret part of a link that was sent by mail. */
export const LinkToken = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })

const passwordProblems = ['password-too-short', 'password-too-common', 'password-names-you'] as const

export const signUp = defineRoute({
  operation: 'signUp',
  summary: 'Ask for an account; whether the address is known is told only to its mailbox',
  method: 'POST',
  url: '/accounts',
  access: 'public',
  body: Shape({ email: Email, displayName: Line, password: Password }),
  success: { 202: null },
  problems: [...passwordProblems, 'too-many-requests'],
})

export const confirmSignUp = defineRoute({
  operation: 'confirmSignUp',
  summary: 'Open the account with the link from the mail',
  method: 'POST',
  url: '/accounts/confirm',
  access: 'public',
  body: Shape({ token: LinkToken }),
  success: { 200: Session },
  problems: ['link-not-valid', 'too-many-requests'],
})

const PasswordForgotten = Shape({ email: Email, invitation: Type.Optional(LinkToken), back: Type.Optional(OwnPath) })
export type PasswordForgotten = Type.Static<typeof PasswordForgotten>

export const askPasswordReset = defineRoute({
  operation: 'askPasswordReset',
  summary:
    'Send a link to set a new password, which leads back to the invitation or the page one came from; known and unknown addresses answer alike',
  method: 'POST',
  url: '/password-resets',
  access: 'public',
  body: PasswordForgotten,
  success: { 202: null },
  problems: ['too-many-requests'],
})

export const resetPassword = defineRoute({
  operation: 'resetPassword',
  summary: 'Set a new password with the link from the mail; every session of the account ends',
  method: 'POST',
  url: '/password-resets/complete',
  access: 'public',
  body: Shape({ token: LinkToken, password: Password }),
  success: { 204: null },
  problems: ['link-not-valid', ...passwordProblems, 'too-many-requests'],
})

export const changePassword = defineRoute({
  operation: 'changePassword',
  summary: 'Change my password; my other sessions end',
  method: 'POST',
  url: '/me/password',
  access: 'signed-in',
  body: Shape({ currentPassword: Password, newPassword: Password }),
  success: { 204: null },
  problems: ['sign-in-refused', ...passwordProblems, 'too-many-requests'],
})

export const MySession = Shape(
  {
    id: Id,
    device: Nullable(Type.String({ description: 'What the browser called itself at sign-in' })),
    startedAt: Instant,
    lastUsedAt: Instant,
    expiresAt: Instant,
    isThisOne: Type.Boolean(),
  },
  { $id: 'MySession' },
)
export type MySession = Type.Static<typeof MySession>

export const listMySessions = defineRoute({
  operation: 'listMySessions',
  summary: 'Where I am signed in',
  method: 'GET',
  url: '/me/sessions',
  access: 'signed-in',
  success: { 200: Shape({ items: Type.Array(MySession) }) },
  problems: [],
})

export const endMySession = defineRoute({
  operation: 'endMySession',
  summary: 'Sign out one of my sessions',
  method: 'POST',
  url: '/me/sessions/:sessionId/end',
  access: 'signed-in',
  params: Shape({ sessionId: Id }),
  success: { 204: null },
  problems: ['not-found'],
})
