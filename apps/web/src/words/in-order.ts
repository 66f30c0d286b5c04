const collators = new Map<string, Intl.Collator>()

/**
 * Names in the order of a language, capital or not. Making a collator takes longer than drawing a table; so words of plain
 * letters, which every language orders alike, are compared without one.
 */
export function inOrder<One>(things: Iterable<One>, nameOf: (one: One) => string, locale: string): One[] {
  const named = [...things].map((one) => ({ one, name: nameOf(one), key: nameOf(one).toLowerCase() }))
  const isPlain = locale.startsWith('en') && named.every(({ key }) => /^[a-z ]*$/.test(key))
  const compare = isPlain || named.length < 2 ? byKey : byCollator(locale)
  return named.toSorted(compare).map(({ one }) => one)
}

interface Named {
  readonly name: string
  readonly key: string
}

const byKey = (one: Named, other: Named) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)

function byCollator(locale: string): (one: Named, other: Named) => number {
  const collator = collators.get(locale) ?? new Intl.Collator(locale)
  collators.set(locale, collator)
  return (one, other) => collator.compare(one.name, other.name)
}
