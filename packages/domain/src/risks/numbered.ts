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

/**
 * Counters by number, none below 0, so many for each number that lie side by side in one block of memory: what there are most of in a
 * fold, and what its copies would pay most for.
 */
export interface Counters {
  /** One of the counters of a number. */
  readonly at: (number: number, which: number) => number
  /** Adds to a counter; the new value. */
  readonly add: (number: number, which: number, by: number) => number
  readonly copy: () => Counters
}

export function counters(each: number, from: Uint32Array = new Uint32Array(0)): Counters {
  let counts = from
  /** Places up to the last one added to: a copy needs no more of them. */
  let used = from.length
  return {
    at: (number, which) => counts[number * each + which] ?? 0,
    add(number, which, by) {
      const place = number * each + which
      if (place >= used) used = (number + 1) * each
      if (used > counts.length) {
        const grown = new Uint32Array(2 * used)
        grown.set(counts)
        counts = grown
      }
      const next = (counts[place] as number) + by
      counts[place] = next
      return next
    },
    copy: () => counters(each, counts.slice(0, used)),
  }
}

/** A copy of lists by month whose lists may go on growing apart. */
export function copiedLists(lists: ReadonlyMap<number, readonly number[]>): Map<number, number[]> {
  return new Map([...lists].map(([month, list]) => [month, list.slice()]))
}
