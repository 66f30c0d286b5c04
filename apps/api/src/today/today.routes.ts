import * as contract from '@commonweal/contracts/today'
import { evaluate } from '@commonweal/domain/risks/timeline'
import type { Scope } from '../database/scope.ts'
import { found } from '../http/problem-error.ts'
import { serve, type House } from '../http/serve.ts'
import { loadHistory } from '../risks/history.store.ts'
import { readWaiting } from './today.store.ts'

export function todayRoutes(house: House): void {
  serve(house, contract.readToday, async ({ scope }) => ({
    ...(await readWaiting(scope)),
    ...(await readFlags(scope)),
  }))
}

/** The two flags as of the present month. */
async function readFlags({ client, communityId, today }: Scope): Promise<Pick<contract.Today, 'month' | 'flags'>> {
  const { history } = found(await loadHistory(client, communityId))
  const month = today.slice(0, 7)
  const { stagnation, funding } = evaluate(history, month)
  const shown = ({ level, heldLevel, onset }: Pick<typeof stagnation, 'level' | 'heldLevel' | 'onset'>) => ({
    level,
    heldLevel,
    isRaised: heldLevel !== 'none',
    onset,
  })
  return { month, flags: { stagnation: shown(stagnation), funding: shown(funding) } }
}
