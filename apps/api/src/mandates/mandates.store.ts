import type { Mandate, MandateListQuery } from '@commonweal/contracts/mandates'
import type { MandateValues } from '@commonweal/domain/mandates/mandate'
import type { LegalStatus } from '@commonweal/domain/partners/sectors'
import { and, eq, sql } from 'drizzle-orm'
import {
  containing,
  keysetPage,
  lateralOne,
  noConditions,
  orderOf,
  prepared,
  where,
  type Orders,
  type PageOf,
} from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'
import { mandates } from './mandates.table.ts'

const columns = `a.id, a.organisation_id as "organisationId", o.name as organisation, a.ends_on as "endsOn", a.label, a.revision`
const from = `mandates a ${lateralOne('join', 'organisations', 'o', 'one.community_id = a.community_id and one.id = a.organisation_id')}`

const orders = { ends: { by: 'a.ends_on', type: 'date' } } as const satisfies Orders

export function listMandates({ client, communityId }: Scope, query: MandateListQuery): Promise<PageOf<Mandate>> {
  let conditions = where(noConditions(), '(a.label ilike ? or o.name ilike ?)', containing(query.q))
  conditions = where(conditions, 'a.ends_on >= ?', query.from)
  conditions = where(conditions, 'a.ends_on <= ?', query.to)
  conditions = where(conditions, 'a.organisation_id = ?', query.organisationId)
  return keysetPage<Mandate>(client, {
    select: columns,
    from,
    alias: 'a',
    communityId,
    conditions,
    order: orderOf(orders, query.sort ?? 'ends'),
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

/** A mandate with the standing of its organisation, which decides whether it can have one. */
export async function readMandate(
  { client, communityId }: Scope,
  id: string,
): Promise<(Mandate & { readonly legalStatus: LegalStatus }) | null> {
  const rows = await prepared<Mandate & { readonly legalStatus: LegalStatus }>(
    client,
    `select ${columns}, o.legal_status as "legalStatus" from ${from} where a.community_id = $1 and a.id = $2`,
    [communityId, id],
  )
  return rows[0] ?? null
}

export async function insertMandate(
  { db, communityId, now }: Scope,
  id: string,
  values: MandateValues & { organisationId: string },
): Promise<void> {
  await db.insert(mandates).values({ ...values, communityId, id, recordedAt: now })
}

/** Writes the change if the row still has the revision named; false where somebody was quicker. */
export async function updateMandate(
  { db, communityId, now }: Scope,
  id: string,
  revision: number,
  values: MandateValues,
): Promise<boolean> {
  const changed = await db
    .update(mandates)
    .set({ ...values, recordedAt: now, isRecordedAssumed: false, revision: sql`${mandates.revision} + 1` })
    .where(and(eq(mandates.communityId, communityId), eq(mandates.id, id), eq(mandates.revision, revision)))
    .returning({ id: mandates.id })
  return changed.length === 1
}

export async function deleteMandate({ db, communityId }: Scope, id: string): Promise<void> {
  await db.delete(mandates).where(and(eq(mandates.communityId, communityId), eq(mandates.id, id)))
}
