import type { Invitation, InvitationListQuery } from '@commonweal/contracts/invitations'
import type { Role } from '@commonweal/domain/access/permissions'
import type { Capacity } from '@commonweal/domain/people/person'
import { and, eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { roles } from '../access/access.table.ts'
import { activity } from '../activity/activity.table.ts'
import {
  containing,
  keysetPage,
  noConditions,
  orderOf,
  prepared,
  where,
  type Orders,
  type PageOf,
} from '../database/keyset.ts'
import type { PublicScope, Scope } from '../database/scope.ts'
import { people, representations } from '../people/people.table.ts'
import { invitations } from './invitations.table.ts'

/** $2: the present instant. */
const state = `case when v.state = 'open' and v.expires_at <= $2 then 'expired' else v.state end`
const columns = `v.id, v.email, v.display_name as "displayName", v.role, v.organisation_id as "organisationId",
  (select o.name from organisations o where o.community_id = v.community_id and o.id = v.organisation_id) as organisation, v.capacity,
  ${state} as state,
  (select p.display_name from people p where p.community_id = v.community_id and p.id = v.invited_by) as "invitedBy",
  v.sent_at as "sentAt", v.expires_at as "expiresAt"`

const orders = {
  sent: { by: 'v.sent_at', type: 'timestamptz' },
  name: { by: 'lower(v.display_name)', type: 'text' },
} as const satisfies Orders

export function listInvitations(
  { client, communityId, now }: Scope,
  query: InvitationListQuery,
): Promise<PageOf<Invitation>> {
  const conditions = where(noConditions(), '(v.display_name ilike ? or v.email ilike ?)', containing(query.q))
  return keysetPage<Invitation>(client, {
    select: columns,
    from: 'invitations v',
    alias: 'v',
    communityId,
    parameters: [now],
    conditions: where(conditions, `${state} = ?`, query.state),
    order: orderOf(orders, query.sort ?? '-sent'),
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

export async function readInvitation({ client, communityId, now }: Scope, id: string): Promise<Invitation | null> {
  const rows = await prepared<Invitation>(
    client,
    `select ${columns} from invitations v where v.community_id = $1 and v.id = $3`,
    [communityId, now, id],
  )
  return rows[0] ?? null
}

export interface InvitationValues {
  email: string
  displayName: string
  role: Role
  organisationId: string | null
  capacity: Capacity | null
  tokenHash: string
  expiresAt: Date
}

export async function insertInvitation(scope: Scope, id: string, values: InvitationValues): Promise<void> {
  const { db, communityId, personId, now } = scope
  await db.insert(invitations).values({ ...values, communityId, id, state: 'open', invitedBy: personId, sentAt: now })
}

/** Gives an open invitation a new link; the old one no longer works. False where it is not open. */
export async function renewInvitation(
  { db, communityId, now }: Scope,
  id: string,
  tokenHash: string,
  expiresAt: Date,
): Promise<boolean> {
  const changed = await db
    .update(invitations)
    .set({ tokenHash, expiresAt, sentAt: now })
    .where(and(eq(invitations.communityId, communityId), eq(invitations.id, id), eq(invitations.state, 'open')))
    .returning({ id: invitations.id })
  return changed.length === 1
}

export async function setInvitationState(
  { db }: PublicScope,
  communityId: string,
  id: string,
  state: 'accepted' | 'revoked',
): Promise<boolean> {
  const changed = await db
    .update(invitations)
    .set({ state, tokenHash: null })
    .where(and(eq(invitations.communityId, communityId), eq(invitations.id, id), eq(invitations.state, 'open')))
    .returning({ id: invitations.id })
  return changed.length === 1
}

export interface HeldInvitation {
  readonly communityId: string
  readonly id: string
  readonly slug: string
  readonly community: string
  readonly email: string
  readonly displayName: string
  readonly role: Role
  readonly organisationId: string | null
  readonly organisation: string | null
  readonly capacity: Capacity | null
  readonly today: string
}

/** The open invitation a link stands for; null where it was used, taken back, or ran out. */
export async function findHeldInvitation(
  { client, now }: PublicScope,
  tokenHash: string,
): Promise<HeldInvitation | null> {
  const rows = await prepared<HeldInvitation>(
    client,
    `select v.community_id as "communityId", v.id, c.slug, c.name as community, v.email, v.display_name as "displayName", v.role,
        v.organisation_id as "organisationId", o.name as organisation, v.capacity,
        ($2::timestamptz at time zone c.timezone)::date as today
      from invitations v join communities c on c.id = v.community_id
      left join organisations o on o.community_id = v.community_id and o.id = v.organisation_id
      where v.token_hash = $1 and v.state = 'open' and v.expires_at > $2`,
    [tokenHash, now],
  )
  return rows[0] ?? null
}

/** Whether somebody of this address already holds a role in the community. */
export async function isHere({ client }: PublicScope, communityId: string, email: string): Promise<boolean> {
  const rows = await prepared(
    client,
    `select 1 from people p join accounts a on a.id = p.account_id
      join roles r on r.community_id = p.community_id and r.person_id = p.id and r.to_on is null
      where p.community_id = $1 and lower(a.email) = lower($2) limit 1`,
    [communityId, email],
  )
  return rows.length > 0
}

/** Seats an account in the community: the person (met before under this address, or new), the role, the organisation acted for. */
export async function seatPerson(
  { db, client, now }: PublicScope,
  accountId: string,
  invitation: HeldInvitation,
): Promise<string> {
  const { communityId, email, role, organisationId, capacity, today } = invitation
  const known = await prepared<{ id: string }>(
    client,
    `select id from people where community_id = $1 and (account_id = $2 or (account_id is null and lower(email) = lower($3)))
      order by account_id nulls last, id limit 1 for update`,
    [communityId, accountId, email],
  )
  const personId = known[0]?.id ?? uuidv7()
  if (known[0]) {
    await db
      .update(people)
      .set({ accountId, email, recordedAt: now, isRecordedAssumed: false })
      .where(and(eq(people.communityId, communityId), eq(people.id, personId)))
  } else {
    await db
      .insert(people)
      .values({ communityId, id: personId, displayName: invitation.displayName, email, accountId, recordedAt: now })
  }
  await db.insert(roles).values({ communityId, id: uuidv7(), personId, role, fromOn: today, recordedAt: now })
  if (organisationId) {
    await db.insert(representations).values({
      communityId,
      id: uuidv7(),
      personId,
      organisationId,
      capacity: capacity ?? 'partner',
      fromOn: today,
      recordedAt: now,
    })
  }
  await db.insert(activity).values({
    communityId,
    id: uuidv7(),
    at: now,
    personId,
    organisationId,
    capacity: organisationId ? (capacity ?? 'partner') : null,
    verb: 'acceptInvitation',
    objectKind: 'person',
    objectId: personId,
    facts: { role },
  })
  return personId
}
