import { expect, it } from 'vitest'
import { isolatedIn } from './isolated.ts'
import { languages } from './languages.ts'

it('a sum keeps its minus, and a day its order, where a page is read from right to left', () => {
  expect(isolatedIn('-€20,000', languages['x-mirror'].tag)).toBe('\u2068-€20,000\u2069')
  expect(isolatedIn('6 Oct 2026', languages['x-mirror'].tag)).toBe('\u20686 Oct 2026\u2069')
})

it('from left to right nothing is added', () => {
  expect(isolatedIn('-€20,000', languages.en.tag)).toBe('-€20,000')
  expect(isolatedIn('-20.000 €', 'de')).toBe('-20.000 €')
})
