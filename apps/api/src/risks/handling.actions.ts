import type { FlagStanding, HandledFlag, HandlingRow } from '@commonweal/contracts/handling'
import { episodesOf } from '@commonweal/domain/risks/episodes'
import { handlingInForce } from '@commonweal/domain/risks/handling'
import { parameters } from '@commonweal/domain/risks/parameters'
import type { FlagReading } from '@commonweal/domain/risks/flag-reading'
import { evaluateInForce, timelineInForce } from '@commonweal/domain/risks/timeline-in-force'
import { v7 as uuidv7 } from 'uuid'
import { recordActivity } from '../activity/activity.store.ts'
import { inTransaction, type Scope } from '../database/scope.ts'
import { ProblemError, found } from '../http/problem-error.ts'
import { firstMonth } from './first-month.ts'
import { insertHandling, listHandlings, type NewHandling } from './handling.store.ts'
import { loadHistory } from './history.store.ts'

const MOST_SHOWN = 100

/** A flag now, its episodes, and what was done about it. */
export async function readFlagStanding(scope: Scope, flag: HandledFlag): Promise<FlagStanding> {
  const { client, communityId, today } = scope
  const { history, thresholds } = found(await loadHistory(client, communityId))
  const { items } = await listHandlings(scope, { flag, limit: MOST_SHOWN })
  const month = today.slice(0, 7)
  const first = firstMonth(history) ?? month
  const { months } = timelineInForce(history, first < month ? first : month, month, thresholds)
  const now = found(months.at(-1))[flag]
  const inForce = handlingInForce(now, items.toReversed(), today)
  return {
    flag,
    month,
    level: now.level,
    heldLevel: now.heldLevel,
    state: inForce.state,
    reopenedBecause: inForce.reopenedBecause,
    episodes: episodesOf(
      months.map((one) => ({ month: one.month, flag: one[flag] })),
      parameters.flags.reopenWithinMonths,
    ).map(({ reopenedIn, ...episode }) => ({ ...episode, reopenedIn: [...reopenedIn] })),
    handlings: items,
  }
}

const verbs = {
  acknowledge: 'acknowledgeFlag',
  mitigate: 'mitigateFlag',
  accept: 'acceptFlag',
  dismiss: 'dismissFlag',
} as const

type Answer = Pick<NewHandling, 'kind'> & Partial<Pick<NewHandling, 'note' | 'untilOn' | 'reviewOn' | 'initiativeId'>>

/** Keeps what somebody does about a flag that is up. The level stays what the facts make it. */
export async function handleFlag(scope: Scope, flag: HandledFlag, answer: Answer): Promise<HandlingRow> {
  const { today } = scope
  for (const day of [answer.untilOn, answer.reviewOn])
    if (day && day < today) throw new ProblemError('day-not-ahead', { day, today })
  return inTransaction(scope, async (scope) => {
    const { history, thresholds } = found(await loadHistory(scope.client, scope.communityId))
    const month = today.slice(0, 7)
    const { heldLevel }: FlagReading = evaluateInForce(history, month, thresholds)[flag]
    if (heldLevel === 'none') throw new ProblemError('flag-not-raised', { flag })
    const id = uuidv7()
    const row = await insertHandling(scope, {
      id,
      flag,
      kind: answer.kind,
      month,
      level: heldLevel,
      note: answer.note?.trim() ?? null,
      untilOn: answer.untilOn ?? null,
      reviewOn: answer.reviewOn ?? null,
      initiativeId: answer.initiativeId ?? null,
    })
    await recordActivity(scope, {
      verb: verbs[answer.kind],
      objectKind: 'flag',
      objectId: id,
      facts: { flag, level: heldLevel, ...(row.note ? { reason: row.note } : {}) },
    })
    return row
  })
}
