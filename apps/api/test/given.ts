import { v7 as uuidv7 } from 'uuid'
import { bookings } from '../src/bookings/bookings.table.ts'
import { costs, reserves } from '../src/finances/finances.table.ts'
import { coordinations, initiatives, participations } from '../src/initiatives/initiatives.table.ts'
import { imports } from '../src/imports/imports.table.ts'
import { invitations } from '../src/invitations/invitations.table.ts'
import { mandates } from '../src/mandates/mandates.table.ts'
import { milestones } from '../src/milestones/milestones.table.ts'
import type { FileStore } from '../src/files/file-store.ts'
import { files } from '../src/files/files.table.ts'
import { updates } from '../src/updates/updates.table.ts'
import { people } from '../src/people/people.table.ts'
import { instalments, pledges, receipts } from '../src/pledges/pledges.table.ts'
import { spaces } from '../src/spaces/spaces.table.ts'
import type { Place } from './cast.ts'
import type { TestApp } from './test-app.ts'

/** Ids that a request of any route may need; the names are those of the route parameters. */
export interface Things {
  readonly communityId: string
  /** The organisation a body names. */
  readonly organisationId: string
  readonly partnerId: string
  readonly initiativeId: string
  readonly participationId: string
  readonly coordinationId: string
  readonly milestoneId: string
  readonly updateId: string
  readonly fileId: string
  readonly mandateId: string
  readonly spaceId: string
  readonly bookingId: string
  readonly pledgeId: string
  readonly receiptId: string
  readonly costId: string
  readonly reserveId: string
  readonly importId: string
  readonly invitationId: string
  readonly personId: string
  readonly sessionId: string
  readonly noticeId: string
}

/** One of everything in a place: an initiative led by the library, a space it hosts, a booking, a pledge with its parts. */
export async function thingsOf(test: TestApp, place: Place): Promise<Things> {
  const { clock } = test
  const { db } = test.house
  const known = { communityId: place.communityId, recordedAt: clock.now }
  const { library, council } = place.organisations
  const things: Things = {
    communityId: place.communityId,
    organisationId: library,
    partnerId: library,
    initiativeId: uuidv7(),
    participationId: uuidv7(),
    coordinationId: uuidv7(),
    milestoneId: uuidv7(),
    updateId: uuidv7(),
    fileId: uuidv7(),
    mandateId: uuidv7(),
    spaceId: uuidv7(),
    bookingId: uuidv7(),
    pledgeId: uuidv7(),
    receiptId: uuidv7(),
    costId: uuidv7(),
    reserveId: uuidv7(),
    importId: uuidv7(),
    invitationId: uuidv7(),
    personId: uuidv7(),
    sessionId: uuidv7(),
    noticeId: uuidv7(),
  }
  const { initiativeId, spaceId, pledgeId } = things
  await db.insert(initiatives).values({
    ...known,
    id: initiativeId,
    title: 'Repair café',
    kind: 'joint',
    state: 'active',
    startedOn: '2025-01-10',
    plannedEndOn: '2026-12-31',
  })
  await db.insert(participations).values({
    ...known,
    id: things.participationId,
    initiativeId,
    organisationId: library,
    role: 'lead',
    fromOn: '2025-01-10',
  })
  await db.insert(spaces).values({
    ...known,
    id: spaceId,
    name: 'Reading room',
    kind: 'physical',
    hostId: library,
    timezone: 'Europe/Copenhagen',
    capacity: 20,
  })
  await db.insert(bookings).values({
    ...known,
    id: things.bookingId,
    spaceId,
    organisationId: library,
    initiativeId,
    startsAt: new Date('2026-06-01T16:00:00Z'),
    endsAt: new Date('2026-06-01T18:00:00Z'),
    status: 'confirmed',
  })
  await db.insert(pledges).values({
    ...known,
    id: pledgeId,
    organisationId: council,
    initiativeId,
    kind: 'cash',
    route: 'local-budget',
    amountMinor: 120_000,
    currency: 'EUR',
    fromOn: '2026-01-01',
    toOn: '2026-12-31',
    status: 'confirmed',
  })
  await db.insert(instalments).values({ ...known, id: uuidv7(), pledgeId, dueOn: '2026-02-01', amountMinor: 60_000 })
  await db
    .insert(receipts)
    .values({ ...known, id: things.receiptId, pledgeId, receivedOn: '2026-02-03', amountMinor: 60_000 })
  await db.insert(costs).values({
    ...known,
    id: things.costId,
    initiativeId,
    dueOn: '2026-03-01',
    amountMinor: 5_000,
    currency: 'EUR',
    label: 'Tools',
  })
  await db
    .insert(reserves)
    .values({ ...known, id: things.reserveId, countedOn: '2026-01-01', amountMinor: 90_000, currency: 'EUR' })
  await db.insert(imports).values({
    communityId: place.communityId,
    id: things.importId,
    status: 'done',
    phase: 'finished',
    isDryRun: true,
    startedAt: clock.now,
    beatAt: clock.now,
    finishedAt: clock.now,
  })
  await db.insert(people).values({ ...known, id: things.personId, displayName: 'Someone met' })
  await db.insert(coordinations).values({
    ...known,
    id: things.coordinationId,
    initiativeId,
    personId: place.steward.personId,
    fromOn: '2025-01-10',
  })
  await db.insert(mandates).values({
    ...known,
    id: things.mandateId,
    organisationId: council,
    endsOn: '2027-03-14',
    label: 'Council election',
  })
  await db
    .insert(milestones)
    .values({ ...known, id: things.milestoneId, initiativeId, title: 'A hundred toasters', dueOn: '2026-09-01' })
  await db.insert(invitations).values({
    communityId: place.communityId,
    id: things.invitationId,
    email: 'new@somewhere.example',
    displayName: 'New',
    role: 'member',
    state: 'open',
    sentAt: clock.now,
    expiresAt: new Date(clock.now.getTime() + 86_400_000),
  })
  await updateIn(test, things)
  return things
}

/** The update of these things with its file, where it is not there or was taken back. */
export async function updateIn({ house, clock }: TestApp, things: Things): Promise<void> {
  const { communityId, initiativeId, updateId, fileId } = things
  const known = { communityId, recordedAt: clock.now }
  const said = { title: 'Open again', text: 'With *cake*.', postedAt: clock.now }
  await house.db
    .insert(updates)
    .values({ ...known, ...said, id: updateId, initiativeId })
    .onConflictDoNothing()
  const content = {
    name: 'plan.txt',
    mediaType: 'text/plain',
    sizeBytes: 4,
    sha256: await keptText(house.files, communityId, 'plan'),
  }
  await house.db
    .insert(files)
    .values({ ...known, ...content, id: fileId, updateId, position: 0 })
    .onConflictDoNothing()
}

async function keptText(store: FileStore, communityId: string, text: string): Promise<string> {
  const staged = await store.stage(
    (async function* () {
      yield Buffer.from(text)
    })(),
    100,
  )
  await store.keep(communityId, staged)
  return staged.sha256
}

/** A physical space of the library, open at all times, with the rules a test is about. */
export async function openSpace(
  { house, clock }: TestApp,
  place: Place,
  rules: Partial<typeof spaces.$inferInsert> = {},
): Promise<string> {
  const id = uuidv7()
  const { communityId, organisations } = place
  await house.db.insert(spaces).values({
    name: 'Hall',
    kind: 'physical',
    address: 'Market 1',
    hostId: organisations.library,
    timezone: 'Europe/Copenhagen',
    needsApproval: false,
    ...rules,
    communityId,
    id,
    recordedAt: clock.now,
  })
  return id
}
