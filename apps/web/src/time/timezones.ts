/** Every time zone this browser knows, and what is chosen already, whatever it is. */
export function timezonesBesides(chosen: string): string[] {
  return [...new Set([...(chosen ? [chosen] : []), 'UTC', ...Intl.supportedValuesOf('timeZone')])]
}
