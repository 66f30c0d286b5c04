import type { RouteSpec } from '@commonweal/contracts/route'
import type { Things } from './given.ts'

/** A body each operation accepts as far as its shape goes; the laws ask who may, not whether the moment is right. */
const bodies: Record<string, (things: Things) => unknown> = {
  signIn: () => ({ email: 'nobody@nowhere.example', password: 'not the right one' }),
  signInToDemo: () => ({ role: 'viewer' }),
  addPartner: () => ({ name: `Partner ${counter++}`, sector: 'ngo', legalStatus: 'civic' }),
  editPartner: () => ({ name: `Partner ${counter++}`, sector: 'ngo', legalStatus: 'civic' }),
  addMandate: () => ({ endsOn: '2027-03-14', label: 'Council election' }),
  editMandate: () => ({ endsOn: '2027-03-21', label: 'Council election' }),
  editSettings: () => ({ coreSectors: ['culture'], wantsIndependence: true }),
  startInitiative: ({ organisationId }) => ({
    title: `Idea ${counter++}`,
    kind: 'joint',
    participations: [{ organisationId, role: 'lead' }],
  }),
  editInitiative: () => ({ title: `Idea ${counter++}`, kind: 'joint' }),
  joinInitiative: ({ organisationId }) => ({ organisationId, role: 'supporter', from: '2025-02-01' }),
  reviewInitiative: () => ({ on: '2026-05-01', nextOn: '2026-11-01', note: 'It goes on' }),
  tellEnding: () => ({ outcome: 'Forty toasters saved', lesson: null }),
  appointCoordinator: ({ personId }) => ({ personId, from: '2026-05-01' }),
  endCoordination: () => ({ on: '2026-05-01' }),
  addMilestone: () => ({ title: `Milestone ${counter++}`, dueOn: '2026-12-01' }),
  editMilestone: () => ({ title: `Milestone ${counter++}` }),
  reachMilestone: () => ({ on: '2026-05-01', note: 'For the test' }),
  dropMilestone: () => ({ on: '2026-05-01', note: 'For the test' }),
  reopenMilestone: () => ({}),
  postUpdate: () => ({ title: `Update ${counter++}`, text: 'All is **well**.' }),
  editUpdate: () => ({ title: `Update ${counter++}`, text: 'All is well.' }),
  uploadFile: () => Buffer.from('Bring cups.'),
  leaveInitiative: () => ({ on: '2026-05-01' }),
  offerSpace: ({ organisationId }) => ({
    hostId: organisationId,
    name: `Room ${counter++}`,
    kind: 'digital',
    url: 'https://meet.example',
  }),
  editSpace: () => ({ name: `Room ${counter++}`, kind: 'physical', address: 'Market 1' }),
  withdrawSpace: () => ({ on: '2027-01-01', reason: 'For the test' }),
  requestBooking: ({ organisationId }) => booking(organisationId),
  holdBooking: ({ organisationId }) => booking(organisationId),
  attendBooking: () => ({ attendance: 12 }),
  declineBooking: () => ({ reason: 'For the test' }),
  cancelBooking: () => ({ reason: 'For the test' }),
  releaseBooking: () => ({ reason: 'For the test' }),
  signUp: () => ({
    email: `new${counter++}@somewhere.example`,
    displayName: 'New',
    password: 'a long sentence of my own',
  }),
  confirmSignUp: () => ({ token: 'x'.repeat(43) }),
  askPasswordReset: () => ({ email: 'nobody@nowhere.example' }),
  resetPassword: () => ({ token: 'x'.repeat(43), password: 'a long sentence of my own' }),
  changePassword: () => ({ currentPassword: 'not this one', newPassword: 'a long sentence of my own' }),
  foundCommunity: () => ({
    name: 'Newtown',
    slug: `newtown-${counter++}`,
    country: 'DK',
    timezone: 'Europe/Copenhagen',
    currency: 'EUR',
  }),
  invitePerson: () => ({ email: `guest${counter++}@somewhere.example`, displayName: 'Guest', role: 'member' }),
  readInvitation: () => ({ token: 'x'.repeat(43) }),
  acceptInvitation: () => ({ token: 'x'.repeat(43) }),
  acceptInvitationAsNew: () => ({ token: 'x'.repeat(43), displayName: 'New', password: 'a long sentence of my own' }),
  setNoticeSettings: () => ({ mails: 'each' }),
  writeMessage: ({ organisationId, initiativeId }) => ({
    toOrganisationId: organisationId,
    objectKind: 'initiative',
    objectId: initiativeId,
    text: 'May we come along?',
  }),
  runStressTest: ({ organisationId }) => ({ leaving: { organisationIds: [organisationId] }, horizonMonths: 6 }),
  giveRole: () => ({ role: 'viewer' }),
  suspendPerson: () => ({ reason: 'For the test' }),
  appointRepresentative: ({ organisationId }) => ({ organisationId, capacity: 'partner' }),
  endRepresentation: ({ organisationId }) => ({ organisationId, on: '2026-05-01' }),
  offerPledge: ({ organisationId, initiativeId }) => ({ organisationId, initiativeId, ...cash }),
  editPledge: () => cash,
  planPledge: () => ({ regular: { count: 2, firstDueOn: '2026-06-30', every: 'month' } }),
  recordReceipt: () => ({ receivedOn: '2026-05-01', amountMinor: 100 }),
  correctReceipt: () => ({ receivedOn: '2026-05-01', amountMinor: 100, reason: 'For the test' }),
  strikeReceipt: () => ({ reason: 'For the test' }),
  addCost: ({ initiativeId }) => ({
    initiativeId,
    dueOn: '2026-07-01',
    amountMinor: 900,
    currency: 'EUR',
    label: 'Paint',
  }),
  editCost: ({ initiativeId }) => ({
    initiativeId,
    dueOn: '2026-07-01',
    amountMinor: 900,
    currency: 'EUR',
    label: 'Paint',
  }),
  countReserve: () => ({ on: '2026-05-01', amountMinor: 100, currency: 'EUR' }),
  setThresholds: () => ({ values: {}, reason: 'For the test' }),
  acknowledgeFlag: () => ({}),
  mitigateFlag: ({ initiativeId }) => ({ note: 'For the test', initiativeId }),
  acceptFlag: () => ({ until: '2027-01-01', reason: 'For the test' }),
  dismissFlag: () => ({ reason: 'For the test' }),
  startImport: () => Buffer.from('not a zip'),
}
const cash = { kind: 'cash', route: 'partner-co-funding', amountMinor: 1000, currency: 'EUR' }
const queries: Record<string, string> = { searchCommunity: '?q=repair', uploadFile: '?name=cups.txt' }
const step = () => ({ on: '2026-05-01', reason: 'For the test' })

let counter = 1

/** A quarter of an hour of its own for each request. */
function booking(organisationId: string) {
  const startsAt = Date.parse('2026-06-02T06:00:00Z') + counter++ * 900_000
  const [start, end] = [startsAt, startsAt + 900_000].map((at) => new Date(at).toISOString())
  return { organisationId, startsAt: start, endsAt: end }
}

/** A request of the right shape for any route. A new route with a body needs a line above, or it is taken for a dated step. */
export function requestFor(
  spec: RouteSpec,
  things: Things,
): { url: string; body: unknown; headers: Record<string, string> } {
  const query = queries[spec.operation] ?? ''
  const url =
    spec.url.replaceAll(/:(\w+)/g, (_, name: string) => {
      if (name === 'month') return '2026-05'
      if (name === 'flag' || name === 'sign') return firstOf(spec, name)
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

/** The first value of a closed list in the address. */
function firstOf(spec: RouteSpec, name: string): string {
  const { properties = {} } = spec.params as unknown as { properties?: Record<string, { enum?: readonly string[] }> }
  return properties[name]?.enum?.[0] ?? ''
}
