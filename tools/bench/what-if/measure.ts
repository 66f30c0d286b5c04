import type { History } from '../../../packages/domain/src/risks/history.ts'
import { nobodyLeaves, nothingAdded } from '../../../packages/domain/src/risks/what-if/question.ts'
import { openWhatIf } from '../../../packages/domain/src/risks/what-if/stress-test.ts'
import { departuresToLookAt, lookAt, worstFirst } from '../../../packages/domain/src/risks/what-if/worst-departures.ts'
import { communityOf, PRESENT } from './community.ts'

/** Milliseconds. */
export interface Latency {
  readonly facts: number
  /** The past folded, once a month of departure. */
  readonly open: number
  /** Another departure over the whole horizon of 36 months: median and 95th percentile. */
  readonly ask: number
  readonly ask95: number
  /** One step of the horizon slider. */
  readonly slide: number
  readonly slide95: number
  /** The five departures that would hurt most. */
  readonly worst: number
}

/** Opens a history and asks it 40 departures and 80 horizons; the same code on the server's engine and in a browser. */
export function measure(history: History, month: string): Latency {
  const now = () => performance.now()
  const ahead = { goesOn: 'as-last-year', recordedUntil: month } as const
  for (let warm = 0; warm < 2; warm += 1) openWhatIf(history, month, ahead).ask(nobodyLeaves, nothingAdded, 36)
  const began = now()
  const whatIf = openWhatIf(history, month, ahead)
  const open = now() - began
  const organisations = history.organisations.slice(0, 40)
  const asked: number[] = []
  const slid: number[] = []
  for (const { id } of organisations) {
    const start = now()
    const over = whatIf.about({ ...nobodyLeaves, organisationIds: [id] }, nothingAdded, 36)
    over(18)
    asked.push(now() - start)
    for (const horizon of [6, 30]) {
      const slide = now()
      over(horizon)
      slid.push(now() - slide)
    }
  }
  const start = now()
  worstFirst(departuresToLookAt(whatIf).map((one) => lookAt(whatIf, one)))
  return {
    facts: Object.values(history).reduce<number>((sum, one) => sum + (Array.isArray(one) ? one.length : 0), 0),
    open,
    ask: quantile(asked, 0.5),
    ask95: quantile(asked, 0.95),
    slide: quantile(slid, 0.5),
    slide95: quantile(slid, 0.95),
    worst: now() - start,
  }
}

export function measureGenerated(partners: number, initiatives: number): Latency {
  return measure(communityOf(partners, initiatives), PRESENT)
}

function quantile(values: readonly number[], at: number): number {
  const ascending = values.toSorted((a, b) => a - b)
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * at))] ?? 0
}
