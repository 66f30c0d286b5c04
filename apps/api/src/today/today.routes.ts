import type { HandledFlag } from '@commonweal/contracts/handling'
import * as contract from '@commonweal/contracts/today'
import { verdict } from '@commonweal/domain/access/permissions'
import { callList } from '@commonweal/domain/partners/call-list'
import type { FlagLevel } from '@commonweal/domain/risks/flag-level'
import { handlingInForce } from '@commonweal/domain/risks/handling'
import { tidingOf } from '@commonweal/domain/risks/tidings'
import { timelineInForce } from '@commonweal/domain/risks/timeline-in-force'
import { addMonths } from '@commonweal/domain/values/month'
import type { Scope } from '../database/scope.ts'
import { found } from '../http/problem-error.ts'
import { serve, type House } from '../http/serve.ts'
import { readKeptMonth } from '../risks/assessments.store.ts'
import { listLastHandlings } from '../risks/handling.store.ts'
import { loadHistory } from '../risks/history.store.ts'
import { MOST, readWaiting } from './today.store.ts'

export function todayRoutes(house: House): void {
  serve(house, contract.readToday, async ({ scope }) => ({
    ...(await readWaiting(scope)),
    ...(await readHealth(scope)),
  }))
}

/** The two flags now, against what was said last month and what people answered; for organisers the partners to call. */
async function readHealth({
  client,
  communityId,
  today,
  role,
}: Scope): Promise<Pick<contract.Today, 'month' | 'flags' | 'silent'>> {
  const month = today.slice(0, 7)
  const last = addMonths(month, -1)
  const [loaded, said, answers] = await Promise.all([
    loadHistory(client, communityId),
    readKeptMonth(client, communityId, last),
    listLastHandlings(client, communityId),
  ])
  const { history, thresholds } = found(loaded)
  const [before, now] = timelineInForce(history, last, month, thresholds).months
  if (!before || !now) throw new Error('two months were asked for')
  const shown = (flag: HandledFlag) => {
    const { level, heldLevel, onset } = now[flag]
    const rows = answers.filter((one) => one.flag === flag)
    const { state, last: answer } = handlingInForce(now[flag], rows, today)
    const kept = said.at(-1)?.reading[flag] as { readonly heldLevel: FlagLevel } | undefined
    const tiding = tidingOf(flag, (kept ?? before[flag]).heldLevel, heldLevel, state)
    return {
      level,
      heldLevel,
      isRaised: heldLevel !== 'none',
      onset,
      state,
      tiding: tiding?.kind ?? null,
      untilOn: answer?.untilOn ?? null,
      reviewOn: answer?.reviewOn ?? null,
    }
  }
  // Who brings partners in keeps up with them.
  const silent = verdict(role, 'partners:add') === 'always' ? shortened(callList(history, today)) : null
  return { month, flags: { stagnation: shown('stagnation'), funding: shown('funding') }, silent }
}

function shortened<Item>(items: readonly Item[]): { items: Item[]; more: number } {
  return { items: items.slice(0, MOST), more: Math.max(items.length - MOST, 0) }
}
