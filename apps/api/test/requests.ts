import type { RouteSpec } from '@commonweal/contracts/route'
import type { Things } from './given.ts'

/** A body each operation accepts as far as its shape goes; the laws ask who may, not whether the moment is right. */
const bodies: Record<string, (things: Things) => unknown> = {
  signIn: () => ({ email: 'nobody@nowhere.example', password: 'not the right one' }),
  signInToDemo: () => ({ role: 'viewer' }),
  addPartner: () => ({ name: `Partner ${counter++}`, sector: 'ngo', legalStatus: 'civic' }),
  editPartner: () => ({ name: `Partner ${counter++}`, sector: 'ngo', legalStatus: 'civic' }),
  startInitiative: ({ organisationId }) => ({ title: `Idea ${counter++}`, kind: 'joint', participations: [{ organisationId, role: 'lead' }] }),
  editInitiative: () => ({ title: `Idea ${counter++}`, kind: 'joint' }),
  joinInitiative: ({ organisationId }) => ({ organisationId, role: 'supporter', from: '2025-02-01' }),
  leaveInitiative: () => ({ on: '2026-05-01' }),
  signUp: () => ({ email: `new${counter++}@somewhere.example`, displayName: 'New', password: 'a long sentence of my own' }),
  confirmSignUp: () => ({ token: 'x'.repeat(43) }),
  askPasswordReset: () => ({ email: 'nobody@nowhere.example' }),
  resetPassword: () => ({ token: 'x'.repeat(43), password: 'a long sentence of my own' }),
  changePassword: () => ({ currentPassword: 'not this one', newPassword: 'a long sentence of my own' }),
  foundCommunity: () => ({ name: 'Newtown', slug: `newtown-${counter++}`, country: 'DK', timezone: 'Europe/Copenhagen', currency: 'EUR' }),
  invitePerson: () => ({ email: `guest${counter++}@somewhere.example`, displayName: 'Guest', role: 'member' }),
  readInvitation: () => ({ token: 'x'.repeat(43) }),
  acceptInvitation: () => ({ token: 'x'.repeat(43) }),
  acceptInvitationAsNew: () => ({ token: 'x'.repeat(43), displayName: 'New', password: 'a long sentence of my own' }),
  setNoticeSettings: () => ({ mails: 'each' }),
  writeMessage: ({ organisationId, initiativeId }) => ({ toOrganisationId: organisationId, objectKind: 'initiative', objectId: initiativeId, text: 'May we come along?' }),
  giveRole: () => ({ role: 'viewer' }),
  suspendPerson: () => ({ reason: 'For the test' }),
  appointRepresentative: ({ organisationId }) => ({ organisationId, capacity: 'partner' }),
  endRepresentation: ({ organisationId }) => ({ organisationId, on: '2026-05-01' }),
  startImport: () => Buffer.from('not a zip'),
}
const step = () => ({ on: '2026-05-01', reason: 'For the test' })

let counter = 1

/** A request of the right shape for any route. A new route with a body needs a line above, or it is taken for a dated step. */
export function requestFor(spec: RouteSpec, things: Things): { url: string; body: unknown; headers: Record<string, string> } {
  const query = spec.operation === 'searchCommunity' ? '?q=repair' : ''
  const url = spec.url.replaceAll(/:(\w+)/g, (_, name: string) => {
    if (name === 'month') return '2026-05'
    const id = (things as unknown as Record<string, string>)[name]
    if (id === undefined) throw new Error(`${spec.operation} needs a ${name}: add it to given.ts`)
    return id
  }) + query
  const make = bodies[spec.operation] ?? step
  return {
    url,
    body: spec.body || spec.bytes ? make(things) : undefined,
    headers: {
      ...(spec.isConditional ? { 'if-match': '"1"' } : {}),
      ...(spec.bytes ? { 'content-type': spec.bytes } : {}),
    },
  }
}
