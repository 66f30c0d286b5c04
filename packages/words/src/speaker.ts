import { createInstance, type i18n, type Resource } from 'i18next'
import type { Catalogue } from './english.ts'
import { languages, type Language } from './languages.ts'
import { mirrored } from './mirror.ts'
import './typed-keys.ts'

const firstStrongIsolate = '\u2068'
const popIsolate = '\u2069'

/**
 * A speaker of one language that knows some words to begin with; `addWordsTo` teaches it more. Its `t` turns keys into sentences. From right to left, what is filled into a sentence is
 * isolated, so that a Latin name does not turn its neighbours around.
 */
export function speakerWith(language: Language, words: Partial<Catalogue>): i18n {
  const { tag, direction } = languages[language]
  const speaker = createInstance()
  void speaker.init({
    lng: tag,
    fallbackLng: false,
    supportedLngs: false,
    load: 'currentOnly',
    initAsync: false,
    defaultNS: 'common',
    resources: { [tag]: inLanguage(language, words) as Resource[string] },
    interpolation: {
      escapeValue: direction === 'rtl',
      escape: (value) => `${firstStrongIsolate}${value}${popIsolate}`,
    },
    returnNull: false,
  })
  return speaker
}

/** Teaches a speaker the words of a noun. */
export function addWordsTo(speaker: i18n, language: Language, namespace: string, words: object): void {
  speaker.addResourceBundle(languages[language].tag, namespace, inLanguage(language, words), true, true)
}

function inLanguage(language: Language, words: object): object {
  return language === 'x-mirror' ? (mirrored(words) as object) : words
}
