import { expect, test } from 'vitest'
import { currenciesIn, sayCurrency } from './currencies.ts'

test('a currency is said in the language, with its letters; letters without a name stay', () => {
  expect(sayCurrency('CHF', 'en-GB')).toBe('Swiss Franc (CHF)')
  expect(sayCurrency('CHF', 'de')).toBe('Schweizer Franken (CHF)')
  expect(sayCurrency('QQQ', 'en-GB')).toBe('QQQ')
  expect(sayCurrency('EU', 'en-GB')).toBe('EU')
})

test('every currency stands once, by a name and its letters, in the order of the language', () => {
  const names = currenciesIn('en-GB').map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toEqual(names.toSorted(new Intl.Collator('en-GB').compare))
  expect(names.filter((name) => !/^.+ \([A-Z]{3}\)$/.test(name))).toEqual([])
  expect(currenciesIn('en-GB')).toContainEqual({ id: 'SEK', name: 'Swedish Krona (SEK)' })
})

test('what was replaced, and what nobody pays with, is not among them', () => {
  const codes = currenciesIn('en-GB').map(({ id }) => id)
  expect(codes.filter((code) => ['DEM', 'ATS', 'HRK', 'BGN', 'XAU', 'XDR', 'XTS'].includes(code))).toEqual([])
})
