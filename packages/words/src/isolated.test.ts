import { expect, it } from 'vitest'
import { isolatedNumber } from './isolated.ts'
import { languages } from './languages.ts'

it('a sum keeps its minus on its side where a page is read from right to left', () => {
  expect(isolatedNumber('-€20,000', languages['x-mirror'].tag)).toBe('\u2068-€20,000\u2069')
})

it('from left to right nothing is added', () => {
  expect(isolatedNumber('-€20,000', languages.en.tag)).toBe('-€20,000')
  expect(isolatedNumber('-20.000 €', 'de')).toBe('-20.000 €')
})
