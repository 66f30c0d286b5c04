/**
 * Money is counted in minor units of its currency, quantities (hours, pieces) in hundredths of their unit. Both are whole
 * numbers here, called *parts*: sums and shares of parts are exact or an error, never rounded.
 */

/** The largest amount one fact may state here: enough for a place, and hundreds of them still sum exactly. */
export const LARGEST_MINOR = 10_000_000_000_000

/** The sum of whole numbers. Throws RangeError where it leaves the range in which whole numbers are exact. */
export function sumExactly(parts: readonly number[]): number {
  let sum = 0
  for (const each of parts) {
    sum += each
    if (!Number.isSafeInteger(sum)) throw new RangeError(`not an exact whole number: ${sum}`)
  }
  return sum
}

/** The same sum, or null where it could not be exact: a figure nobody can state. */
export function sumWhereExact(parts: readonly number[]): number | null {
  const sum = parts.reduce((sum, each) => sum + BigInt(each), 0n)
  return sum >= Number.MIN_SAFE_INTEGER && sum <= Number.MAX_SAFE_INTEGER ? Number(sum) : null
}

/**
 * A total in equal parts, the last of which carries the remainder: 100 in three is 33, 33, 34. The parts sum to the total.
 * total ≥ 0, count ≥ 1, both whole; throws RangeError otherwise.
 */
export function splitEvenly(total: number, count: number): number[] {
  if (!Number.isSafeInteger(total) || total < 0) throw new RangeError(`not a total of whole parts: ${total}`)
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`not a number of parts: ${count}`)
  const remainder = total % count
  const equal = (total - remainder) / count
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? equal + remainder : equal))
}

/** A quantity in hundredths of its unit; null where it is finer than that or too large to be exact. */
export function hundredthsOf(quantity: number): number | null {
  const hundredths = Math.round(quantity * 100)
  return Number.isSafeInteger(hundredths) && hundredths / 100 === quantity ? hundredths : null
}

/** The quantity of so many hundredths of its unit. */
export function quantityOf(hundredths: number): number {
  return hundredths / 100
}
