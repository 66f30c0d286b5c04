import type { english } from '@commonweal/words/english'
import { isLanguage, languages, type Language } from '@commonweal/words/languages'
import { namespaces as allNamespaces } from '@commonweal/words/namespaces'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { speakerOf } from './add-words.ts'

const namespaces = [...allNamespaces] as unknown as Namespaces
type Namespaces = ['common', ...Exclude<keyof typeof english, 'common'>[]]

/** Turns a key such as `partners:title` into a sentence; a key that is not in the catalogue does not compile. */
export type Say = TFunction<Namespaces>

/** `t` for sentences, `locale` for Intl. */
export function useWords(): { t: Say; locale: string } {
  const { t, i18n } = useTranslation(namespaces)
  return { t, locale: i18n.language }
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

export function Words({ language, children }: { language: Language; children: ReactNode }) {
  return <I18nextProvider i18n={speakerOf(language)}>{children}</I18nextProvider>
}
