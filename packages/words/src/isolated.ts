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
 * What a language writes by its own rules, a number with its signs or a day: from right to left it is isolated, so that a minus,
 * a percent, a currency and the parts of a day stay where they belong. Elsewhere it is left as it is.
 */
export function isolatedIn(said: string, tag: string): string {
  return rightToLeft.has(tag) ? isolated(said) : said
}
