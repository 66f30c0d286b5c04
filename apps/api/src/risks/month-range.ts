import { ProblemError } from '../http/problem-error.ts'

const LONGEST_RANGE_MONTHS = 600

/** Refuses months outside of time, in the wrong order, or too many at once. */
export function refuseImpossible(from: string, to: string): void {
  const months = monthNumber(to) - monthNumber(from) + 1
  if (months < 1 || months > LONGEST_RANGE_MONTHS || from < '1900-01' || to > '2200-01') {
    throw new ProblemError('month-range-not-valid', { from, to, longest: LONGEST_RANGE_MONTHS })
  }
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
}
