import type { FundingSublevels } from '../funding/funding-reader.ts'
import type { StagnationParameters } from '../parameters.ts'
import type { StagnationFamilies } from '../stagnation/stagnation-reader.ts'
import { rateDropProbability } from '../statistics/rate-drop.ts'
import { wilsonInterval } from '../statistics/wilson.ts'
import type { Value } from './value.ts'

/**
 * Where a value may lie. `credible`: the ratio of the true paces, 95 %. `predictive`: silences of which 95 % would lie within at the
 * earlier rhythm. `wilson`: a share of a count, 95 %. `haircuts`: months from severe stress to what is expected.
 */
export interface ReadingInterval {
  readonly kind: 'credible' | 'predictive' | 'wilson' | 'haircuts'
  readonly low: Value
  readonly high: Value
}

const TAIL = 0.025
const STEPS = 60

/** 95 % interval of the pace of the window over the pace of the base: where the probability of a fall passes 2.5 % and 97.5 %. */
export function paceInterval(
  reading: StagnationFamilies['renewal'],
  { windowMonths }: StagnationParameters,
): ReadingInterval | null {
  const { now, base, baseMonths } = reading
  if (reading.points === null || now === null || base === null || baseMonths === null) return null
  const below = (ratio: number) =>
    rateDropProbability({ count: now, months: windowMonths }, { count: base, months: baseMonths }, ratio)
  return {
    kind: 'credible',
    low: { type: 'share', value: ratioWhere(below, TAIL) },
    high: { type: 'share', value: ratioWhere(below, 1 - TAIL) },
  }
}

/** Days of silence of which 95 % would lie within, by the tail (T / (T + g))ⁿ. */
export function silenceInterval(
  { startDays24m: n, exposureMonths, points }: StagnationFamilies['gap'],
  { daysPerMonth }: StagnationParameters,
): ReadingInterval | null {
  if (points === null || n === null || exposureMonths === null) return null
  const daysWithTail = (tail: number) => exposureMonths * (tail ** (-1 / n) - 1) * daysPerMonth
  return {
    kind: 'predictive',
    low: { type: 'days', value: daysWithTail(1 - TAIL) },
    high: { type: 'days', value: daysWithTail(TAIL) },
  }
}

/** Wilson's interval of the running initiatives planned to go on, as a share. */
export function pipelineInterval({ stillRunning, running }: StagnationFamilies['pipeline']): ReadingInterval | null {
  return stillRunning === null || running === null ? null : wilson(wilsonInterval(stillRunning, running))
}

/** Wilson's interval of the share of funders who paid again; shares of money are facts and have none. */
export function renewalInterval({ interval }: FundingSublevels['retention']): ReadingInterval | null {
  return wilson(interval)
}

/** From the months under severe stress to those expected. */
export function runwayInterval({
  months,
  severeMonths,
  holdsForMonths,
}: FundingSublevels['runway']): ReadingInterval | null {
  const high = months ?? holdsForMonths
  if (high === null) return null
  return {
    kind: 'haircuts',
    low: { type: 'months', value: severeMonths ?? high },
    high: { type: 'months', value: high },
  }
}

function wilson(interval: { readonly low: number; readonly high: number } | null): ReadingInterval | null {
  if (interval === null) return null
  return {
    kind: 'wilson',
    low: { type: 'share', value: interval.low },
    high: { type: 'share', value: interval.high },
  }
}

/** The ratio at which a rising probability passes `target`; bisection on the logarithm. */
function ratioWhere(below: (ratio: number) => number, target: number): number {
  let low = -12
  let high = 12
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2
    if (below(Math.exp(middle)) < target) low = middle
    else high = middle
  }
  return Math.exp((low + high) / 2)
}
