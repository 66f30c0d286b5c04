import { describe, expect, it } from 'vitest'
import { examples } from './given-examples.ts'
import { result } from './worked-results.ts'

function fraction(value: string): number {
  const [part, whole = '1'] = value.split('/')
  return Number(part) / Number(whole)
}

/** Names of the values that differ: numbers by more than 1e-9 of the expected one, everything else by anything. */
function differences(actual: unknown, expected: unknown, name: string): string[] {
  if (Array.isArray(expected) && expected.every((value) => typeof value === 'number' || value === null)) {
    const values = Array.isArray(actual) ? (actual as unknown[]) : []
    if (values.length !== expected.length) return [`${name} has ${values.length} values`]
    return expected.flatMap((value: unknown, index) => differences(values[index], value, `${name}[${index}]`))
  }
  const isClose =
    typeof expected === 'number' &&
    typeof actual === 'number' &&
    Math.abs(actual - expected) <= Math.max(Math.abs(expected) * 1e-9, 1e-15)
  return isClose || JSON.stringify(actual) === JSON.stringify(expected) ? [] : [`${name} is ${JSON.stringify(actual)}`]
}

describe('worked examples', () => {
  it('are all read', () => expect(examples).toHaveLength(64))

  it.each(examples.map((example, index) => ({ ...example, title: `${index + 1} ${example.name}` })))(
    '$title',
    (example) => {
      const actual = result(example)
      const deviating = Object.entries(example.expect).flatMap(([name, value]) =>
        differences(actual[name], value, name),
      )
      const inexact = Object.entries(example.exact).filter(
        ([name, value]) => !(Math.abs((actual[name] as number) - fraction(value)) <= 1e-12),
      )
      expect({ deviating, inexact }).toEqual({ deviating: [], inexact: [] })
    },
  )
})
