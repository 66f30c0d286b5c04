import { describe, expect, test } from 'vitest'
import { english } from './english.ts'
import { mirrorSentence } from './mirror.ts'
import { speak } from './speak.ts'

function sentences(part: unknown): string[] {
  return typeof part === 'string' ? [part] : Object.values(part as object).flatMap(sentences)
}

describe('the mirror', () => {
  test('keeps placeholders, and grows every sentence by at least a third', () => {
    for (const sentence of sentences(english)) {
      const shown = mirrorSentence(sentence)
      expect(shown.match(/\{\{.*?\}\}/g)).toEqual(sentence.match(/\{\{.*?\}\}/g))
      expect(shown.length).toBeGreaterThan(sentence.length)
      expect(shown).toMatch(/^\[[^]*\]$/)
    }
  })

  test('counts as English does', () => {
    const { t } = speak('x-mirror')
    expect(t('common:list.shown', { count: 1 })).toMatch(/^\[\u20681\u2069 šhówñ/)
  })
})

describe('the catalogue', () => {
  test('has no empty sentence and none with a double space', () => {
    for (const sentence of sentences(english)) expect(sentence).toMatch(/^\S(?![^]* {2})/)
  })

  test('fills names into sentences', () => {
    expect(speak('en').t('partners:add.done', { name: 'Library & Friends' })).toBe('Library & Friends has been added.')
  })
})
