import { type FlagStep, quietFlag, stepFlag } from '../../packages/domain/src/risks/flag-level.ts'
import { parameters } from '../../packages/domain/src/risks/parameters.ts'
import { rateDropProbability } from '../../packages/domain/src/risks/statistics/rate-drop.ts'
import { monthFromIndex, monthIndex } from '../../packages/domain/src/values/month.ts'
import type { Row } from './data-folder.ts'

const RECENT = 3
/** Half a year: with the engine's nine months the missing ones would be unreadable for another reason. */
const LEAST_BASE = 6
const MOST_BASE = 12

/** Use by month of each authority, over the months any of them states; null where one states none. */
export function monthlyUse(rows: readonly Row[]): { months: string[]; use: (number | null)[] }[] {
  const stated = rows.map((row) => row['month'] ?? '').sort()
  const [first, last] = [stated[0], stated.at(-1)]
  if (first === undefined || last === undefined) return []
  const months = Array.from({ length: monthIndex(last) - monthIndex(first) + 1 }, (_, index) =>
    monthFromIndex(monthIndex(first) + index),
  )
  const authorities = [...new Set(rows.map((row) => row['authority'] ?? ''))].sort()
  return authorities.map((authority) => ({
    months,
    use: months.map((month) => {
      const row = rows.find((one) => one['authority'] === authority && one['month'] === month)
      return row?.['issues'] ? Number(row['issues']) : null
    }),
  }))
}

/**
 * The flag's level machine on monthly use: the points of a fall of three months against the 6 to 12 before them (two where halved,
 * one below three quarters). A month nobody stated is no reading; in windows it shortens the exposure and adds nothing.
 */
export function stepsOfUse(use: readonly (number | null)[]): FlagStep[] {
  let state = quietFlag
  return use.map((_, month) => {
    const step = stepFlag(state, month, pointsOfUse(use, month), parameters.flags.stagnation, parameters.flags)
    state = step.state
    return step
  })
}

function pointsOfUse(use: readonly (number | null)[], month: number): number | null {
  if ((use[month] ?? null) === null) return null
  const recent = known(use, month + 1 - RECENT, month + 1)
  const base = known(use, month + 1 - RECENT - MOST_BASE, month + 1 - RECENT)
  if (base.months < LEAST_BASE) return null
  if (rateDropProbability(recent, base, 0.5) >= 0.9) return 2
  return rateDropProbability(recent, base, 0.75) >= 0.9 ? 1 : 0
}

function known(use: readonly (number | null)[], from: number, to: number): { count: number; months: number } {
  const values = use.slice(Math.max(0, from), to).filter((value) => value !== null)
  return { count: values.reduce((sum, value) => sum + value, 0), months: values.length }
}
