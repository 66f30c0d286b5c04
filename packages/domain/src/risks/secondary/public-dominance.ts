import type { Day } from '../../values/day.ts'
import { compareRatio } from '../statistics/threshold.ts'
import type { SecondaryParameters } from './secondary-parameters.ts'
import { levelOf, share, type Signal, type SignalLevel, unread } from './signal.ts'

/** A part of something that public bodies hold, and the part of it that local government holds. Integers. */
export interface PublicPart {
  readonly public: number
  readonly local: number
  readonly whole: number
}

export interface PublicInputs {
  /** Null where it is not kept or too young to be judged. */
  readonly income: PublicPart | null
  readonly leads: PublicPart
  readonly hostedMinutes: PublicPart | null
  /** False where the community says that leading by public bodies is how it wants to be. */
  readonly wantsIndependence: boolean | null
  readonly nextMandate: {
    readonly organisationId: string
    readonly endsOn: Day
    readonly days: number
    /** Share of the income of 12 months from the body, or the one it belongs to; null where income cannot be read. */
    readonly incomeShare: number | null
  } | null
}

const DRIVERS = ['income', 'leads', 'hostedMinutes'] as const

/**
 * Public dominance: the largest of the shares of public bodies in income, lead roles and hosted hours of 12 months, with the one that
 * drives it named. value: that share, 0..1. n: shares that can be read. A community that does not want to be independent is not
 * judged. Beside it: days to the next end of a mandate and the income that comes from there. Source: docs/indicators.md §6; docs/adr/0072.
 */
export function readPublicDominance(inputs: PublicInputs, lines: SecondaryParameters['publicDominance']): Signal {
  const readable = DRIVERS.flatMap((name) => {
    const part = inputs[name]
    return part === null || part.whole === 0 ? [] : [{ name, part }]
  })
  const reported = {
    ...Object.fromEntries(DRIVERS.flatMap((name) => sharesOf(name, inputs[name]))),
    steeringSeats: null,
    nextMandate: inputs.nextMandate,
  }
  if (inputs.wantsIndependence === false) return unread('not-applicable', readable.length, reported)
  const largest = readable.reduce<(typeof readable)[number] | null>(
    (most, one) =>
      most === null ||
      BigInt(one.part.public) * BigInt(most.part.whole) > BigInt(most.part.public) * BigInt(one.part.whole)
        ? one
        : most,
    null,
  )
  if (largest === null) return unread('zero-denominator', 0, reported)
  const level = (name: (typeof DRIVERS)[number]): SignalLevel | null => {
    const one = readable.find((each) => each.name === name)
    if (one === undefined) return null
    return levelOf(lines.largestShare, (line) => compareRatio(one.part.public, one.part.whole, line) >= 0)
  }
  const parts = { income: level('income'), leads: level('leads'), hostedMinutes: level('hostedMinutes') }
  return {
    score: level(largest.name),
    value: share(largest.part.public, largest.part.whole),
    interval: null,
    n: readable.length,
    parts,
    contributors: { driver: largest.name },
    reported,
    persons: null,
  }
}

function sharesOf(name: string, part: PublicPart | null): [string, number | null][] {
  return [
    [`${name}Share`, part === null ? null : share(part.public, part.whole)],
    [`${name}LocalShare`, part === null ? null : share(part.local, part.whole)],
  ]
}
