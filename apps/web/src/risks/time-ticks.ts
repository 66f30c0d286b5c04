/** A month to write under a chart over months. */
export interface TimeTick {
  /** Position of the month in the chart. */
  readonly at: number
  readonly said: string
  readonly isYear: boolean
  /** Months until the next tick that is at least as round, or the end: the room it has. */
  readonly roomMonths: number
}

/**
 * What can be written under months in a row, `YYYY-MM`: years, and below three years quarters. A tick is the rounder the fewer
 * of its kind there are (eight years, four, two, one; half a year, a quarter): where each shows only if its room holds the
 * widest of them, whatever shows stands clear of the rest. `widest` is that width, in signs.
 */
export function timeTicks(months: readonly string[], locale: string): { ticks: TimeTick[]; widest: number } {
  const finest = months.length > LONG ? 12 : months.length >= 12 ? 3 : 1
  const year = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' })
  const short = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const both = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  const found = months.flatMap((month, at) => {
    const span = spanOf(month)
    return span >= finest ? [{ month, at, span, roomMonths: Math.min(span, months.length - at) }] : []
  })
  // Where no January lies among them, the roundest says its year.
  const roundest = found.find(({ span }) => span === Math.max(...found.map((one) => one.span)))
  const ticks = found.map((one): TimeTick => {
    const { month, at, span, roomMonths } = one
    const isYear = span >= 12
    const format = isYear ? year : one === roundest ? both : short
    return { at, said: format.format(new Date(`${month}-01T00:00:00Z`)), isYear, roomMonths }
  })
  return { ticks, widest: Math.max(0, ...ticks.map(({ said }) => widthOf(said))) }
}

/** Above so many months only years are written. */
const LONG = 36

/** Each is a multiple of the next, so that what is left out at a width leaves equal steps. */
const spans = [96, 48, 24, 12, 6, 3] as const

function spanOf(month: string): number {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
  return spans.find((span) => count % span === 0) ?? 1
}

/** About how many digits wide; signs of East Asian scripts are twice as wide. */
function widthOf(said: string): number {
  return [...said].reduce((width, sign) => width + (sign >= '⺀' ? 2 : 1), 0)
}
