import type { i18n } from 'i18next'
import { english } from './english.ts'
import type { Language } from './languages.ts'
import { speakerWith } from './speaker.ts'

/** A speaker of one language that knows every word. */
export function speak(language: Language): i18n {
  return speakerWith(language, english)
}
