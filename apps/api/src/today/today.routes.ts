import type { HandledFlag } from '@commonweal/contracts/handling'
import * as contract from '@commonweal/contracts/today'
import { verdict } from '@commonweal/domain/access/permissions'
import { callList } from '@commonweal/domain/partners/call-list'
import type { FlagLevel } from '@commonweal/domain/risks/flag-level'
import { handlingInForce } from '@commonweal/domain/risks/handling'
import { withheldFromFlags } from '@commonweal/domain/risks/history-seen-by'
import { signsTold } from '@commonweal/domain/risks/secondary/signs-told'
import { tidingOf } from '@commonweal/domain/risks/tidings'
import { addMonths } from '@commonweal/domain/values/month'
import type { Scope } from '../database/scope.ts'
import { serve, type House } from '../http/serve.ts'
import { readKeptMonth } from '../risks/assessments.store.ts'
import { listLastHandlings } from '../risks/handling.store.ts'
import type { ReadBeside } from '../risks/read-beside.ts'
import { historyFor, wholeHistory } from '../risks/history-for.ts'
import { MOST, readWaiting } from './today.store.ts'

export function todayRoutes(house: House, read: ReadBeside): void {
  serve(house, contract.readToday, async ({ scope }) => ({
    ...(await readWaiting(scope)),
    ...(await readHealth(scope, read)),
  }))

  serve(house, contract.readSignsToday, async ({ scope }) => {
    const { history, thresholds } = await wholeHistory(scope)
    const month = scope.today.slice(0, 7)
    // Only levels are told of the signs, and these everybody may know.
    const told = signsTold(await read('secondaryInForce', history, addMonths(month, -1), month, thresholds))
    return { month, items: told.filter((one) => one.heldLevel !== 'none' || one.change !== null) }
  })
}

/** The two flags now, against what was said last month and what people answered; for organisers the partners to call. */
async function readHealth(scope: Scope, read: ReadBeside): Promise<Pick<contract.Today, 'month' | 'flags' | 'silent'>> {
  const { client, communityId, today, role } = scope
  const month = today.slice(0, 7)
  const last = addMonths(month, -1)
  const [{ history, thresholds, withheld }, said, answers] = await Promise.all([
    historyFor(scope),
    readKeptMonth(client, communityId, last),
    listLastHandlings(client, communityId),
  ])
  const [before, now] = (await read('timelineInForce', history, last, month, thresholds)).months
  if (!before || !now) throw new Error('two months were asked for')
  const shown = (flag: HandledFlag) => {
    const { level, heldLevel, onset } = now[flag]
    // What a partnership that closes falls silent by is no danger, so nobody is called.
    const isCalled = flag === 'funding' || !now.stagnation.isInformationOnly
    const rows = answers.filter((one) => one.flag === flag)
    const { state, last: answer } = handlingInForce(now[flag], rows, today)
    // What was said rested on all there was: whoever sees less is told against what they see.
    const isWhole = flag === 'stagnation' || withheldFromFlags(withheld).length === 0
    const kept = isWhole ? (said.at(-1)?.reading[flag] as { readonly heldLevel: FlagLevel } | undefined) : undefined
    const tiding = isCalled ? tidingOf(flag, (kept ?? before[flag]).heldLevel, heldLevel, state) : null
    return {
      level,
      heldLevel,
      isRaised: isCalled && heldLevel !== 'none',
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
