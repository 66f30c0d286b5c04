import type { english } from '@commonweal/words/english'
import { isLanguage, languages, type Language } from '@commonweal/words/languages'
import { sayerOf } from '@commonweal/words/speaker'
import type { TFunction } from 'i18next'
import { createContext, use, useMemo, type ReactNode } from 'react'
import { speakerOf } from './add-words.ts'

type Namespaces = ['common', ...Exclude<keyof typeof english, 'common'>[]]

/** Turns a key such as `partners:title` into a sentence; a key that is not in the catalogue does not compile. */
export type Say = TFunction<Namespaces>

interface Spoken {
  readonly t: Say
  readonly locale: string
}

const Context = createContext<Spoken | null>(null)

/** `t` for sentences, `locale` for Intl. */
export function useWords(): Spoken {
  const spoken = use(Context)
  if (!spoken) throw new Error('useWords needs Words above')
  return spoken
}

/** The language asked for by `?lang=`, remembered for this tab; English otherwise. */
export function chosenLanguage(search: string): Language {
  const asked = new URLSearchParams(search).get('lang')
  if (isLanguage(asked)) sessionStorage.setItem('commonweal-language', asked)
  const kept = sessionStorage.getItem('commonweal-language')
  return isLanguage(kept) ? kept : 'en'
}

/** Tells the document which language it speaks, before anything is drawn. */
export function speakInDocument(language: Language): void {
  document.documentElement.lang = languages[language].tag
  document.documentElement.dir = languages[language].direction
}

/**
 * Every key names its noun, and words that come later are there when what says them is drawn; so nothing has to listen,
 * which a table of some hundred cells would feel.
 */
export function Words({ language, children }: { language: Language; children: ReactNode }) {
  const spoken = useMemo((): Spoken => {
    const speaker = speakerOf(language)
    return { t: sayerOf(speaker) as unknown as Say, locale: speaker.language }
  }, [language])
  return <Context value={spoken}>{children}</Context>
}
