import { inOrder } from '../words/in-order.ts'
import type { Choice } from './list-filters.tsx'

/** The things the rows on screen are about, to choose one of them; the one an address names is among them, named or not. */
export function knownChoices(
  named: Iterable<readonly [id: string | null, name: string | null]>,
  chosen: string | undefined,
  locale: string,
): Choice[] {
  const known = new Map<string, string>()
  if (chosen) known.set(chosen, '…')
  for (const [id, name] of named) if (id && name) known.set(id, name)
  return inOrder(known, ([, name]) => name, locale).map(([value, label]) => ({ value, label }))
}
