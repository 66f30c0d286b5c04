import type { ThresholdDraft, ThresholdVersion } from '@commonweal/contracts/thresholds'
import { type ThresholdFault, thresholdFaults } from '@commonweal/domain/risks/thresholds'
import { v7 as uuidv7 } from 'uuid'
import { recordActivity } from '../activity/activity.store.ts'
import { inTransaction, type Scope } from '../database/scope.ts'
import { ProblemError } from '../http/problem-error.ts'
import { insertThresholds } from './thresholds.store.ts'

const details: Record<ThresholdFault, string> = {
  'out-of-range': 'outside of what is possible',
  'too-fine': 'has more decimals than are compared',
  'out-of-order': 'a worse level has to lie beyond the milder one',
  'leave-above-enter': 'a level is left at or below where it is entered',
}

/** Sets lines from a month on: this one or a later one, so that what was said of a month stays. */
export async function setThresholds(scope: Scope, draft: ThresholdDraft): Promise<ThresholdVersion> {
  const faults = thresholdFaults(draft.values)
  if (faults.length > 0) {
    throw new ProblemError(
      'request-not-valid',
      {},
      faults.map(({ pointer, code }) => ({ pointer: `/values${pointer}`, code, detail: details[code] })),
    )
  }
  const month = scope.today.slice(0, 7)
  const from = draft.from ?? month
  if (from < month) throw new ProblemError('thresholds-in-past', { from, month })
  return inTransaction(scope, async (scope) => {
    const id = uuidv7()
    const reason = draft.reason.trim()
    const version = await insertThresholds(scope, { id, from, values: draft.values, reason })
    await recordActivity(scope, {
      verb: 'setThresholds',
      objectKind: 'thresholds',
      objectId: id,
      facts: { from, reason, values: draft.values },
    })
    return version
  })
}
