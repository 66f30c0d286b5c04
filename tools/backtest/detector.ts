import { flagLevels, type FlagLevel } from '../../packages/domain/src/risks/flag-level.ts'
import { bootstrapInterval, figuresOf, type Figures, type Tally } from './metrics.ts'
import type { Random } from './random.ts'
import type { Signals } from './signals.ts'

/** What several networks say about one detector. */
export interface DetectorResult {
  readonly detector: string
  readonly figures: Figures
  readonly intervals: {
    readonly precision: readonly [number, number] | null
    readonly recall: readonly [number, number] | null
    readonly f1: readonly [number, number] | null
    readonly changesPerYear: readonly [number, number] | null
  }
}

/** The alarm of a flag: on while it holds the level or a higher one, also through months without a reading. */
export function levelSignals(
  readings: readonly { readonly heldLevel: FlagLevel; readonly score: number | null }[],
  least: FlagLevel,
): Signals {
  return readings.map(({ heldLevel, score }) => ({
    isOn: flagLevels.indexOf(heldLevel) >= flagLevels.indexOf(least),
    isRead: score !== null,
  }))
}

/** The alarm a flag would be without its slow steps: on in each month whose reading alone calls for the level. */
export function calledSignals(readings: readonly { calledLevel: FlagLevel | null }[], least: FlagLevel): Signals {
  return readings.map(({ calledLevel }) => ({
    isOn: calledLevel !== null && flagLevels.indexOf(calledLevel) >= flagLevels.indexOf(least),
    isRead: calledLevel !== null,
  }))
}

/** Adds up the tallies of each detector over the networks; intervals by drawing networks again. */
export function resultsOf(networks: readonly ReadonlyMap<string, Tally>[], random: Random): DetectorResult[] {
  const detectors = [...new Set(networks.flatMap((network) => [...network.keys()]))]
  return detectors.map((detector) => {
    const tallies = networks.flatMap((network) => network.get(detector) ?? [])
    const interval = (figure: (figures: Figures) => number | null) => bootstrapInterval(tallies, figure, random)
    return {
      detector,
      figures: figuresOf(tallies),
      intervals: {
        precision: interval(({ precision }) => precision),
        recall: interval(({ recall }) => recall),
        f1: interval(({ f1 }) => f1),
        changesPerYear: interval(({ changesPerYear }) => changesPerYear),
      },
    }
  })
}
