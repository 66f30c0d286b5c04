import { endStates, type EndState } from '@commonweal/domain/initiatives/initiative'
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

export function endStateOf(state: string): EndState | null {
  return endStates.find((one) => one === state) ?? null
}
