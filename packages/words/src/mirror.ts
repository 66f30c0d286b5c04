/**
 * A language nobody speaks: every sentence in brackets, accented, stretched by about forty percent, written from right
 * to left. Text outside brackets is text that no catalogue holds; a layout that holds here holds in other languages.
 */
export function mirrored(part: unknown): unknown {
  if (typeof part === 'string') return mirrorSentence(part)
  return Object.fromEntries(Object.entries(part as object).map(([key, value]) => [key, mirrored(value)]))
}

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  y: 'ý',
  n: 'ñ',
  c: 'ç',
  s: 'š',
  z: 'ž',
  A: 'Å',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
  N: 'Ñ',
  C: 'Ç',
  S: 'Š',
}

/** Placeholders `{{…}}`, references `$t(…)` and tags `<…>` keep their form. */
const untouched = /(\{\{.*?\}\}|\$t\(.*?\)|<[^>]*>)/

export function mirrorSentence(sentence: string): string {
  const parts = sentence.split(untouched)
  const spoken = parts.map((part, index) =>
    index % 2 ? part : part.replace(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter),
  )
  const letters = parts.reduce((sum, part, index) => sum + (index % 2 ? 0 : part.length), 0)
  return `[${spoken.join('')}${' ~'.repeat(Math.ceil((letters * 0.4) / 2))}]`
}
