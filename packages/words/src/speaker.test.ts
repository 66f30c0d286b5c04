import { expect, test } from 'vitest'
import { english } from './english.ts'
import { languages, type Language } from './languages.ts'
import { sayNumber } from './say-number.ts'
import { addWordsTo, sayerOf, speakerWith } from './speaker.ts'

const say = (t: unknown, key: string, values?: object) =>
  values ? (t as (key: string, values: object) => string)(key, values) : (t as (key: string) => string)(key)

function keysOf(part: object, before: string): string[] {
  return Object.entries(part).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' ? [before + name] : keysOf(value as object, `${before}${name}.`),
  )
}

test.each(Object.keys(languages) as Language[])('what is said in %s is what i18next says', (language) => {
  const speaker = speakerWith(language, english)
  const t = sayerOf(speaker)
  const slow = speaker.getFixedT(null, 'common')
  const keys = Object.entries(english).flatMap(([noun, words]) => keysOf(words, `${noun}:`))
  expect(keys.length).toBeGreaterThan(1000)
  for (const key of keys) {
    expect(say(t, key)).toBe(say(slow, key))
    expect(say(t, key)).toBe(say(slow, key))
  }
})

test('values are filled in, each time anew', () => {
  const t = sayerOf(speakerWith('en', english))
  expect(say(t, 'common:list.shown', { count: 1 })).toBe('1 shown')
  expect(say(t, 'common:list.shown', { count: 1200 })).toBe('1,200 shown')
})

test.each([0, 7, 999, 1000, 1_234_567, -3, 2.5, 0.001])('%d is written as the language writes it', (value) => {
  for (const tag of ['en-GB', 'en-GB-x-mirror', 'de-AT', 'ar-EG'])
    expect(sayNumber(value, tag)).toBe(new Intl.NumberFormat(tag).format(value))
})

test('sentences say numbers plainly: no other way of writing them is known', () => {
  expect(JSON.stringify(english)).not.toMatch(/, *number *\(/)
})

test('words that come later are said when they are there', () => {
  const speaker = speakerWith('en', {})
  const t = sayerOf(speaker)
  expect(say(t, 'late:word')).toBe('word')
  addWordsTo(speaker, 'en', 'late', { word: 'Here now' })
  expect(say(t, 'late:word')).toBe('Here now')
})
