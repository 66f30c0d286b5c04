import { historySeenBy, type WithheldSource } from '@commonweal/domain/risks/history-seen-by'
import type { Scope } from '../database/scope.ts'
import { found } from '../http/problem-error.ts'
import { loadHistory, loadHistoryAsKnown, type LoadedHistory } from './history.store.ts'

export interface HistoryFor extends LoadedHistory {
  /** What the caller may not read, so that no answer rests on it. */
  readonly withheld: readonly WithheldSource[]
  /** Facts of which it is only supposed when they became known; null where the present was asked for. */
  readonly assumedFacts: number | null
}

/**
 * The history as the caller may see it, now or as known on a day: the one that all readings of the risks rest on, and the same that is
 * sent to the browser.
 */
export async function historyFor(scope: Scope, knownOn?: string): Promise<HistoryFor> {
  const { client, communityId, role } = scope
  const past = knownOn === undefined ? null : found(await loadHistoryAsKnown(client, communityId, knownOn))
  const loaded = past ?? found(await loadHistory(client, communityId))
  return { ...loaded, ...historySeenBy(role, loaded.history), assumedFacts: past?.assumedFacts ?? null }
}
