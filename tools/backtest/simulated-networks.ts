import { levelSignals, type DetectorResult, resultsOf } from './detector.ts'
import { type Tally, tallyOfFalls } from './metrics.ts'
import { engineReadings, networkSeries } from './network-series.ts'
import { type Random } from './random.ts'
import { simpleRules } from './regional-networks.ts'
import type { Signals } from './signals.ts'
import { type Cell, DROP_AT, drawNetwork, READ_FROM, readings } from './simulation.ts'

/** Networks drawn in each cell. */
export const RUNS = 60
export const RATES = [0.25, 0.5, 1, 2]
const POOLS = [10, 40]
const SEASONS = [false, true]

export interface CellResult {
  readonly cell: Omit<Cell, 'hasDrop'>
  /** Networks that go on as they began: every alarm is false. */
  readonly steady: readonly DetectorResult[]
  /** Networks that fall to 0.15 of their rate: months until the alarm is on. */
  readonly dropped: ReadonlyMap<string, { readonly found: number; readonly delays: readonly number[] }>
}

/** All cells of the simulation; every network follows from the seed and its place. */
export function simulate(seed: number, random: Random): CellResult[] {
  const cells = RATES.flatMap((rate) =>
    POOLS.flatMap((pool) => SEASONS.map((isSeasonal) => ({ rate, pool, isSeasonal }))),
  )
  return cells.map((cell, place) => {
    const seedOf = (run: number, hasDrop: boolean) => seed + ((place * RUNS + run) * 2 + (hasDrop ? 1 : 0)) * 7919
    const runs = Array.from({ length: RUNS }, (_, run) => run)
    const steady = runs.map((run) => {
      const signals = detectorsOf({ ...cell, hasDrop: false }, seedOf(run, false))
      return new Map<string, Tally>(signals.map(([name, one]) => [name, tallyOfFalls(one, [], READ_FROM)]))
    })
    const dropped = runs.map((run) => new Map(detectorsOf({ ...cell, hasDrop: true }, seedOf(run, true))))
    const names = [...(dropped[0]?.keys() ?? [])]
    return {
      cell,
      steady: resultsOf(steady, random),
      dropped: new Map(names.map((name) => [name, delaysOf(dropped.map((run) => run.get(name) ?? []))])),
    }
  })
}

/** The first signal sees months 0 to 0, so the one at position DROP_AT − 1 is the last that knows nothing of the drop. */
function delaysOf(runs: readonly Signals[]): { found: number; delays: number[] } {
  const delays = runs.flatMap((signals) => {
    const first = signals.findIndex(({ isOn }, position) => position >= DROP_AT && isOn)
    return first === -1 ? [] : [first - DROP_AT + 1]
  })
  return { found: delays.length, delays }
}

function detectorsOf(cell: Cell, seed: number): [string, Signals][] {
  const history = drawNetwork(cell, seed)
  const stagnation = engineReadings(history, readings).map((reading) => reading.stagnation)
  return [
    ['engine, warning', levelSignals(stagnation, 'warning')],
    ['engine, watch', levelSignals(stagnation, 'watch')],
    ['engine, critical', levelSignals(stagnation, 'critical')],
    ...simpleRules(networkSeries(history, readings)),
  ]
}
