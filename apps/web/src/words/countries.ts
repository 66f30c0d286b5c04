/** Codes Intl has names for that name no country: unions, groups, what is made for tests. */
const noCountries = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'])

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** The name of a country by its two letters; letters without a name stay as they are. */
export function sayCountry(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
}

/** Every country by its two letters and its name, in the order of the names. What is chosen already is among them, whatever it is. */
export function countriesBesides(chosen: string, locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
  const order = new Intl.Collator(locale)
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => code === chosen || isCountry(code, names))
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((one, other) => order.compare(one.label, other.label))
}

/** A code that was replaced by another, as `DD` by `DE`, would name a country twice. */
function isCountry(code: string, names: Intl.DisplayNames): boolean {
  return !noCountries.has(code) && names.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code
}
