import type { StagnationParameters } from '../parameters.ts'
import type { StagnationFamilies } from '../stagnation/stagnation-reader.ts'
import { progress } from './strain.ts'

type Strains = {
  readonly [Name in keyof StagnationFamilies]: (
    reading: StagnationFamilies[Name],
    lines: StagnationParameters,
  ) => number | null
}

/**
 * How far each family has come towards its lines, 0..4: one for each line reached, parts of it before, a little more beyond. Grows with what raises the
 * points, so that facts of equal effect on the points can be told apart; never shown as a figure. Source: docs/adr/0090.
 */
export const stagnationStrain: Strains = {
  renewal: ({ pBelow75pct, pBelow50pct }, { renewal }) =>
    pBelow75pct === null || pBelow50pct === null
      ? null
      : progress(pBelow75pct / renewal.onePoint.probability) + progress(pBelow50pct / renewal.twoPoints.probability),
  gap: ({ p, days }, { gap }) => {
    if (p === null || days === null) return null
    const towards = (line: { readonly probabilityBelow: number; readonly days: number }) =>
      progress(Math.min(days / line.days, Math.log(p) / Math.log(line.probabilityBelow)))
    return towards(gap.onePoint) + towards(gap.twoPoints)
  },
  novelty: ({ relative, newPartnerRate, isSaturated }, { novelty }) => {
    if (isSaturated === true) return newPartnerRate === null ? null : 1 - newPartnerRate
    if (relative === null) return null
    const towards = (line: number) => progress((1 - relative) / (1 - line))
    return towards(novelty.onePointRelative) + towards(novelty.twoPointsRelative)
  },
  participation: ({ now, median24m }, { participation }) => {
    if (now === null || median24m === null || median24m === 0) return null
    const towards = (line: number) => progress((1 - now / median24m) / (1 - line))
    return towards(participation.onePointShare) + towards(participation.twoPointsShare)
  },
  pipeline: ({ stillRunning, running, medianShare24m, p }, { pipeline }) => {
    if (stillRunning === null || running === null || medianShare24m === null || p === null) return null
    if (running === 0 || medianShare24m === 0) return null
    const ratio = stillRunning / running / medianShare24m
    const towards = (line: { readonly divisor: number; readonly probability: number }) =>
      progress(Math.min((1 - ratio) / (1 - 1 / line.divisor), Math.log(p) / Math.log(line.probability)))
    return towards(pipeline.onePoint) + towards(pipeline.twoPoints)
  },
}
