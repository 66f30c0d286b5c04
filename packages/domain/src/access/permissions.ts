/** Roles a person can hold in a community, from the least to the most responsible. */
export const roles = ['viewer', 'member', 'coordinator', 'steward'] as const
export type Role = (typeof roles)[number]

/**
 * Conditions a cell can carry. `always`: the role suffices. `ownOrganisation`: the person must act for an organisation
 * that the thing belongs to; the action loads the thing and settles it with `authorize`.
 */
export type Condition = 'always' | 'ownOrganisation'
type Row = Partial<Record<Role, Condition>>

const everyone: Row = { viewer: 'always', member: 'always', coordinator: 'always', steward: 'always' }
const organisers: Row = { coordinator: 'always', steward: 'always' }
const ownOrOrganisers: Row = { member: 'ownOrganisation', coordinator: 'always', steward: 'always' }
const ownOrStewards: Row = { member: 'ownOrganisation', coordinator: 'ownOrganisation', steward: 'always' }
const stewards: Row = { steward: 'always' }

/** The one table of who may what. Rows are verbs, columns are roles, a missing cell means no. */
export const permissions = {
  'communities:read': everyone,
  'communities:edit': stewards,
  'activity:read': everyone,
  'partners:read': everyone,
  'partners:add': organisers,
  'partners:edit': ownOrOrganisers,
  'partners:admit': stewards,
  'partners:step': { member: 'ownOrganisation', coordinator: 'ownOrganisation', steward: 'always' },
  'people:manage': stewards,
  'people:invite': stewards,
  'people:read': { member: 'always', coordinator: 'always', steward: 'always' },
  'initiatives:read': everyone,
  'initiatives:start': { member: 'ownOrganisation', coordinator: 'always', steward: 'always' },
  'initiatives:edit': ownOrOrganisers,
  'initiatives:step': ownOrOrganisers,
  'initiatives:take-part': ownOrOrganisers,
  'milestones:edit': ownOrOrganisers,
  'updates:post': ownOrOrganisers,
  'updates:edit': ownOrOrganisers,
  'spaces:read': everyone,
  'spaces:offer': ownOrStewards,
  'spaces:edit': ownOrStewards,
  'spaces:withdraw': ownOrStewards,
  'bookings:read': everyone,
  'bookings:request': ownOrStewards,
  'bookings:approve': ownOrStewards,
  'bookings:decline': ownOrStewards,
  'bookings:cancel': ownOrStewards,
  'bookings:attend': ownOrStewards,
  'bookings:release': ownOrStewards,
  'pledges:read': everyone,
  'pledges:offer': ownOrStewards,
  'pledges:edit': ownOrStewards,
  'pledges:answer': ownOrStewards,
  'pledges:withdraw': ownOrStewards,
  'pledges:receive': ownOrStewards,
  'finances:read': { member: 'always', coordinator: 'always', steward: 'always' },
  'finances:edit': organisers,
  'risks:read': everyone,
  'risks:read-persons': organisers,
  'mandates:edit': stewards,
  'risks:assess': organisers,
  'flags:handle': organisers,
  'thresholds:set': stewards,
  'notices:read': everyone,
  'messages:write': { member: 'always', coordinator: 'always', steward: 'always' },
  'imports:run': stewards,
  'exports:run': stewards,
} as const satisfies Record<string, Row>

export type Permission = keyof typeof permissions

/**
 * What the table says of a role: the condition to settle, or `denied`.
 * A condition other than `always` is not yet a yes: see `authorize` in the request scope.
 */
export function verdict(role: Role, permission: Permission): Condition | 'denied' {
  const row: Row = permissions[permission]
  return row[role] ?? 'denied'
}

/**
 * Whether a person may, given the organisations they act for and those the thing belongs to.
 * Shared by server (which judges) and browser (which hides what would be refused).
 */
export function may(
  actor: { readonly role: Role; readonly organisationIds: readonly string[] },
  permission: Permission,
  ownerIds: readonly string[],
): boolean {
  const condition = verdict(actor.role, permission)
  if (condition === 'always') return true
  return condition === 'ownOrganisation' && ownerIds.some((id) => actor.organisationIds.includes(id))
}
