import { numberOf, type Value } from '../explain/value.ts'
import type { History } from '../history.ts'
import type { OpenedMonth } from './sign-month.ts'
import { signRows } from './sign-rows.ts'
import type { SignStep, SignStepCode } from './sign-way.ts'

/** Most of one kind that is tried. */
export const MOST = 64
/** Money and hours grow by this part of what there was in twelve months. */
const PART = 0.05

/** One kind of event in growing numbers, from one to `most`. */
export interface Growing {
  readonly most: number
  readonly step: (count: number) => SignStep
  readonly apply: (history: History, count: number) => History
}

export function stepOf(code: SignStepCode, values: SignStep['values'], things: SignStep['things'] = []): SignStep {
  return { code, values, things, sectors: [] }
}

export const counted = (count: number): Record<'count', Value> => ({ count: numberOf(count) })
export const initiatives = (ids: readonly string[]): SignStep['things'] => ids.map((id) => ['initiative', id])
export const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

/** Running initiatives with a partner, by id. */
export function running({ reader }: OpenedMonth): string[] {
  return [...reader.work.now.partners().keys()].sort()
}

/** A twentieth of what a part is read from in twelve months, whole and at least one; 0 where there is nothing. */
export function twentieth(opened: OpenedMonth, part: 'income' | 'hostedMinutes' | 'volunteerShare'): number {
  const all = signRows(opened, [part]).reduce((sum, { size }) => sum + Math.max(0, size), 0)
  return all > 0 ? Math.max(1, Math.round(all * PART)) : 0
}
