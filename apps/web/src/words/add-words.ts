import type { Language } from '@commonweal/words/languages'
import { addWordsTo, speakerWith } from '@commonweal/words/speaker'
import '@commonweal/words/typed-keys'

const known: Record<string, object> = {}
const speakers = new Map<Language, ReturnType<typeof speakerWith>>()

/**
 * Teaches every speaker the words of a noun. A file that says words of a noun imports `of/<noun>.ts`, so that they are
 * loaded with it and not with the first page.
 */
export function addWords(namespace: string, words: object): void {
  known[namespace] = words
  for (const [language, speaker] of speakers) addWordsTo(speaker, language, namespace, words)
}

export function speakerOf(language: Language): ReturnType<typeof speakerWith> {
  const speaker = speakers.get(language) ?? speakerWith(language, known)
  speakers.set(language, speaker)
  return speaker
}
