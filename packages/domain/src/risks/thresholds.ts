import type { Month } from '../values/month.ts'
import { type FlagThresholds, type Parameters, parameters } from './parameters.ts'
import type { SecondaryFlagName } from './secondary/flag-names.ts'

/** Lines in the order watch, warning, critical, under their names. */
export interface Lines {
  readonly watch: number
  readonly warning: number
  readonly critical: number
}

/** What a community judges otherwise than the product does; what is not in it stays as it is. */
export interface ThresholdValues {
  /** Points of stagnation at which a level is entered and left. */
  readonly stagnation?: FlagThresholds
  /** Share of the largest funder. */
  readonly reliance?: Lines
  /** Effective number of funders. */
  readonly effectiveFunders?: Lines
  /** Income over that of the year before; it calls for no critical level. */
  readonly incomeFall?: Omit<Lines, 'critical'>
  readonly runwayMonths?: Lines
  readonly cliffMonths?: Lines
  /** Paid of what fell due. */
  readonly fulfilment?: Lines
  /** Income whose funders paid again. */
  readonly retention?: Lines
  /** Income from public bodies. */
  readonly publicShare?: Lines
  /** Income of a year, in minor units, above which shares are read at all. */
  readonly incomeFloorMinor?: number
  /** Secondary flags the community does not want to see. */
  readonly switchedOff?: readonly SecondaryFlagName[]
}

/** How a group of lines may be set: the worse level lies higher or lower, between these, whole or with three decimals. */
export interface LineRule {
  readonly worse: 'higher' | 'lower'
  readonly least: number
  readonly most: number
  readonly decimals: 0 | 3
}

const share: Omit<LineRule, 'worse'> = { least: 0.01, most: 1, decimals: 3 }

export const lineRules = {
  reliance: { ...share, worse: 'higher' },
  effectiveFunders: { worse: 'lower', least: 1, most: 50, decimals: 3 },
  incomeFall: { ...share, worse: 'lower' },
  runwayMonths: { worse: 'lower', least: 1, most: 36, decimals: 0 },
  cliffMonths: { worse: 'lower', least: 0, most: 24, decimals: 0 },
  fulfilment: { ...share, worse: 'lower' },
  retention: { ...share, worse: 'lower' },
  publicShare: { ...share, worse: 'higher' },
} as const satisfies Record<string, LineRule>

export type LineName = keyof typeof lineRules
export const lineNames = Object.keys(lineRules) as readonly LineName[]

/** Points of stagnation a line may be set to. */
export const pointsRange = { least: 1, most: 10 } as const
export const LARGEST_FLOOR_MINOR = 1_000_000_000_000

export type ThresholdFault = 'out-of-range' | 'too-fine' | 'out-of-order' | 'leave-above-enter'

/** A value that cannot stand, by its JSON pointer below the values. */
export interface PlacedFault {
  readonly pointer: string
  readonly code: ThresholdFault
}

/**
 * What is wrong with values that are to become thresholds; empty where nothing is. Every line lies in its range, as fine as the engine
 * compares exactly, each worse level strictly beyond the milder one, and no level is left above where it is entered.
 */
export function thresholdFaults(values: ThresholdValues): PlacedFault[] {
  const faults: PlacedFault[] = []
  const check = (pointer: string, value: number, { least, most, decimals }: Omit<LineRule, 'worse'>) => {
    if (value < least || value > most) faults.push({ pointer, code: 'out-of-range' })
    else if (!isAsFineAs(value, decimals)) faults.push({ pointer, code: 'too-fine' })
  }
  for (const name of lineNames) {
    const lines: Partial<Lines> | undefined = values[name]
    if (!lines) continue
    const entries = Object.entries(lines) as [keyof Lines, number][]
    for (const [level, value] of entries) check(`/${name}/${level}`, value, lineRules[name])
    faults.push(...orderFaults(name, lines, lineRules[name].worse))
  }
  if (values.stagnation) faults.push(...pointFaults(values.stagnation, check))
  if (values.incomeFloorMinor !== undefined)
    check('/incomeFloorMinor', values.incomeFloorMinor, { least: 0, most: LARGEST_FLOOR_MINOR, decimals: 0 })
  return faults
}

function orderFaults(name: string, lines: Partial<Lines>, worse: LineRule['worse']): PlacedFault[] {
  const { watch, warning, critical } = lines
  const isBeyond = (worseLine: number | undefined, milder: number | undefined) =>
    worseLine === undefined || milder === undefined || (worse === 'higher' ? worseLine > milder : worseLine < milder)
  return [
    ...(isBeyond(warning, watch) ? [] : [{ pointer: `/${name}/warning`, code: 'out-of-order' as const }]),
    ...(isBeyond(critical, warning) ? [] : [{ pointer: `/${name}/critical`, code: 'out-of-order' as const }]),
  ]
}

function pointFaults(
  points: FlagThresholds,
  check: (pointer: string, value: number, rule: Omit<LineRule, 'worse'>) => void,
): PlacedFault[] {
  const faults: PlacedFault[] = []
  for (const level of ['watch', 'warning', 'critical'] as const) {
    const { enter, leave } = points[level]
    check(`/stagnation/${level}/enter`, enter, { ...pointsRange, decimals: 0 })
    check(`/stagnation/${level}/leave`, leave, { ...pointsRange, decimals: 0 })
    if (leave > enter) faults.push({ pointer: `/stagnation/${level}/leave`, code: 'leave-above-enter' })
  }
  for (const [milder, worse] of [
    ['watch', 'warning'],
    ['warning', 'critical'],
  ] as const) {
    if (points[worse].enter <= points[milder].enter)
      faults.push({ pointer: `/stagnation/${worse}/enter`, code: 'out-of-order' })
    if (points[worse].leave < points[milder].leave)
      faults.push({ pointer: `/stagnation/${worse}/leave`, code: 'out-of-order' })
  }
  return faults
}

/** 0.35 times 1000 is not quite 350 to a computer; the text a person wrote is. */
function isAsFineAs(value: number, decimals: number): boolean {
  const [, fraction = ''] = String(value).split('.')
  return !String(value).includes('e') && fraction.length <= decimals
}

/**
 * The table the engine judges by where a community has set some of its lines: the product's own with these in their place. `version` names
 * the result; without values it is the product's table itself. Pure; values must be free of faults.
 */
export function parametersInForce(values: ThresholdValues | null, version: string = parameters.version): Parameters {
  if (values === null) return parameters
  const { funding, flags } = parameters
  const lines = (name: LineName, usual: readonly [number, number, number]): readonly [number, number, number] => {
    const set = values[name] as Lines | undefined
    return set ? [set.watch, set.warning, set.critical] : usual
  }
  return {
    ...parameters,
    version,
    flags: { ...flags, stagnation: values.stagnation ?? flags.stagnation },
    funding: {
      ...funding,
      incomeFloorMinor: values.incomeFloorMinor ?? funding.incomeFloorMinor,
      concentration: {
        reliance: lines('reliance', funding.concentration.reliance),
        effectiveFunders: lines('effectiveFunders', funding.concentration.effectiveFunders),
      },
      incomeFall: {
        ...funding.incomeFall,
        lines: values.incomeFall ? [values.incomeFall.watch, values.incomeFall.warning] : funding.incomeFall.lines,
      },
      runway: { ...funding.runway, lines: lines('runwayMonths', funding.runway.lines) },
      cliff: { ...funding.cliff, lines: lines('cliffMonths', funding.cliff.lines) },
      fulfilment: { ...funding.fulfilment, lines: lines('fulfilment', funding.fulfilment.lines) },
      retention: { ...funding.retention, lines: lines('retention', funding.retention.lines) },
      publicShare: { lines: lines('publicShare', funding.publicShare.lines) },
    },
  }
}

/** The lines of a table of parameters under the names a community sets them by; complete. */
export function thresholdsOf({ funding, flags }: Parameters): Required<ThresholdValues> {
  const named = ([watch, warning, critical]: readonly [number, number, number]): Lines => ({ watch, warning, critical })
  const [watch, warning] = funding.incomeFall.lines
  return {
    stagnation: flags.stagnation,
    reliance: named(funding.concentration.reliance),
    effectiveFunders: named(funding.concentration.effectiveFunders),
    incomeFall: { watch, warning },
    runwayMonths: named(funding.runway.lines),
    cliffMonths: named(funding.cliff.lines),
    fulfilment: named(funding.fulfilment.lines),
    retention: named(funding.retention.lines),
    publicShare: named(funding.publicShare.lines),
    incomeFloorMinor: funding.incomeFloorMinor,
    switchedOff: [],
  }
}

/** Thresholds a community has set: from which month on, and the how-many-th it is. */
export interface ThresholdVersion {
  readonly from: Month
  /** 1 for the first; each later one replaces everything from its month on. */
  readonly position: number
  readonly values: ThresholdValues
}

/** Months that are judged by the same lines. */
export interface ThresholdSpan {
  readonly from: Month
  /** Name of the table of parameters in force. */
  readonly version: string
  /** Null: the product's own. */
  readonly values: ThresholdValues | null
}

/** The version whose lines judge a month: of those that have begun, the one set last. Null: the product's own. */
export function thresholdsInForce(versions: readonly ThresholdVersion[], month: Month): ThresholdVersion | null {
  return versions.reduce<ThresholdVersion | null>(
    (last, one) => (one.from <= month && one.position > (last?.position ?? 0) ? one : last),
    null,
  )
}

/** Name of a version beside the product's table it rests on. */
export function versionName(version: ThresholdVersion | null): string {
  return version === null ? parameters.version : `${parameters.version}+${version.position}`
}

/** The flags that other lines judge after a change of thresholds; what is switched on or off among the other signs moves neither. */
export function judgedOtherwise(
  before: ThresholdValues | null,
  after: ThresholdValues | null,
): ('stagnation' | 'funding')[] {
  const lines = [before, after].map((values) => {
    const { stagnation, switchedOff: _, ...funding } = thresholdsOf(parametersInForce(values))
    const { watch, warning, critical } = stagnation
    const points = [watch, warning, critical].map(({ enter, leave }) => [enter, leave])
    return { stagnation: JSON.stringify(points), funding: JSON.stringify(funding) }
  })
  const [then, now] = lines
  return (['stagnation', 'funding'] as const).filter((flag) => then?.[flag] !== now?.[flag])
}
