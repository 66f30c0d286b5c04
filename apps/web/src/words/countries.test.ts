import { expect, test } from 'vitest'
import { countriesBesides, sayCountry } from './countries.ts'

test('a country is said in the language; letters without a name stay', () => {
  expect(sayCountry('AT', 'en-GB')).toBe('Austria')
  expect(sayCountry('AT', 'de')).toBe('Österreich')
  expect(sayCountry('QQ', 'en-GB')).toBe('QQ')
})

test('every country stands once, by its name', () => {
  const countries = countriesBesides('', 'en-GB')
  const labels = countries.map(({ label }) => label)
  expect(new Set(labels).size).toBe(labels.length)
  expect(labels).toEqual(labels.toSorted(new Intl.Collator('en-GB').compare))
  expect(countries).toContainEqual({ value: 'SE', label: 'Sweden' })
  expect(countries.length).toBeGreaterThan(240)
})

test('neither unions nor codes that were replaced are countries', () => {
  const codes = countriesBesides('', 'en-GB').map(({ value }) => value)
  expect(codes.filter((code) => ['EU', 'UN', 'ZZ', 'DD', 'SU', 'YU'].includes(code))).toEqual([])
})

test('what is chosen already can be kept', () => {
  expect(countriesBesides('QQ', 'en-GB')).toContainEqual({ value: 'QQ', label: 'QQ' })
})
