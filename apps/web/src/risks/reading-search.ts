/** What the address of a page about readings may say: the month to look at, and the day up to which things shall be known. */
export interface ReadingSearch {
  month?: string
  knownOn?: string
}

export const readReadingSearch = ({ month, knownOn }: Record<string, unknown>): ReadingSearch => ({
  ...(typeof month === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
  ...(typeof knownOn === 'string' && isDay(knownOn) ? { knownOn } : {}),
})

function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
