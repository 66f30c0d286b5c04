type Lists = Readonly<Record<string, readonly string[]>>

/** What the URL of a list says: words to look for, and one choice of each closed list. */
export type ListSearch<Choices extends Lists> = { q?: string } & { [Name in keyof Choices]?: Choices[Name][number] }

/** Reads the URL's search; whatever is not a known choice is left out. */
export function readListSearch<const Choices extends Lists>(
  raw: Record<string, unknown>,
  choices: Choices,
): ListSearch<Choices> {
  const search: Record<string, string> = {}
  const { q } = raw
  if (typeof q === 'string' && q.trim()) search['q'] = q.slice(0, 100)
  for (const [name, list] of Object.entries(choices)) {
    const value = raw[name]
    if (typeof value === 'string' && list.includes(value)) search[name] = value
  }
  return search
}
