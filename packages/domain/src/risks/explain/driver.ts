import type { History } from '../history.ts'
import type { OneMonth } from './one-month.ts'
import type { Sentence, Value } from './value.ts'

export const drivingKinds = ['initiative', 'end', 'partner', 'funder', 'pledge'] as const
/** `end` is the end of an initiative: without it the initiative would still run. */
export type DrivingKind = (typeof drivingKinds)[number]

/** What is to be said of a driving fact. */
export const drivingSentences = [
  'started',
  'ended',
  'takes-part',
  'gave',
  'gave-before',
  'promised',
  'owed',
  'ends',
] as const
export type DrivingSentence = (typeof drivingSentences)[number]

/** A fact that may drive a flag: what it is, and what is to be said of it. */
export interface DrivingFact {
  readonly kind: DrivingKind
  /** Id of the initiative, organisation or pledge. */
  readonly id: string
  readonly said: Sentence<DrivingSentence>
}

export interface Candidate {
  readonly fact: DrivingFact
  /** The history as it would be without the fact. */
  readonly without: () => History
}

/** What the flag would read without one fact; found by leaving it out and reading the month again. */
export interface Driver extends DrivingFact {
  /**
   * Points or levels the fact adds, over the readings that can be read with it and without it; negative where it holds the flag down.
   * The whole score where nothing that carries it could be read without the fact.
   */
  readonly effect: number
  /** The flag's score without it; null where too little would be left to read. */
  readonly scoreWithout: number | null
  /** Readings that could not be read without it. */
  readonly unreadableWithout: readonly string[]
  /** The reading it moves most, with and without it; null where it moves none that can be read both ways. */
  readonly moves: Move | null
}

/** A measure of a reading, as it is and as it would be. */
export interface Move {
  readonly reading: string
  readonly measure: string
  readonly with: Value
  readonly without: Value
}

export interface Drivers {
  /** Facts that raise the flag, the strongest first; five at most. */
  readonly raising: readonly Driver[]
  /** Facts that hold it down, the strongest first; three at most. */
  readonly holding: readonly Driver[]
  /** Facts left out one by one, and facts there are. */
  readonly tried: number
  readonly of: number
}

/** How one flag is read, and how its readings compare. */
export interface Scale<Readings> {
  readonly read: (history: History) => OneMonth<Readings>
  /** Sum of the points, or the worst level. */
  readonly total: (grades: readonly number[]) => number
  /** How far a reading has come towards its lines; null where unreadable. */
  readonly strain: (name: string, readings: Readings) => number | null
  /** Measures of a reading that a fact may move, the one it is known by first. */
  readonly measures: (name: string, readings: Readings) => Readonly<Record<string, Value | null>>
  /** Readings that decide which of two facts of equal effect weighs more. */
  readonly decides: (grades: Readonly<Record<string, number | null>>) => readonly string[]
}

const MOST_RAISING = 5
const MOST_HOLDING = 3
const NOTHING = 1e-9

/**
 * Leaves out one candidate after the other, reads the month again, and ranks them: by what they add to the score, then by what they
 * add to the continuous values underneath, then by kind and id. A fact that moves nothing is no driver. Source: docs/adr/0090.
 */
export function driversOf<Readings>(
  now: OneMonth<Readings>,
  candidates: readonly Candidate[],
  of: number,
  scale: Scale<Readings>,
): Drivers {
  const ranked = candidates.map((candidate) => judge(now, candidate, scale))
  const raising = ranked.filter((one) => one.driver.effect > 0 || (one.driver.effect === 0 && one.strain > NOTHING))
  const holding = ranked.filter((one) => one.driver.effect < 0 || (one.driver.effect === 0 && one.strain < -NOTHING))
  const strongest = (judged: readonly Judged[], most: number) =>
    // Of a thing that counts twice, as begun and as ended, the stronger.
    [...Map.groupBy(judged, (one) => one.driver.id).values()].map(([first]) => (first as Judged).driver).slice(0, most)
  return {
    raising: strongest(
      raising.toSorted((a, b) => compare(b, a) || byName(a, b)),
      MOST_RAISING,
    ),
    // An end holds nothing down: only that it is missing from the plans would.
    holding: strongest(
      holding.filter((one) => one.driver.kind !== 'end').toSorted((a, b) => compare(a, b) || byName(a, b)),
      MOST_HOLDING,
    ),
    tried: candidates.length,
    of,
  }
}

interface Judged {
  readonly driver: Driver
  readonly strain: number
}

function judge<Readings>(now: OneMonth<Readings>, { fact, without }: Candidate, scale: Scale<Readings>): Judged {
  const then = scale.read(without())
  const readable = Object.keys(now.grades).filter((name) => now.grades[name] !== null)
  const common = readable.filter((name) => then.grades[name] !== null)
  const carrying = readable.filter((name) => (now.grades[name] ?? 0) > 0)
  const restsOnIt = carrying.length > 0 && !carrying.some((name) => common.includes(name))
  const gradesOf = (month: OneMonth<Readings>) => common.map((name) => month.grades[name] as number)
  const effect = restsOnIt
    ? (now.score ?? 0)
    : common.length === 0
      ? 0
      : scale.total(gradesOf(now)) - scale.total(gradesOf(then))
  const strains = common.map((name) => ({
    name,
    by: (scale.strain(name, now.readings) ?? 0) - (scale.strain(name, then.readings) ?? 0),
  }))
  const deciding = scale.decides(now.grades)
  const strain = strains.reduce((sum, one) => (deciding.includes(one.name) ? sum + one.by : sum), 0)
  const direction = Math.sign(effect === 0 ? strain : effect)
  const moves = strains
    .filter((one) => one.by * direction > NOTHING)
    .toSorted(
      (a, b) =>
        Number(deciding.includes(b.name)) - Number(deciding.includes(a.name)) || Math.abs(b.by) - Math.abs(a.by),
    )
    .map((one) => moved(one.name, now, then, scale))
  return {
    driver: {
      ...fact,
      effect,
      scoreWithout: then.score,
      unreadableWithout: readable.filter((name) => then.grades[name] === null),
      moves: moves.find((one) => one !== null) ?? null,
    },
    strain,
  }
}

/** The first measure of a reading that would differ. */
function moved<Readings>(
  reading: string,
  now: OneMonth<Readings>,
  then: OneMonth<Readings>,
  scale: Scale<Readings>,
): Move | null {
  const without = scale.measures(reading, then.readings)
  for (const [measure, value] of Object.entries(scale.measures(reading, now.readings))) {
    const other = without[measure]
    if (value !== null && other && other.value !== value.value) return { reading, measure, with: value, without: other }
  }
  return null
}

function compare(a: Judged, b: Judged): number {
  return a.driver.effect - b.driver.effect || (Math.abs(a.strain - b.strain) > NOTHING ? a.strain - b.strain : 0)
}

function byName(a: Judged, b: Judged): number {
  return `${a.driver.kind} ${a.driver.id}` < `${b.driver.kind} ${b.driver.id}` ? -1 : 1
}
