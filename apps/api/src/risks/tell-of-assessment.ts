import { handledFlags } from '@commonweal/contracts/handling'
import { handlingInForce } from '@commonweal/domain/risks/handling'
import { secondaryInForce } from '@commonweal/domain/risks/secondary/secondary-in-force'
import { signsTold } from '@commonweal/domain/risks/secondary/signs-told'
import { type Tiding, tidingOf, writeTidings } from '@commonweal/domain/risks/tidings'
import { addMonths } from '@commonweal/domain/values/month'
import type pg from 'pg'
import { tellOrganisers } from '../notices/notices.store.ts'
import { listKeptMonths } from './assessments.store.ts'
import { listLastHandlings } from './handling.store.ts'
import type { LoadedHistory } from './history.store.ts'

interface Task {
  readonly client: pg.Pool | pg.PoolClient
  readonly communityId: string
  readonly now: Date
}

/**
 * Lays one notice before each person who looks after flags: what rose, fell or cleared against the month before, which flag is up without
 * an answer, and which of the other signs moved. Where there is nothing to tell nobody is told.
 */
export async function tellOfAssessment(
  { client, communityId, now }: Task,
  month: string,
  today: string,
  loaded: Pick<LoadedHistory, 'history' | 'thresholds'>,
): Promise<void> {
  const kept = await listKeptMonths(client, communityId)
  const present = kept.find((one) => one.month === month)
  if (!present) return
  const before = kept.find((one) => one.month === addMonths(month, -1)) ?? null
  const answers = await listLastHandlings(client, communityId)
  const tidings: Tiding[] = handledFlags.flatMap((flag) => {
    // The silence of a partnership that closes is no danger, so nobody is called.
    if (present[flag].isInformationOnly) return []
    const rows = answers.filter((one) => one.flag === flag)
    const { state } = handlingInForce(present[flag], rows, today)
    return tidingOf(flag, before?.[flag].heldLevel ?? null, present[flag].heldLevel, state) ?? []
  })
  const signs = secondaryInForce(loaded.history, addMonths(month, -1), month, loaded.thresholds)
  for (const { sign, heldLevel, change } of signsTold(signs))
    if (change !== null) tidings.push({ flag: sign, kind: change, level: heldLevel })
  if (tidings.length === 0) return
  await tellOrganisers(
    { client, communityId, now, today },
    {
      kind: 'flags-assessed',
      objectKind: 'vital-signs',
      objectId: communityId,
      title: month,
      outcome: writeTidings(tidings),
    },
  )
}
