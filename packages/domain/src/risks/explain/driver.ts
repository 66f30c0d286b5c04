import type { History } from '../history.ts'
import type { OneMonth } from './one-month.ts'
import type { Sentence, Value } from './value.ts'

export const drivingKinds = ['initiative', 'end', 'partner', 'funder', 'pledge', 'person'] as const
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
export interface DrivingFact<Said extends string = DrivingSentence> {
  readonly kind: DrivingKind
  /** Id of the initiative, organisation, pledge or person. */
  readonly id: string
  readonly said: Sentence<Said>
}

export interface Candidate<Said extends string = DrivingSentence> {
  readonly fact: DrivingFact<Said>
  /** Of facts that move a reading as much the heavier comes first; 0 where it is left out. */
  readonly weight?: number
  /** The history as it would be without the fact. */
  readonly without: () => History
}

/** What the flag would read without one fact; found by leaving it out and reading the month again. */
export interface Driver<Said extends string = DrivingSentence> extends DrivingFact<Said> {
  /**
   * Points or levels the fact adds, over the readings that can be read with it and without it; negative where it holds the flag down.
   * Where what decides the score could not be read without the fact, the score less what is left; the whole where nothing that carries it could.
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

export interface Drivers<Said extends string = DrivingSentence> {
  /** Facts that raise the flag, the strongest first; five at most. */
  readonly raising: readonly Driver<Said>[]
  /** Facts that hold it down, the strongest first; three at most. */
  readonly holding: readonly Driver<Said>[]
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
 * add to the continuous values underneath, then by weight, kind and id. A fact that moves nothing is no driver. Source: docs/adr/0090.
 */
export function driversOf<Readings, Said extends string = DrivingSentence>(
  now: OneMonth<Readings>,
  candidates: readonly Candidate<Said>[],
  of: number,
  scale: Scale<Readings>,
): Drivers<Said> {
  const ranked = candidates.map((candidate) => judge(now, candidate, scale))
  const raising = ranked.filter((one) => one.driver.effect > 0 || (one.driver.effect === 0 && one.strain > NOTHING))
  const holding = ranked.filter((one) => one.driver.effect < 0 || (one.driver.effect === 0 && one.strain < -NOTHING))
  const strongest = (judged: readonly Judged<Said>[], most: number) =>
    // Of a thing that counts twice, as begun and as ended, the stronger.
    [...Map.groupBy(judged, (one) => one.driver.id).values()]
      .map(([first]) => (first as Judged<Said>).driver)
      .slice(0, most)
  return {
    raising: strongest(
      raising.toSorted((a, b) => compare(b, a) || inTurn(a, b)),
      MOST_RAISING,
    ),
    // An end holds nothing down: only that it is missing from the plans would.
    holding: strongest(
      holding.filter((one) => one.driver.kind !== 'end').toSorted((a, b) => compare(a, b) || inTurn(a, b)),
      MOST_HOLDING,
    ),
    tried: candidates.length,
    of,
  }
}

/** The readings of the worst level; where none is raised, all that were read. */
export function worstOf(grades: Readonly<Record<string, number | null>>): string[] {
  const worst = Math.max(...Object.values(grades).map((grade) => grade ?? 0))
  return Object.keys(grades).filter((name) => grades[name] === worst)
}

interface Judged<Said extends string> {
  readonly driver: Driver<Said>
  readonly strain: number
  readonly weight: number
}

function judge<Readings, Said extends string>(
  now: OneMonth<Readings>,
  { fact, weight = 0, without }: Candidate<Said>,
  scale: Scale<Readings>,
): Judged<Said> {
  const then = scale.read(without())
  const readable = Object.keys(now.grades).filter((name) => now.grades[name] !== null)
  const common = readable.filter((name) => then.grades[name] !== null)
  const carrying = readable.filter((name) => (now.grades[name] ?? 0) > 0)
  const deciding = scale.decides(now.grades)
  const isLost = (names: readonly string[]) => names.length > 0 && !names.some((name) => common.includes(name))
  const gradesOf = (month: OneMonth<Readings>, names: readonly string[]) =>
    names.map((name) => month.grades[name] as number)
  // Where what decides could not be read without it, the score is measured against what is left.
  const compared = isLost(carrying.filter((name) => deciding.includes(name))) ? readable : common
  const effect = isLost(carrying)
    ? (now.score ?? 0)
    : common.length === 0
      ? 0
      : scale.total(gradesOf(now, compared)) - scale.total(gradesOf(then, common))
  const strains = common.map((name) => ({
    name,
    by: (scale.strain(name, now.readings) ?? 0) - (scale.strain(name, then.readings) ?? 0),
  }))
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
    weight,
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

type Ranked = Judged<string>

function compare(a: Ranked, b: Ranked): number {
  return a.driver.effect - b.driver.effect || (Math.abs(a.strain - b.strain) > NOTHING ? a.strain - b.strain : 0)
}

function inTurn(a: Ranked, b: Ranked): number {
  return b.weight - a.weight || (`${a.driver.kind} ${a.driver.id}` < `${b.driver.kind} ${b.driver.id}` ? -1 : 1)
}
