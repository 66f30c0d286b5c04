import type {
  MessageObject,
  Notice,
  NoticeKind,
  NoticeListQuery,
  NoticeObject,
  NoticeSettings,
} from '@commonweal/contracts/notices'
import { and, eq, isNull } from 'drizzle-orm'
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
import { people } from '../people/people.table.ts'
import { notices } from './notices.table.ts'

/** What people are told, and whom it concerns: those who act for the organisations now. */
export interface Tidings {
  readonly kind: NoticeKind
  readonly toOrganisationIds: readonly string[]
  readonly objectKind: NoticeObject
  readonly objectId: string
  readonly title: string
  readonly outcome?: string | null
  readonly body?: string | null
}

/**
 * Lays a notice before everyone who acts for one of the organisations and can sign in, but for the one who did it.
 * Call it in the transaction of the change; mails follow after its commit. Returns how many people it reaches.
 */
export async function tell(
  { client, communityId, personId, onBehalfOf, now, today }: Scope,
  tidings: Tidings,
): Promise<number> {
  const { rowCount } = await client.query(
    `insert into notices (community_id, id, person_id, kind, at, from_person_id, from_organisation_id, object_kind, object_id, title, outcome, body, mailed_at)
      select p.community_id, gen_random_uuid(), p.id, $3::text, $4::timestamptz, $5::uuid, $6::uuid, $7::text, $8::uuid, $9::text, $10::text, $11::text,
        case when p.mails = 'off' then $4::timestamptz end
      from people p where p.community_id = $1 and p.account_id is not null and p.suspended_at is null and p.id <> $5
        and exists (select 1 from representations r where r.community_id = $1 and r.person_id = p.id and r.organisation_id = any($2::uuid[])
          and (r.from_on is null or r.from_on <= $12::date) and (r.to_on is null or r.to_on > $12::date))`,
    [
      communityId,
      tidings.toOrganisationIds,
      tidings.kind,
      now,
      personId,
      onBehalfOf?.organisationId ?? null,
      tidings.objectKind,
      tidings.objectId,
      tidings.title,
      tidings.outcome ?? null,
      tidings.body ?? null,
      today,
    ],
  )
  return rowCount ?? 0
}

/** What those who look after the community are told by nobody in particular. */
export type TidingsOfCommunity = Omit<Tidings, 'toOrganisationIds' | 'body'>

/** Lays a notice before every coordinator and steward who can sign in. Call it in the transaction of what it tells of. */
export async function tellOrganisers(
  { client, communityId, now, today }: Pick<Scope, 'client' | 'communityId' | 'now' | 'today'>,
  { kind, objectKind, objectId, title, outcome = null }: TidingsOfCommunity,
): Promise<number> {
  const { rowCount } = await client.query(
    `insert into notices (community_id, id, person_id, kind, at, object_kind, object_id, title, outcome, mailed_at)
      select p.community_id, gen_random_uuid(), p.id, $2::text, $3::timestamptz, $4::text, $5::uuid, $6::text, $7::text,
        case when p.mails = 'off' then $3::timestamptz end
      from people p where p.community_id = $1 and p.account_id is not null and p.suspended_at is null
        and exists (select 1 from roles r where r.community_id = $1 and r.person_id = p.id and r.role in ('coordinator', 'steward')
          and (r.from_on is null or r.from_on <= $8::date) and (r.to_on is null or r.to_on > $8::date))`,
    [communityId, kind, now, objectKind, objectId, title, outcome, today],
  )
  return rowCount ?? 0
}

const orders = { at: { by: 'n.at', type: 'timestamptz' } } as const satisfies Orders

export function listNotices({ client, communityId, personId }: Scope, query: NoticeListQuery): Promise<PageOf<Notice>> {
  let conditions = where(noConditions(), 'n.person_id = ?', personId)
  conditions = where(conditions, '(n.read_at is not null) = ?', query.isRead)
  conditions = where(
    conditions,
    '(n.title ilike ? or n.body ilike ? or p.display_name ilike ? or o.name ilike ?)',
    containing(query.q),
  )
  return keysetPage<Notice>(client, {
    select: `n.id, n.kind, n.at, n.read_at is not null as "isRead", p.display_name as "from", o.name as "fromOrganisation",
      n.object_kind as "objectKind", n.object_id as "objectId", n.title, n.outcome, n.body as text`,
    from: `notices n ${lateralOne('left join', 'people', 'p', 'one.community_id = n.community_id and one.id = n.from_person_id')}
      ${lateralOne('left join', 'organisations', 'o', 'one.community_id = n.community_id and one.id = n.from_organisation_id')}`,
    alias: 'n',
    communityId,
    conditions,
    order: orderOf(orders, query.sort ?? '-at'),
    limit: query.limit ?? 50,
    cursor: query.cursor,
  })
}

/** Marks one of my notices as seen; false where it is not mine. */
export async function markNoticeRead({ db, communityId, personId, now }: Scope, id: string): Promise<boolean> {
  const mine = and(eq(notices.communityId, communityId), eq(notices.personId, personId), eq(notices.id, id))
  await db
    .update(notices)
    .set({ readAt: now })
    .where(and(mine, isNull(notices.readAt)))
  const rows = await db.select({ id: notices.id }).from(notices).where(mine)
  return rows.length === 1
}

export async function readNoticeSettings({ db, communityId, personId }: Scope): Promise<NoticeSettings | null> {
  const rows = await db
    .select({ mails: people.mails })
    .from(people)
    .where(and(eq(people.communityId, communityId), eq(people.id, personId)))
  return rows[0] ?? null
}

export async function setNoticeSettings(
  { db, communityId, personId, now }: Scope,
  { mails }: NoticeSettings,
): Promise<void> {
  await db
    .update(people)
    .set({ mails, recordedAt: now, isRecordedAssumed: false })
    .where(and(eq(people.communityId, communityId), eq(people.id, personId)))
}

/** Whether the thing a message is about is of this community. */
export async function isThingHere(
  { client, communityId }: Scope,
  kind: MessageObject,
  id: string,
): Promise<string | null> {
  const titles: Record<MessageObject, string> = {
    partner: 'select name as title from organisations',
    initiative: 'select title from initiatives',
    space: 'select name as title from spaces',
    booking:
      'select (select name from spaces s where s.community_id = b.community_id and s.id = b.space_id) as title from bookings b',
    pledge:
      'select (select name from organisations o where o.community_id = g.community_id and o.id = g.organisation_id) as title from pledges g',
  }
  const rows = await prepared<{ title: string }>(client, `${titles[kind]} where community_id = $1 and id = $2`, [
    communityId,
    id,
  ])
  return rows[0]?.title ?? null
}
