// Making a format takes longer than a hundred uses of it, and a list shows many: one for each language, zone, currency.

const known = new Map<string, Intl.DateTimeFormat>()

function once(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const format = known.get(key) ?? make()
  known.set(key, format)
  return format
}

export const dayFormat = (locale: string) =>
  once(`day ${locale}`, () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }))

export const instantFormat = (locale: string, timeZone: string) =>
  once(
    `instant ${locale} ${timeZone}`,
    () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
  )

export const spanFormat = (locale: string, timeZone: string) =>
  once(
    `span ${locale} ${timeZone}`,
    () =>
      new Intl.DateTimeFormat(locale, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone,
      }),
  )
