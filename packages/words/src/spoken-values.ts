import type { explanations } from './en/explanations.ts'

type Near = keyof typeof explanations.fraction

/** A value that says how it is to be read; the same shape as the values of the risk engine's sentences. */
export interface SpokenValue {
  readonly type: 'number' | 'share' | 'probability' | 'months' | 'days' | 'money' | 'day' | 'month'
  readonly value: number | string
  readonly near?: Near
}

/** How one language and currency says each kind of value. */
export interface Formats {
  readonly number: (value: number) => string
  readonly share: (ratio: number) => string
  readonly chance: (probability: number) => string
  readonly money: (amountMinor: number) => string
  readonly month: (month: string) => string
  readonly day: (day: string) => string
  /** A plain fraction: as it is, or with the share it is close to. */
  readonly fraction: (near: Near, share: string | null) => string
}

const exact: Readonly<Record<Near, number>> = {
  all: 1,
  'nearly-all': Number.NaN,
  'three-quarters': 3 / 4,
  'two-thirds': 2 / 3,
  half: 1 / 2,
  third: 1 / 3,
}
const CLOSE = 0.005

/**
 * What is filled into a sentence, by name. `count` stays a number, since it chooses the plural; `part` begins a sentence and is said
 * as a plain fraction where it is close to one.
 */
export function spokenValues(
  values: Readonly<Record<string, SpokenValue>>,
  formats: Formats,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, one]) => [
      name,
      name === 'count' ? Number(one.value) : name === 'part' ? spokenPart(one, formats) : spokenValue(one, formats),
    ]),
  )
}

/** One value in words. */
export function spokenValue({ type, value }: SpokenValue, formats: Formats): string {
  switch (type) {
    case 'share':
      return formats.share(Number(value))
    case 'probability':
      return formats.chance(Number(value))
    case 'money':
      return formats.money(Number(value))
    case 'month':
      return formats.month(String(value))
    case 'day':
      return formats.day(String(value))
    default:
      return formats.number(Number(value))
  }
}

function spokenPart(one: SpokenValue, formats: Formats): string {
  const share = formats.share(Number(one.value))
  if (one.near === undefined) return share
  return formats.fraction(one.near, Math.abs(Number(one.value) - exact[one.near]) < CLOSE ? null : share)
}
