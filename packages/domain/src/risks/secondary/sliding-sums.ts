/** Integer amounts by key over the last months, kept up by what enters and what leaves. */
export interface SlidingSums {
  /** Adds to the month that the next `slideTo` closes. */
  readonly add: (key: string, amount: number) => void
  /** Closes the month before `month` and lets go of what the window no longer sees. */
  readonly slideTo: (month: number) => void
  readonly of: (key: string) => number
  readonly has: (key: string) => boolean
  /** Keys with any amount in the window, sorted. */
  readonly entries: () => [string, number][]
}

/**
 * A window of `windowMonths` whole months that ends `lagMonths` before the first day of the month slid to. Amounts are integers, so
 * that what leaves takes away exactly what it brought; each enters once and leaves once.
 */
export function slidingSums(windowMonths: number, lagMonths = 0): SlidingSums {
  const months = new Map<number, Map<string, number>>()
  const window = new Map<string, { amount: number; months: number }>()
  let open = new Map<string, number>()

  const move = (month: number, by: 1 | -1) => {
    for (const [key, amount] of months.get(month) ?? []) {
      const sum = window.get(key) ?? { amount: 0, months: 0 }
      sum.amount += by * amount
      sum.months += by
      if (sum.months === 0) window.delete(key)
      else window.set(key, sum)
    }
  }

  return {
    add(key, amount) {
      open.set(key, (open.get(key) ?? 0) + amount)
    },
    slideTo(month) {
      if (open.size > 0) months.set(month - 1, open)
      open = new Map()
      move(month - 1 - lagMonths, 1)
      const left = month - 1 - lagMonths - windowMonths
      move(left, -1)
      months.delete(left)
    },
    of: (key) => window.get(key)?.amount ?? 0,
    has: (key) => window.has(key),
    entries: () =>
      [...window].map(([key, sum]): [string, number] => [key, sum.amount]).sort(([a], [b]) => (a < b ? -1 : 1)),
  }
}
