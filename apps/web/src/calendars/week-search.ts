/** What the address of a space may say: the week to look at. Whether the year has that week, the page sees. */
export function readWeekSearch({ week }: Record<string, unknown>): { week?: string } {
  return typeof week === 'string' && /^2\d{3}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(week) ? { week } : {}
}
