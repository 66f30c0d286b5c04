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
  const loaded = await wholeHistory(scope, knownOn)
  return { ...loaded, ...historySeenBy(scope.role, loaded.history) }
}

/** The history whoever asks: for readings from which what not everybody may see is taken out by itself. */
export async function wholeHistory(
  { client, communityId }: Scope,
  knownOn?: string,
): Promise<Omit<HistoryFor, 'withheld'>> {
  if (knownOn !== undefined) return found(await loadHistoryAsKnown(client, communityId, knownOn))
  return { ...found(await loadHistory(client, communityId)), assumedFacts: null }
}
