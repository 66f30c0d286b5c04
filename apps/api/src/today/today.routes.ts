import * as contract from '@commonweal/contracts/today'
import { verdict } from '@commonweal/domain/access/permissions'
import { callList } from '@commonweal/domain/partners/call-list'
import { evaluate } from '@commonweal/domain/risks/timeline'
import type { Scope } from '../database/scope.ts'
import { found } from '../http/problem-error.ts'
import { serve, type House } from '../http/serve.ts'
import { loadHistory } from '../risks/history.store.ts'
import { MOST, readWaiting } from './today.store.ts'

export function todayRoutes(house: House): void {
  serve(house, contract.readToday, async ({ scope }) => ({
    ...(await readWaiting(scope)),
    ...(await readHealth(scope)),
  }))
}

/** The two flags as of the present month, and for organisers the partners to call. */
async function readHealth({
  client,
  communityId,
  today,
  role,
}: Scope): Promise<Pick<contract.Today, 'month' | 'flags' | 'silent'>> {
  const { history } = found(await loadHistory(client, communityId))
  const month = today.slice(0, 7)
  const { stagnation, funding } = evaluate(history, month)
  const shown = ({ level, heldLevel, onset }: Pick<typeof stagnation, 'level' | 'heldLevel' | 'onset'>) => ({
    level,
    heldLevel,
    isRaised: heldLevel !== 'none',
    onset,
  })
  // Who brings partners in keeps up with them.
  const silent = verdict(role, 'partners:add') === 'always' ? shortened(callList(history, today)) : null
  return { month, flags: { stagnation: shown(stagnation), funding: shown(funding) }, silent }
}

function shortened<Item>(items: readonly Item[]): { items: Item[]; more: number } {
  return { items: items.slice(0, MOST), more: Math.max(items.length - MOST, 0) }
}
