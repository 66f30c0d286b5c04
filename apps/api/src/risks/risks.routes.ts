import * as contract from '@commonweal/contracts/risks'
import { factsBehind } from '@commonweal/domain/risks/facts-behind'
import { factCount, historySeenBy } from '@commonweal/domain/risks/history-seen-by'
import { timeline } from '@commonweal/domain/risks/timeline'
import { ProblemError, found } from '../http/problem-error.ts'
import { serve, type House } from '../http/serve.ts'
import { firstMonth } from './first-month.ts'
import { loadHistory, loadHistoryAsKnown } from './history.store.ts'
import { namesIn } from './names-in.ts'
import { runStressTest } from './stress-tests.ts'

const LONGEST_RANGE_MONTHS = 600

export function riskRoutes(house: House): void {
  serve(house, contract.readTimeline, async ({ scope, query }) => {
    const { knownOn } = query
    const past =
      knownOn === undefined ? null : found(await loadHistoryAsKnown(scope.client, scope.communityId, knownOn))
    const { slug, history } = past ?? found(await loadHistory(scope.client, scope.communityId))
    const to = query.to ?? (knownOn ?? scope.today).slice(0, 7)
    const first = query.from ?? firstMonth(history) ?? to
    // A community whose first fact lies in this month has no month to read yet.
    const isBeforeAll = query.from === undefined && first > to
    if (!isBeforeAll) refuseImpossible(first, to)
    const read = timeline(history, isBeforeAll ? to : first, to)
    const known = past && knownOn ? { known: { on: knownOn, assumedFacts: past.assumedFacts } } : {}
    return {
      community: slug,
      ...known,
      ...read,
      months: isBeforeAll ? [] : read.months,
    } as unknown as contract.Timeline
  })

  serve(house, contract.readFactsBehind, async ({ scope, params }) => {
    const { history } = found(await loadHistory(scope.client, scope.communityId))
    refuseImpossible(params.month, params.month)
    const facts = factsBehind(history, params.month)
    return { ...facts, names: namesIn(history, JSON.stringify(facts)) } as never
  })

  serve(house, contract.readHistory, async ({ scope }) => {
    const { slug, history } = found(await loadHistory(scope.client, scope.communityId))
    const facts = factCount(history)
    const most = contract.MOST_FACTS_SENT
    if (facts > most) throw new ProblemError('history-too-large', { facts, most })
    return { community: slug, today: scope.today, ...historySeenBy(scope.role, history) } as contract.RiskHistory
  })

  serve(house, contract.runStressTest, async ({ scope, body }) => {
    const { history } = found(await loadHistory(scope.client, scope.communityId))
    return runStressTest(historySeenBy(scope.role, history), body, scope.today) as never
  })
}

function refuseImpossible(from: string, to: string): void {
  const months = monthNumber(to) - monthNumber(from) + 1
  if (months < 1 || months > LONGEST_RANGE_MONTHS || from < '1900-01' || to > '2200-01') {
    throw new ProblemError('month-range-not-valid', { from, to, longest: LONGEST_RANGE_MONTHS })
  }
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
}
