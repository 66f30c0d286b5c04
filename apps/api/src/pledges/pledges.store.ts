import type { Pledge, PledgeListQuery, PledgeRow } from '@commonweal/contracts/pledges'
import type { InitiativeState } from '@commonweal/domain/initiatives/initiative'
import type { PledgeStatus } from '@commonweal/domain/pledges/pledge'
import type { PledgeTerms } from '@commonweal/domain/pledges/pledge-offer'
import { and, eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import {
  containing,
  keysetPage,
  lateralOne,
  noConditions,
  prepared,
  where,
  type Order,
  type PageOf,
} from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'
import { pledges, pledgeSteps } from './pledges.table.ts'
import { isReceiptsKnown, standing, standingColumns, standingJoins } from './standing-sql.ts'

const orders = {
  from: { by: `coalesce(g.from_on, '-infinity'::date)`, type: 'date' },
  amount: { by: 'coalesce(g.amount_minor, -1)', type: 'bigint' },
} as const satisfies Record<string, Pick<Order, 'by' | 'type'>>

const columns = `g.id, g.organisation_id as "organisationId", o.name as organisation, g.initiative_id as "initiativeId",
  i.title as initiative, g.kind, g.route, g.amount_minor as "amountMinor", g.currency, g.quantity::float8 as quantity, g.unit,
  g.from_on as "from", g.to_on as "to", g.status, ${standingColumns}`

const from = `pledges g
  ${lateralOne('join', 'organisations', 'o', 'one.community_id = g.community_id and one.id = g.organisation_id')}
  ${lateralOne('left join', 'initiatives', 'i', 'one.community_id = g.community_id and one.id = g.initiative_id')}
  ${standingJoins}`

export function listPledges({ client, communityId, today }: Scope, query: PledgeListQuery): Promise<PageOf<PledgeRow>> {
  const sort = query.sort ?? '-from'
  const key = sort.replace('-', '') as keyof typeof orders
  let conditions = where(noConditions(), '(o.name ilike ? or i.title ilike ?)', containing(query.q))
  conditions = where(conditions, 'g.kind = ?', query.kind)
  conditions = where(conditions, 'g.route = ?', query.route)
  conditions = where(conditions, 'g.status = ?', query.status)
  conditions = where(conditions, `(${standing}) = ?`, query.standing)
  conditions = where(conditions, 'g.organisation_id = ?', query.organisationId)
  conditions = where(conditions, 'g.initiative_id = ?', query.initiativeId)
  return keysetPage<PledgeRow>(client, {
    select: columns,
    from,
    alias: 'g',
    communityId,
    parameters: [today],
    conditions,
    order: { ...orders[key], isDescending: sort.startsWith('-') },
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

/** A pledge as the database has it: the standing of single instalments is for the rule to say. */
export type KeptPledge = Omit<Pledge, 'instalments'> & {
  readonly instalments: readonly { id: string; dueOn: string; amountMinor: number | null; quantity: number | null }[]
}

const statement = `
  select ${columns}, g.relation, g.confirmed_on as "confirmedOn", g.revision, ${isReceiptsKnown} as "isReceiptsKnown",
    coalesce((select json_agg(json_build_object('id', t.id, 'dueOn', t.due_on, 'amountMinor', t.amount_minor, 'quantity', t.quantity)
        order by t.due_on, t.id) from instalments t where t.community_id = g.community_id and t.pledge_id = g.id), '[]') as instalments,
    coalesce((select json_agg(json_build_object('id', r.id, 'receivedOn', r.received_on, 'amountMinor', r.amount_minor, 'quantity', r.quantity)
        order by r.received_on, r.id) from receipts r where r.community_id = g.community_id and r.pledge_id = g.id), '[]') as receipts,
    coalesce((select json_agg(json_build_object('status', s.status, 'on', s.stepped_on, 'reason', s.reason) order by s.position)
      from pledge_steps s where s.community_id = g.community_id and s.pledge_id = g.id), '[]') as steps
  from ${from} where g.community_id = $1 and g.id = $3`

/** One pledge with all that its page shows, in one round trip. */
export async function findPledge({ client, communityId, today }: Scope, id: string): Promise<KeptPledge | null> {
  const rows = await prepared<KeptPledge>(client, statement, [communityId, today, id])
  return rows[0] ?? null
}

export interface LockedPledge {
  readonly organisationId: string
  readonly initiativeId: string | null
  readonly status: PledgeStatus
  readonly amountMinor: number | null
  readonly quantity: number | null
  readonly revision: number
}

/** Locks the pledge, so that its steps, its plan and its receipts follow one another. */
export async function lockPledge({ db, communityId }: Scope, id: string): Promise<LockedPledge | null> {
  const rows = await db
    .select({
      organisationId: pledges.organisationId,
      initiativeId: pledges.initiativeId,
      status: pledges.status,
      amountMinor: pledges.amountMinor,
      quantity: pledges.quantity,
      revision: pledges.revision,
    })
    .from(pledges)
    .where(and(eq(pledges.communityId, communityId), eq(pledges.id, id)))
    .for('update')
  return rows[0] ?? null
}

/** Organisations that lead an initiative today: they answer and receive for it. */
export async function leadersOf({ client, communityId, today }: Scope, initiativeId: string): Promise<string[]> {
  const rows = await prepared<{ id: string }>(
    client,
    `select distinct n.organisation_id as id from participations n where n.community_id = $1 and n.initiative_id = $2
      and n.role in ('lead', 'co-lead') and (n.to_on is null or n.to_on > $3::date)`,
    [communityId, initiativeId, today],
  )
  return rows.map((row) => row.id)
}

/** The state of an initiative a pledge is offered to, held until the offer is written; null where it is not known here. */
export async function initiativeForPledge(
  { client, communityId }: Scope,
  id: string,
): Promise<{ state: InitiativeState } | null> {
  const rows = await prepared<{ state: InitiativeState }>(
    client,
    'select state from initiatives where community_id = $1 and id = $2 for share',
    [communityId, id],
  )
  return rows[0] ?? null
}

type TermValues = Omit<PledgeTerms, 'from' | 'to'> & { readonly fromOn: string | null; readonly toOn: string | null }

function valuesOf({ from, to, ...terms }: PledgeTerms): TermValues {
  return { ...terms, fromOn: from, toOn: to }
}

export async function insertPledge(
  { db, communityId, now }: Scope,
  id: string,
  pledge: PledgeTerms & {
    readonly organisationId: string
    readonly initiativeId: string | null
    readonly status: PledgeStatus
  },
): Promise<void> {
  const { organisationId, initiativeId, status, ...terms } = pledge
  await db
    .insert(pledges)
    .values({ ...valuesOf(terms), organisationId, initiativeId, status, communityId, id, recordedAt: now })
}

/** Writes a change of a locked pledge and counts its revision. */
export async function updatePledge(
  { db, communityId, now }: Scope,
  id: string,
  change: { readonly terms?: PledgeTerms; readonly status?: PledgeStatus; readonly confirmedOn?: string },
): Promise<void> {
  const { terms, ...rest } = change
  await db
    .update(pledges)
    .set({
      ...(terms ? valuesOf(terms) : {}),
      ...rest,
      recordedAt: now,
      isRecordedAssumed: false,
      revision: sql`${pledges.revision} + 1`,
    })
    .where(and(eq(pledges.communityId, communityId), eq(pledges.id, id)))
}

export async function appendPledgeStep(
  { db, communityId, now }: Scope,
  pledgeId: string,
  step: { readonly status: PledgeStatus; readonly steppedOn: string; readonly reason: string | null },
): Promise<void> {
  await db.insert(pledgeSteps).values({
    ...step,
    communityId,
    id: uuidv7(),
    pledgeId,
    position: sql`coalesce((select max(position) + 1 from pledge_steps where community_id = ${communityId} and pledge_id = ${pledgeId}), 1)`,
    recordedAt: now,
  })
}

/** The day of the last dated step, or of the confirmation where the pledge came in without its steps; null where neither is known. */
export async function lastPledgeStepOn({ client, communityId }: Scope, pledgeId: string): Promise<string | null> {
  const rows = await prepared<{ on: string | null }>(
    client,
    `select coalesce((select s.stepped_on from pledge_steps s where s.community_id = g.community_id and s.pledge_id = g.id
      order by s.position desc limit 1), g.confirmed_on) as "on" from pledges g where g.community_id = $1 and g.id = $2`,
    [communityId, pledgeId],
  )
  return rows[0]?.on ?? null
}
