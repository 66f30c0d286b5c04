/**
 * Languages a page can be shown in. `tag` is what Intl and the `lang` attribute understand; the mirror is a private
 * variant of English that exists to check the product.
 */
export const languages = {
  en: { tag: 'en-GB', direction: 'ltr', isForPeople: true },
  'x-mirror': { tag: 'en-GB-x-mirror', direction: 'rtl', isForPeople: false },
} as const satisfies Record<string, { tag: string; direction: 'ltr' | 'rtl'; isForPeople: boolean }>

export type Language = keyof typeof languages

export function isLanguage(value: string | null): value is Language {
  return value !== null && Object.hasOwn(languages, value)
}
