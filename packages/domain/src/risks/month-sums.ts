/** Sums of whole numbers by month, in one list from the earliest month there is to the latest: it copies as a block of memory. */
export interface MonthSums {
  /** 0 for a month nothing was added to. */
  readonly at: (month: number) => number
  readonly add: (month: number, by: number) => void
  /** Of a month and all that follow. */
  readonly from: (month: number) => number
  readonly copy: () => MonthSums
}

export function monthSums(known: readonly number[] = [], earliest = 0): MonthSums {
  let sums = known.slice()
  let first = earliest
  return {
    at: (month) => sums[month - first] ?? 0,
    add(month, by) {
      if (sums.length === 0) first = month
      if (month < first) {
        sums = [...Array.from({ length: first - month }, () => 0), ...sums]
        first = month
      }
      while (sums.length <= month - first) sums.push(0)
      sums[month - first] = (sums[month - first] as number) + by
    },
    from(month) {
      let sum = 0
      for (let place = Math.max(0, month - first); place < sums.length; place += 1) sum += sums[place] as number
      return sum
    },
    copy: () => monthSums(sums, first),
  }
}
