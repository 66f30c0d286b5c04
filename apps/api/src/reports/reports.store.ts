import { endStates, type EndState } from '@commonweal/domain/initiatives/initiative'
import type { HandlingKind } from '@commonweal/domain/risks/handling'
import { prepared } from '../database/keyset.ts'
import type { Scope } from '../database/scope.ts'

export interface ToldInitiative {
  readonly id: string
  readonly title: string
  readonly state: string
  readonly lesson: string | null
}

/** Titles, ends and lessons of initiatives, by id. */
export async function readTold({ client, communityId }: Scope, ids: readonly string[]): Promise<ToldInitiative[]> {
  return prepared<ToldInitiative>(
    client,
    `select id, title, state, nullif(btrim(lesson), '') as lesson from initiatives where community_id = $1 and id = any($2::uuid[])`,
    [communityId, ids],
  )
}

export interface DueReview {
  readonly initiativeId: string
  readonly title: string
  readonly dueOn: string
}

/**
 * Initiatives begun before a day and not ended by then whose review, or planned end where none is set, lies before it; the longest due
 * first. Review days are those known today.
 */
export async function readReviewsDue({ client, communityId }: Scope, today: string): Promise<DueReview[]> {
  return prepared<DueReview>(
    client,
    `select id as "initiativeId", title, coalesce(review_on, planned_end_on)::text as "dueOn" from initiatives
      where community_id = $1 and started_on < $2::date and coalesce(review_on, planned_end_on) < $2::date
        and (ended_on is null or ended_on >= $2::date)
      order by coalesce(review_on, planned_end_on), id`,
    [communityId, today],
  )
}

export interface AnswerToFlag {
  readonly flag: 'stagnation' | 'funding'
  /** Month of the reading it answers. */
  readonly month: string
  readonly kind: HandlingKind
  readonly on: string
  readonly note: string | null
  readonly untilOn: string | null
  readonly reviewOn: string | null
  readonly initiative: string | null
}

/** What people did about the flags up to a month, the latest first. */
export async function readAnswers({ client, communityId }: Scope, month: string): Promise<AnswerToFlag[]> {
  return prepared<AnswerToFlag>(
    client,
    `select h.flag, h.month, h.kind, (h.at at time zone c.timezone)::date::text as on, h.note, h.until_on::text as "untilOn",
        h.review_on::text as "reviewOn", i.title as initiative
      from flag_handlings h join communities c on c.id = h.community_id
        left join initiatives i on i.community_id = h.community_id and i.id = h.initiative_id
      where h.community_id = $1 and h.month <= $2 order by h.at desc, h.id desc limit 100`,
    [communityId, month],
  )
}

export function endStateOf(state: string): EndState | null {
  return endStates.find((one) => one === state) ?? null
}
