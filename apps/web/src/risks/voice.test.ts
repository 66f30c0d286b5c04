import { speak } from '@commonweal/words/speak'
import { expect, test } from 'vitest'
import type { Say } from '../words/words.tsx'
import { voiceOf } from './voice.ts'

const voiceIn = (locale: string) => voiceOf(speak('en').t as Say, locale, 'EUR')

test.each([
  ['2026-11-01', 'en-GB', '1 Nov 2026'],
  ['2026-11-01', 'en-US', 'Nov 1, 2026'],
  ['2026-11-01+3', 'en-GB', '1 Nov 2026 with change 3 made here'],
  ['unreleased', 'en-GB', 'unreleased'],
])('the lines %s are named in %s by their day: %s', (version, locale, said) => {
  expect(voiceIn(locale).version(version)).toBe(said)
})

test('a figure between whole numbers is written in the manner of the place', () => {
  expect(voiceIn('en-GB').fine(0.414)).toBe('0.41')
  expect(voiceIn('de').fine(0.414)).toBe('0,41')
})
