import { type Month, monthFromIndex } from '../../values/month.ts'
import type { DatedFacts } from '../dated-facts.ts'
import type { FlagStand } from '../flag-reading.ts'
import { parameters } from '../parameters.ts'
import { type SecondaryFlagName, secondaryFlagNames } from '../secondary/flag-names.ts'
import { type SecondaryFacts, secondaryFacts } from '../secondary/secondary-facts.ts'
import { secondaryFold } from '../secondary/secondary-fold.ts'
import { wantedIn } from '../secondary/secondary-in-force.ts'
import type { ThresholdSpan } from '../thresholds.ts'
import { type Raised, raisedAmong } from './raised-flags.ts'

/** Where the other signs stand in one month of the horizon; those the community has switched off in it are not there. */
export interface SignsAhead {
  readonly month: Month
  readonly signs: Readonly<Partial<Record<SecondaryFlagName, FlagStand>>>
}

/** The other signs month by month as things stand and in the question, and those that would rise. */
export interface SignsAnswer {
  readonly with: readonly SignsAhead[]
  readonly without: readonly SignsAhead[]
  readonly raised: readonly Raised<SecondaryFlagName>[]
}

/** Reads the signs of the months ahead; those read before are not read again. */
export interface CourseOfSigns {
  /** Goes on to month index `to`, pausing after each month it reads, of the past as well; gives the months from `now` on. */
  readonly through: (to: number) => Generator<undefined, readonly SignsAhead[]>
}

const NOTHING_READ: FlagStand = { level: 'none', score: null }

/** The signs by the engine itself, from the first month on: what they rest on cannot be copied, so each course reads the past anew. */
export function signsFrom(
  facts: DatedFacts,
  own: SecondaryFacts,
  now: number,
  spans: readonly ThresholdSpan[],
): CourseOfSigns {
  const fold = secondaryFold(facts, own, parameters)
  const begin = own.firstMonth === null ? Infinity : own.firstMonth + 1
  const months: SignsAhead[] = []
  let next = Math.min(begin, now)
  const standIn = (index: number): SignsAhead => {
    const month = monthFromIndex(index)
    const read = index < begin ? null : fold.pass(index, null)
    const stands = secondaryFlagNames.map((name): [SecondaryFlagName, FlagStand] => [
      name,
      read?.[name] ?? NOTHING_READ,
    ])
    return { month, signs: wantedIn(Object.fromEntries(stands) as SignsAhead['signs'], spans, month) }
  }
  return {
    *through(to) {
      for (; next <= to; yield) {
        const read = standIn(next)
        if (next >= now) months.push(read)
        next += 1
      }
      return months.slice(0, to - now + 1)
    },
  }
}

/** What the signs read of a changed future: the past as it was, and from `now` on what the changed history brings. */
export function signFactsAfter(past: SecondaryFacts, changed: DatedFacts, now: number): SecondaryFacts {
  const after = secondaryFacts(changed)
  return { firstMonth: past.firstMonth, at: (month) => (month < now ? past.at(month) : after.at(month)) }
}

/** What a reading comes to, read without a pause. */
export function readThrough<Value>(reading: Generator<undefined, Value>): Value {
  for (;;) {
    const step = reading.next()
    if (step.done === true) return step.value
  }
}

/** Both courses over the same months. */
export function* comparedSigns(
  usual: CourseOfSigns,
  changed: CourseOfSigns,
  to: number,
): Generator<undefined, SignsAnswer> {
  const withThem = yield* usual.through(to)
  const without = yield* changed.through(to)
  const raised = raisedAmong(secondaryFlagNames, withThem, without, ({ signs }, name) => signs[name])
  return { with: withThem, without, raised }
}
