import { type FlagLevel, flagLevels } from './flag-level.ts'
import { type HandlingState, isLoud } from './handling.ts'

/** What is told of a flag with an assessment. */
export const tidingKinds = ['raised', 'lowered', 'cleared', 'waiting'] as const
export type TidingKind = (typeof tidingKinds)[number]

export interface Tiding<Flag extends string = string> {
  readonly flag: Flag
  readonly kind: TidingKind
  readonly level: FlagLevel
}

/**
 * What is worth telling of a flag: that it rose, fell or cleared against the month before, or that it is up and nobody has answered it.
 * Null where there is nothing to tell, and for a raised flag that is looked after. `before` null: nothing was said before.
 */
export function tidingOf<Flag extends string>(
  flag: Flag,
  before: FlagLevel | null,
  level: FlagLevel,
  state: HandlingState,
): Tiding<Flag> | null {
  const change = changeOfLevel(before, level)
  if (change !== null) return { flag, kind: change, level }
  return isLoud(state) ? { flag, kind: 'waiting', level } : null
}

/** How a level moved against the month before; null where it did not. `before` null: nothing was said before. */
export function changeOfLevel(before: FlagLevel | null, level: FlagLevel): 'raised' | 'lowered' | 'cleared' | null {
  const change = rank(level) - rank(before ?? 'none')
  if (change > 0) return 'raised'
  if (change < 0) return level === 'none' ? 'cleared' : 'lowered'
  return null
}

/** The tidings as the one line a notice keeps: `flag:kind:level`, a space between. */
export function writeTidings(tidings: readonly Tiding[]): string {
  return tidings.map(({ flag, kind, level }) => `${flag}:${kind}:${level}`).join(' ')
}

/** The tidings of such a line; what does not read as one is left out. */
export function readTidings<Flag extends string>(line: string, flags: readonly Flag[]): Tiding<Flag>[] {
  return line.split(' ').flatMap((part) => {
    const [name, said, held] = part.split(':')
    const flag = flags.find((one) => one === name)
    const kind = tidingKinds.find((one) => one === said)
    const level = flagLevels.find((one) => one === held)
    return flag && kind && level ? [{ flag, kind, level }] : []
  })
}

function rank(level: FlagLevel): number {
  return flagLevels.indexOf(level)
}
