import { expect, test } from 'vitest'
import { roundValues } from './round-values.ts'

test.each([
  { least: 0, most: 1_780_000, values: [0, 500_000, 1_000_000, 1_500_000] },
  { least: -2_100_000, most: 5_700_000, values: [-2_000_000, 0, 2_000_000, 4_000_000] },
  { least: 0, most: 1, values: [0, 0.25, 0.5, 0.75, 1] },
  { least: 0, most: 6.7, values: [0, 2, 4, 6] },
  { least: 5, most: 5, values: [5] },
])('from $least to $most there are round values in at most four steps', ({ least, most, values }) => {
  expect(roundValues(least, most)).toEqual(values)
})

test('steps are no finer than what can be written', () => {
  expect(roundValues(0, 1, 100)).toEqual([0])
  expect(roundValues(0, 260, 100)).toEqual([0, 100, 200])
})
