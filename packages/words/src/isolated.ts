import { languages } from './languages.ts'

const firstStrongIsolate = '\u2068'
const popIsolate = '\u2069'

const rightToLeft: ReadonlySet<string> = new Set(
  Object.values(languages).flatMap(({ tag, direction }) => ((direction as string) === 'rtl' ? [tag] : [])),
)

/** Text that keeps its own direction, whatever stands around it. */
export function isolated(text: string): string {
  return `${firstStrongIsolate}${text}${popIsolate}`
}

/**
 * A number with its signs, as the language of a page writes it: from right to left it is isolated, so that its minus, its
 * percent and its currency stay on their sides of the digits. Elsewhere it is left as it is.
 */
export function isolatedNumber(said: string, tag: string): string {
  return rightToLeft.has(tag) ? isolated(said) : said
}
