/**
 * As few of the items as suffice: one, the first of those that do by itself, else of the least number of first ones that do together
 * those without any of which it would not do. Null where
 * the first do not suffice, however many.
 */
export function fewEnough<Item>(
  items: readonly Item[],
  suffices: (chosen: readonly Item[]) => boolean,
): readonly Item[] | null {
  const count = items.findIndex((_, index) => suffices(items.slice(0, index + 1))) + 1
  if (count < 2) return count === 0 ? null : items.slice(0, 1)
  const alone = items.slice(1).find((one) => suffices([one]))
  return alone === undefined ? withoutNeedless(items.slice(0, count), suffices) : [alone]
}

function withoutNeedless<Item>(
  chosen: readonly Item[],
  suffices: (chosen: readonly Item[]) => boolean,
): readonly Item[] {
  const needless = chosen.length < 2 ? -1 : chosen.findIndex((_, index) => suffices(chosen.toSpliced(index, 1)))
  return needless === -1 ? chosen : withoutNeedless(chosen.toSpliced(needless, 1), suffices)
}
