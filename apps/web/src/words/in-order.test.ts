import { expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

const named = (names: string[], locale = 'en-GB') => inOrder(names, (name) => name, locale)

test.each([
  [['housing', 'Food', 'care work', 'care', 'energy']],
  [['Zürich', 'zebra', 'Ärzte', 'apple']],
  [['space 10', 'space 2', 'space-ship', 'spaceship']],
  [['one']],
  [[]],
])('%j stands in the order of the language', (names) => {
  expect(named(names)).toEqual(names.toSorted(new Intl.Collator('en-GB').compare))
})

test('another language has an order of its own', () => {
  expect(named(['zon', 'ö', 'zz'], 'sv')).toEqual(['zon', 'zz', 'ö'])
})
