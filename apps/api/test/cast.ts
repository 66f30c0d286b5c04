import { roles, type Role } from '@commonweal/domain/access/permissions'
import { v7 as uuidv7 } from 'uuid'
import { accounts, roles as roleTable, sessions } from '../src/access/access.table.ts'
import { communities } from '../src/communities/communities.table.ts'
import { issueAccessToken } from '../src/http/identity.ts'
import { memberships, organisations } from '../src/partners/partners.table.ts'
import { people, representations } from '../src/people/people.table.ts'
import type { TestApp } from './test-app.ts'

export interface Player {
  readonly accountId: string
  readonly personId: string
  readonly token: string
  readonly email: string
}

export interface Place {
  readonly communityId: string
  readonly organisations: { readonly library: string; readonly school: string; readonly council: string }
  /** steward without an organisation; coordinator and member act for the school, librarian for the library; viewer for nobody. */
  readonly steward: Player
  readonly coordinator: Player
  readonly member: Player
  readonly viewer: Player
  readonly librarian: Player
}

export interface Cast {
  readonly here: Place
  readonly elsewhere: Place
  /** Has an account and a session, and no community. */
  readonly stranger: Player
}

/** Two communities with the same kinds of people, and someone who belongs to neither. */
export async function castOf(test: TestApp): Promise<Cast> {
  return {
    here: await place(test, 'lindenmark'),
    elsewhere: await place(test, 'otherwhere'),
    stranger: await player(test, 'stranger@somewhere.example', null, null),
  }
}

async function place(test: TestApp, slug: string): Promise<Place> {
  const { house, clock } = test
  const communityId = uuidv7()
  await house.db.insert(communities).values({
    id: communityId,
    slug,
    name: slug[0]?.toUpperCase() + slug.slice(1),
    country: 'DK',
    timezone: 'Europe/Copenhagen',
    currency: 'EUR',
    source: slug,
    createdAt: clock.now,
    recordedAt: clock.now,
  })
  const ids = { library: uuidv7(), school: uuidv7(), council: uuidv7() }
  const known = { communityId, recordedAt: clock.now }
  await house.db.insert(organisations).values([
    { ...known, id: ids.library, name: 'Town Library', sector: 'culture', legalStatus: 'public' },
    { ...known, id: ids.school, name: 'Hill School', sector: 'education', legalStatus: 'public' },
    { ...known, id: ids.council, name: 'Town Council', sector: 'local-government', legalStatus: 'public' },
  ])
  await house.db.insert(memberships).values([
    { ...known, id: uuidv7(), organisationId: ids.library, state: 'active', fromOn: '2024-01-01' },
    { ...known, id: uuidv7(), organisationId: ids.school, state: 'active', fromOn: '2024-01-01' },
  ])
  const cast = {} as Record<Role, Player>
  for (const role of roles) {
    const actsFor = role === 'coordinator' || role === 'member' ? ids.school : null
    cast[role] = await player(test, `${role}@${slug}.example`, { communityId, role }, actsFor)
  }
  const librarian = await player(test, `librarian@${slug}.example`, { communityId, role: 'member' }, ids.library)
  return { communityId, organisations: ids, librarian, ...cast }
}

async function player(
  { house, clock }: TestApp,
  email: string,
  seat: { communityId: string; role: Role } | null,
  organisationId: string | null,
): Promise<Player> {
  const accountId = uuidv7()
  const sessionId = uuidv7()
  const personId = uuidv7()
  await house.db.insert(accounts).values({ id: accountId, email, displayName: email, createdAt: clock.now })
  await house.db.insert(sessions).values({
    id: sessionId,
    accountId,
    tokenHash: 'none',
    rotatedAt: clock.now,
    startedAt: clock.now,
    expiresAt: new Date('2100-01-01'),
  })
  if (seat) {
    const known = { communityId: seat.communityId, recordedAt: clock.now }
    await house.db.insert(people).values({ ...known, id: personId, displayName: email, email, accountId })
    await house.db.insert(roleTable).values({ ...known, id: uuidv7(), personId, role: seat.role, fromOn: '2024-01-01' })
    if (organisationId) {
      await house.db
        .insert(representations)
        .values({ ...known, id: uuidv7(), personId, organisationId, capacity: 'partner', fromOn: '2024-01-01' })
    }
  }
  return { accountId, personId, email, token: issueAccessToken(house.app, { accountId, sessionId }) }
}
