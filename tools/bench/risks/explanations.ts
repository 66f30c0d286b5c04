import { explain } from '../../../packages/domain/src/risks/explain/explain.ts'
import type { FlagCode } from '../../../packages/domain/src/risks/explain/flag-code.ts'
import { fundingOf, stagnationOf } from '../../../packages/domain/src/risks/explain/one-month.ts'
import type { History } from '../../../packages/domain/src/risks/history.ts'
import { parameters } from '../../../packages/domain/src/risks/parameters.ts'
import { addMonths, type Month } from '../../../packages/domain/src/values/month.ts'
import type { Verdict } from '../api/main.ts'
import { generateNetwork, LAST_READING } from './generate-network.ts'
import { leastMs } from './least-ms.ts'

const SEED = 20_261_126
const MONTHS_OF_SILENCE = 9
const TRIES = 7

/** An explanation leaves out up to 48 facts and tries up to a hundred events; so many plain readings of the month it may cost. */
const asked: readonly {
  readonly flag: FlagCode
  readonly read: typeof readStagnation
  readonly mostReadings: number
}[] = [
  { flag: 'network-stagnation', read: readStagnation, mostReadings: 30 },
  { flag: 'funding-dependency', read: readFunding, mostReadings: 60 },
]

/** What explaining a flag costs, as a multiple of one plain reading of its month made in turn with it. */
export function explanations(partners: number): Verdict[] {
  const history = generateNetwork(partners, SEED)
  const months = [
    { when: 'in a busy month', month: LAST_READING },
    { when: `after ${MONTHS_OF_SILENCE} months of silence`, month: addMonths(LAST_READING, MONTHS_OF_SILENCE) },
  ]
  return asked.flatMap(({ flag, read, mostReadings }) =>
    months.map(({ when, month }) => {
      const [explained, reading] = inTurn(
        () => explain(history, flag, month),
        () => read(history, month),
      )
      const ratio = explained / reading
      return {
        text: `${partners} partners: explaining ${flag} ${when} costs ${ratio.toFixed(1)} readings of the month (${explained.toFixed(0)} ms of the processor), at most ${mostReadings}`,
        isMet: ratio <= mostReadings,
      }
    }),
  )
}

function readStagnation(history: History, month: Month): unknown {
  return stagnationOf(history, month, parameters)
}

function readFunding(history: History, month: Month): unknown {
  return fundingOf(history, month, parameters)
}

function inTurn(...work: readonly (() => unknown)[]): [number, number] {
  const least = work.map(() => Infinity)
  for (let tried = 0; tried < TRIES; tried += 1)
    for (const [index, one] of work.entries()) least[index] = Math.min(least[index] as number, leastMs(1, one))
  return least as [number, number]
}
