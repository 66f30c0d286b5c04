import { expect } from 'vitest'
import { explainSign } from '../src/risks/explain-signs/explain-sign.ts'
import type { History } from '../src/risks/history.ts'
import type { SecondaryFlagName } from '../src/risks/secondary/flag-names.ts'
import type { SignStep } from '../src/risks/explain-signs/sign-way.ts'
import { readIn } from './given-signs.ts'

/** What would lower a sign, told shortly: the only value of each step, and what there is of things and sectors. */
export const ways = (history: History, sign: SecondaryFlagName) =>
  waysTogether(history, sign).flatMap(({ steps, score }) => {
    expect(steps).toHaveLength(1)
    return steps.map((step) => ({ ...step, score }))
  })
/** The same of events that are needed together. */
export const waysTogether = (history: History, sign: SecondaryFlagName) =>
  explainSign(history, sign, readIn, [], true).ways.map(({ steps, by, score }) => {
    expect(by).toBe('2024-02-29')
    return { steps: steps.map(shortly), score }
  })
function shortly({ code, values, things, sectors }: SignStep) {
  const [value = null] = Object.values(values).map((one) => one.value)
  return { code, value, ...(things.length > 0 ? { things } : {}), ...(sectors.length > 0 ? { sectors } : {}) }
}
export const every = (ids: readonly string[], partners: readonly string[]) =>
  Object.fromEntries(ids.map((id) => [id, partners]))
export const six = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6']
export const initiatives = (...ids: string[]) => ids.map((id) => ['initiative', id])
