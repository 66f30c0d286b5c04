import { roles } from '@commonweal/domain/access/permissions'
import { capacities } from '@commonweal/domain/people/person'
import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { Currency, Day, Id, Nullable, OneOf, Shape } from './values.ts'

/** A short-lived access token; the refresh token travels only in an HttpOnly cookie. */
export const Session = Shape(
  { accessToken: Type.String(), expiresInSeconds: Type.Integer({ minimum: 1 }) },
  { $id: 'Session' },
)
export type Session = Type.Static<typeof Session>

export const MyCommunity = Shape(
  {
    id: Id,
    slug: Type.String(),
    name: Type.String(),
    country: Type.String(),
    timezone: Type.String(),
    currency: Currency,
    dataCompleteThrough: Nullable(Day),
    role: OneOf(roles),
    personId: Id,
    organisations: Type.Array(Shape({ id: Id, name: Type.String(), capacity: OneOf(capacities) })),
  },
  { $id: 'MyCommunity' },
)
export type MyCommunity = Type.Static<typeof MyCommunity>

export const Me = Shape(
  {
    account: Shape({ id: Id, email: Type.String(), displayName: Type.String() }),
    communities: Type.Array(MyCommunity),
  },
  { $id: 'Me' },
)
export type Me = Type.Static<typeof Me>

export const signIn = defineRoute({
  operation: 'signIn',
  summary: 'Open a session with e-mail and password',
  method: 'POST',
  url: '/session',
  access: 'public',
  body: Shape({
    email: Type.String({ minLength: 3, maxLength: 254 }),
    password: Type.String({ minLength: 1, maxLength: 1024 }),
  }),
  success: { 200: Session },
  problems: ['sign-in-refused', 'too-many-requests'],
})

export const refreshSession = defineRoute({
  operation: 'refreshSession',
  summary: 'A new access token for the session in the cookie',
  method: 'POST',
  url: '/session/refresh',
  access: 'public',
  success: { 200: Session },
  problems: ['session-ended'],
})

export const signOut = defineRoute({
  operation: 'signOut',
  summary: 'End the session in the cookie',
  method: 'POST',
  url: '/session/end',
  access: 'public',
  success: { 204: null },
  problems: [],
})

export const readMe = defineRoute({
  operation: 'readMe',
  summary: 'Who I am, in which communities, for which organisations',
  method: 'GET',
  url: '/me',
  access: 'signed-in',
  success: { 200: Me },
  problems: [],
})

export const DemoRole = OneOf(roles)

export const listDemoSignIns = defineRoute({
  operation: 'listDemoSignIns',
  summary: 'The demo people one can become; empty where no demo is offered',
  method: 'GET',
  url: '/demo/sign-ins',
  access: 'public',
  success: {
    200: Shape({
      items: Type.Array(Shape({ role: DemoRole, name: Type.String(), organisation: Nullable(Type.String()) })),
    }),
  },
  problems: [],
})

export const signInToDemo = defineRoute({
  operation: 'signInToDemo',
  summary: 'Open a session as the demo person of a role',
  method: 'POST',
  url: '/demo/session',
  access: 'public',
  body: Shape({ role: DemoRole }),
  success: { 200: Session },
  problems: ['demo-not-offered'],
})
