/** What the address of the calendar may say: the month to look at. */
export function readMonthSearch({ month }: Record<string, unknown>): { month?: string } {
  return typeof month === 'string' && /^2\d{3}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}
}
