import { createInstance, type i18n, type Resource, type TFunction } from 'i18next'
import type { Catalogue } from './english.ts'
import { isolated } from './isolated.ts'
import { languages, type Language } from './languages.ts'
import { mirrored } from './mirror.ts'
import { sayNumber } from './say-number.ts'
import './typed-keys.ts'

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
      escape: (value) => isolated(value),
    },
    returnNull: false,
  })
  speaker.services.formatter?.add('number', (value, tag) => sayNumber(Number(value), tag ?? languages[language].tag))
  return speaker
}

/** Teaches a speaker the words of a noun. */
export function addWordsTo(speaker: i18n, language: Language, namespace: string, words: object): void {
  const resources = inLanguage(language, words)
  // The words stay as they are: a copy of them would cost more than all they say on a page.
  speaker.addResourceBundle(languages[language].tag, namespace, resources, false, true, {
    silent: true,
    skipCopy: true,
  })
}

/**
 * `t` of a speaker. A sentence into which nothing is filled is taken as it stands in the catalogue: most are of that
 * kind, and a table says some hundred.
 */
export function sayerOf(speaker: i18n): TFunction {
  const say = speaker.getFixedT(null, 'common') as unknown as (...parts: readonly unknown[]) => unknown
  const known = new Map<unknown, string>()
  const sayer = (key: unknown, ...values: readonly unknown[]) => {
    if (values.length > 0 || typeof key !== 'string') return say(key, ...values)
    const plain = known.get(key) ?? plainSentence(speaker, key)
    if (plain === undefined) return say(key)
    known.set(key, plain)
    return plain
  }
  return sayer as unknown as TFunction
}

function plainSentence(speaker: i18n, key: string): string | undefined {
  const [namespace, name, ...more] = key.split(':')
  if (!namespace || !name || more.length > 0) return undefined
  const found: unknown = speaker.getResource(speaker.language, namespace, name)
  return typeof found === 'string' && !/\{\{|\$t\(/.test(found) ? found : undefined
}

function inLanguage(language: Language, words: object): object {
  return language === 'x-mirror' ? (mirrored(words) as object) : words
}
