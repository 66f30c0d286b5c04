import { factCount } from '@commonweal/domain/risks/history-seen-by'
import { availableParallelism } from 'node:os'
import { Tinypool } from 'tinypool'
import { ProblemError } from '../http/problem-error.ts'
import read, { type ReadingName, type Readings, type ReadingTask } from './readings.ts'

/** Up to so many facts a history is read at once: the answer is there sooner than another thread would have it. docs/adr/0123 */
const MOST_FACTS_AT_ONCE = 6_000
const IDLE_MS = 60_000
/** Each that waits holds its history in memory. */
const MOST_WAITING = 64

/** Reads a history: a small one at once, a large one in a thread beside, so that nobody else waits for it. */
export type ReadBeside = <Name extends ReadingName>(
  name: Name,
  ...given: Parameters<Readings[Name]>
) => Promise<ReturnType<Readings[Name]>>

export interface Beside {
  readonly read: ReadBeside
  readonly close: () => Promise<void>
}

/**
 * The threads begin with the first large history, and end when nothing was asked for a minute. Where many wait already one is refused:
 * ProblemError `too-many-requests`.
 */
export function beside(mostFactsAtOnce = MOST_FACTS_AT_ONCE, mostWaiting = MOST_WAITING): Beside {
  let threads: Tinypool | null = null
  return {
    async read<Name extends ReadingName>(name: Name, ...given: Parameters<Readings[Name]>) {
      const task: ReadingTask<Name> = { name, given }
      if (factCount(given[0]) <= mostFactsAtOnce) return read(task)
      threads ??= new Tinypool({
        filename: new URL('readings.ts', import.meta.url).href,
        minThreads: 0,
        maxThreads: Math.max(1, availableParallelism() - 1),
        idleTimeout: IDLE_MS,
      })
      if (threads.queueSize >= mostWaiting) throw new ProblemError('too-many-requests')
      return (await threads.run(task)) as ReturnType<Readings[Name]>
    },
    close: async () => threads?.destroy(),
  }
}
