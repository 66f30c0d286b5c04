const formats = new Map<string, Intl.NumberFormat>()

/**
 * A number as a language writes it. Whole numbers below a thousand are written alike in English and are most of what a
 * page says; the first format a page makes takes longer than drawing ten rows.
 */
export function sayNumber(value: number, tag: string): string {
  if (tag.startsWith('en') && Number.isInteger(value) && value >= 0 && value < 1000) return String(value)
  const format = formats.get(tag) ?? new Intl.NumberFormat(tag)
  formats.set(tag, format)
  return format.format(value)
}
