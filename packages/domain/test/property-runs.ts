import type { Parameters as Settings } from 'fast-check'

/** Runs of each property when nothing else is asked for: the unit layer stays quick. `pnpm bench properties` asks for 1,000. */
const EVERY_DAY = 100

const SEED = 20_261_126

const asked = Number(process.env['COMMONWEAL_PROPERTY_RUNS'] ?? EVERY_DAY)

/**
 * How often a property is tried, always from the same seed. A property that folds whole histories costs more and is tried a part as
 * often every day; asked for in numbers, all are tried as often. Who asks for fewer wants to know whether it fails, not how simply.
 */
export function runs(
  everyDay: number = EVERY_DAY,
): Settings<unknown> & { numRuns: number; seed: number; endOnFailure: boolean } {
  return { numRuns: asked === EVERY_DAY ? everyDay : asked, seed: SEED, endOnFailure: asked < EVERY_DAY }
}
