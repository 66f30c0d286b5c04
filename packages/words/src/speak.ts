import { createInstance, type i18n } from 'i18next'
import { english } from './english.ts'
import { languages, type Language } from './languages.ts'
import { mirror } from './mirror.ts'
import './typed-keys.ts'

const firstStrongIsolate = '\u2068'
const popIsolate = '\u2069'

/**
 * A speaker of one language: its `t` turns keys into sentences. From right to left, what is filled into a sentence is
 * isolated, so that a Latin name does not turn its neighbours around.
 */
export function speak(language: Language): i18n {
  const { tag, direction } = languages[language]
  const speaker = createInstance()
  void speaker.init({
    lng: tag,
    fallbackLng: false,
    supportedLngs: false,
    load: 'currentOnly',
    initAsync: false,
    defaultNS: 'common',
    resources: { [tag]: language === 'x-mirror' ? mirror(english) : english },
    interpolation: {
      escapeValue: direction === 'rtl',
      escape: (value) => `${firstStrongIsolate}${value}${popIsolate}`,
    },
    returnNull: false,
  })
  return speaker
}
