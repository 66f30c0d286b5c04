import type { Reason } from '../reason.ts'

/** 0 none, 1 watch, 2 warning, 3 critical. */
export type Sublevel = 0 | 1 | 2 | 3

/** What every sub-level says beside its own values: the level, why there is none, and how many facts it rests on. */
export interface SublevelBase {
  readonly level: Sublevel | null
  readonly n: number
  readonly reason?: Reason
}

/** The highest level whose line the value has reached, given a test for each line in the order watch, warning, critical. */
export function highestReached(lines: readonly number[], isReached: (line: number) => boolean): Sublevel {
  for (let level = lines.length; level > 0; level -= 1) {
    if (isReached(lines[level - 1] as number)) return level as Sublevel
  }
  return 0
}
