/** What the address of a space may say: the week to look at, and for which initiative a time is sought. Whether the year has that week, the page sees. */
export function readWeekSearch({ week, initiativeId }: Record<string, unknown>): {
  week?: string
  initiativeId?: string
} {
  return {
    ...(typeof week === 'string' && /^2\d{3}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(week) ? { week } : {}),
    ...(typeof initiativeId === 'string' && /^[\da-f-]{36}$/i.test(initiativeId) ? { initiativeId } : {}),
  }
}
