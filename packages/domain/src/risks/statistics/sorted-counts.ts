import { countBelow } from './ascending.ts'

/** Integers that come and go, in order and with how often each is there, so that the middle is found without sorting them all. */
export interface SortedCounts {
  readonly values: readonly number[]
  readonly times: readonly number[]
  /** How many there are, repetitions counted. */
  readonly size: number
}

export const nothingCounted: SortedCounts = { values: [], times: [], size: 0 }

/** The counts with a list of integers added, or taken away again: n values cost n · log of the distinct ones. */
export function counted(counts: SortedCounts, changes: readonly number[], by: 1 | -1): SortedCounts {
  if (changes.length === 0) return counts
  const values = counts.values.slice()
  const times = counts.times.slice()
  for (const value of changes) {
    const position = countBelow(values, value)
    if (values[position] !== value) {
      values.splice(position, 0, value)
      times.splice(position, 0, by)
    } else if (times[position] === -by) {
      values.splice(position, 1)
      times.splice(position, 1)
    } else times[position] = (times[position] as number) + by
  }
  return { values, times, size: counts.size + by * changes.length }
}

/** Twice the median, an integer; null for none. */
export function twiceTheMedian({ values, times, size }: SortedCounts): number | null {
  if (size === 0) return null
  const valueAt = (place: number): number => {
    let passed = 0
    const position = times.findIndex((often) => (passed += often) > place)
    return values[position] as number
  }
  const upper = Math.floor(size / 2)
  return size % 2 === 1 ? 2 * valueAt(upper) : valueAt(upper - 1) + valueAt(upper)
}
