/**
 * Numbers names from 0 in the order in which they first appear. A number never changes its meaning, so the states of a fold and all
 * their copies may share one table and keep plain lists of numbers, which copy as blocks of memory.
 */
export interface Numbered {
  readonly numberOf: (name: string) => number
  /** The number of a name that has appeared; undefined before that. */
  readonly known: (name: string) => number | undefined
  readonly nameOf: (number: number) => string
  readonly size: () => number
}

export function numbered(): Numbered {
  const numbers = new Map<string, number>()
  const names: string[] = []
  return {
    numberOf(name) {
      const known = numbers.get(name)
      if (known !== undefined) return known
      numbers.set(name, names.length)
      names.push(name)
      return names.length - 1
    },
    known: (name) => numbers.get(name),
    nameOf: (number) => names[number] ?? '',
    size: () => names.length,
  }
}

/** Adds to a counter of a list that grows with its table; the new value. */
export function count(counters: number[], number: number, by: number): number {
  while (counters.length <= number) counters.push(0)
  const next = (counters[number] as number) + by
  counters[number] = next
  return next
}

/** A copy of lists by month whose lists may go on growing apart. */
export function copiedLists(lists: ReadonlyMap<number, readonly number[]>): Map<number, number[]> {
  return new Map([...lists].map(([month, list]) => [month, list.slice()]))
}
