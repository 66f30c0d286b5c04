import type { Reason } from '../reason.ts'
import type { Interval } from '../statistics/wilson.ts'

export type SignalLevel = 0 | 1 | 2 | 3

/** What one secondary flag reads in one month, before it becomes a level that moves slowly. */
export interface Signal {
  /** The worst of the readable parts; null where none is. */
  readonly score: SignalLevel | null
  readonly reason?: Reason
  /** The figure the flag is named for; its meaning stands with each signal. */
  readonly value: number | null
  readonly interval: Interval | null
  /** What the value rests on. */
  readonly n: number
  /** Level each part calls for; null where it cannot be read. */
  readonly parts: Readonly<Record<string, SignalLevel | null>>
  readonly contributors: Readonly<Record<string, unknown>>
  /** Figures beside it that call for nothing. */
  readonly reported: Readonly<Record<string, unknown>>
  /** What tells of persons: shown only to those it concerns. */
  readonly persons: Readonly<Record<string, unknown>> | null
}

/** What lies in the window; too little of it, and no secondary flag is read. */
export interface WindowSize {
  readonly initiatives: number
  readonly partners: number
}

/** The worst of the parts that can be read; null where none can. */
export function worst(parts: Signal['parts']): SignalLevel | null {
  const readable = Object.values(parts).filter((level) => level !== null)
  return readable.length === 0 ? null : readable.reduce((most, level) => (level > most ? level : most))
}

/** The highest level whose line is reached; a null line does not exist. */
export function levelOf(lines: readonly (number | null)[], isReached: (line: number) => boolean): SignalLevel {
  for (const level of [3, 2, 1] as const) {
    const line = lines[level - 1] ?? null
    if (line !== null && isReached(line)) return level
  }
  return 0
}

export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

/** A signal that cannot be read, with what can be reported all the same. */
export function unread(reason: Reason, n = 0, reported: Signal['reported'] = {}): Signal {
  return { score: null, reason, value: null, interval: null, n, parts: {}, contributors: {}, reported, persons: null }
}
