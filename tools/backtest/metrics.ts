import type { Fall } from './labels.ts'
import type { Random } from './random.ts'
import { changesOf, episodesOf, type Signals } from './signals.ts'

/** What one network adds to the figures of a detector. Tallies of several networks are added up. */
export interface Tally {
  readonly events: number
  readonly found: number
  /** Months from the alarm to the event it was on at. */
  readonly leads: readonly number[]
  /** Alarms that belong to an event, and alarms that belong to none. */
  readonly trueAlarms: number
  readonly falseAlarms: number
  readonly falseEpisodes: number
  /** Months without an event near, and those of them with the alarm on. */
  readonly quietMonths: number
  readonly quietMonthsOn: number
  readonly changes: number
  readonly months: number
  readonly unreadMonths: number
  /** Months from a recovery to the end of the alarm that was on at the fall; of communities known by outcome, how long a false one stood. */
  readonly clears: readonly number[]
}

/** Months before an event in which an alarm is a warning of it and not a false one. */
export const WARNING_MONTHS = 18

/**
 * Tally over a network with dated falls. Judged from month `readFrom` on. An episode that is on within 18 months up to a fall is true,
 * one that lies in quiet months alone is false; months between a fall and its recovery count as neither.
 */
export function tallyOfFalls(signals: Signals, falls: readonly Fall[], readFrom: number): Tally {
  const episodes = episodesOf(signals).filter((episode) => episode.to > readFrom)
  const isNear = signals.map((_, month) =>
    falls.some((fall) => month > fall.at - WARNING_MONTHS && (fall.recoveredAt === null || month <= fall.recoveredAt)),
  )
  const isWarning = (month: number) => falls.some((fall) => month > fall.at - WARNING_MONTHS && month <= fall.at)
  const monthsOf = (episode: { from: number; to: number }) =>
    Array.from({ length: episode.to - episode.from }, (_, index) => episode.from + index)
  const trueAlarms = episodes.filter((episode) => monthsOf(episode).some(isWarning)).length
  const falseEpisodes = episodes.filter((episode) => monthsOf(episode).every((month) => !isNear[month])).length
  const atFall = falls.flatMap((fall) => {
    const episode = episodes.find((one) => one.from <= fall.at && one.to > fall.at)
    return episode === undefined ? [] : [{ fall, episode }]
  })
  const judged = signals.slice(readFrom)
  const quiet = judged.filter((_, index) => !isNear[index + readFrom])
  return {
    events: falls.length,
    found: atFall.length,
    leads: atFall.map(({ fall, episode }) => fall.at - episode.from),
    trueAlarms,
    falseAlarms: falseEpisodes,
    falseEpisodes,
    quietMonths: quiet.length,
    quietMonthsOn: quiet.filter(({ isOn }) => isOn).length,
    changes: changesOf(judged),
    months: judged.length,
    unreadMonths: judged.filter(({ isRead }) => !isRead).length,
    clears: atFall.flatMap(({ fall: { recoveredAt } }) => {
      if (recoveredAt === null) return []
      const clear = signals.findIndex(({ isOn }, month) => month >= recoveredAt && !isOn)
      return clear === -1 ? [] : [clear - recoveredAt]
    }),
  }
}

/**
 * Tally over a community known only by its outcome: alarmed when the alarm was ever on. Lead: from the first alarm to the end of the
 * record, which is the dissolution only where the record reaches it.
 */
export function tallyOfOutcome(signals: Signals, outcome: { isDissolved: boolean; isEndSeen: boolean }): Tally {
  const episodes = episodesOf(signals)
  const first = episodes[0]
  const isAlarmed = first !== undefined
  const { isDissolved } = outcome
  return {
    events: isDissolved ? 1 : 0,
    found: isDissolved && isAlarmed ? 1 : 0,
    leads: isDissolved && outcome.isEndSeen && first !== undefined ? [signals.length - 1 - first.from] : [],
    trueAlarms: isDissolved && isAlarmed ? 1 : 0,
    falseAlarms: !isDissolved && isAlarmed ? 1 : 0,
    falseEpisodes: isDissolved ? 0 : episodes.length,
    quietMonths: isDissolved ? 0 : signals.length,
    quietMonthsOn: isDissolved ? 0 : signals.filter(({ isOn }) => isOn).length,
    changes: changesOf(signals),
    months: signals.length,
    unreadMonths: signals.filter(({ isRead }) => !isRead).length,
    clears: isDissolved ? [] : episodes.filter(({ to }) => to < signals.length).map(({ from, to }) => to - from),
  }
}

/** Figures of a detector; shares 0..1, rates per year of network; null where nothing could be counted. */
export interface Figures {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
  readonly falseEpisodesPerYear: number | null
  readonly falseShareOfTime: number | null
  readonly changesPerYear: number | null
  readonly unreadShare: number | null
  readonly leads: readonly number[]
  readonly clears: readonly number[]
  readonly events: number
  readonly found: number
}

export function figuresOf(tallies: readonly Tally[]): Figures {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0)
  const events = sum((one) => one.events)
  const found = sum((one) => one.found)
  const trueAlarms = sum((one) => one.trueAlarms)
  const months = sum((one) => one.months)
  const quietMonths = sum((one) => one.quietMonths)
  const precision = ratio(
    trueAlarms,
    sum((one) => one.trueAlarms + one.falseAlarms),
  )
  const recall = ratio(found, events)
  return {
    precision,
    recall,
    f1: precision === null || recall === null ? null : (ratio(2 * precision * recall, precision + recall) ?? 0),
    falseEpisodesPerYear: ratio(12 * sum((one) => one.falseEpisodes), quietMonths),
    falseShareOfTime: ratio(
      sum((one) => one.quietMonthsOn),
      quietMonths,
    ),
    changesPerYear: ratio(12 * sum((one) => one.changes), months),
    unreadShare: ratio(
      sum((one) => one.unreadMonths),
      months,
    ),
    leads: tallies.flatMap((one) => one.leads),
    clears: tallies.flatMap((one) => one.clears),
    events,
    found,
  }
}

/** Value below which a share of the sorted values lies, by linear interpolation; null for none. share 0..1. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const position = share * (sorted.length - 1)
  const low = sorted[Math.floor(position)]
  const high = sorted[Math.ceil(position)]
  if (low === undefined || high === undefined) return null
  return low + (high - low) * (position - Math.floor(position))
}

const RESAMPLES = 1000

/**
 * Central 90 % interval of a figure when whole networks are drawn again with replacement, never months of them. Null below five
 * networks, where it would say more than is known.
 */
export function bootstrapInterval(
  tallies: readonly Tally[],
  figure: (figures: Figures) => number | null,
  random: Random,
): readonly [number, number] | null {
  if (tallies.length < 5) return null
  const values: number[] = []
  for (let sample = 0; sample < RESAMPLES; sample += 1) {
    const drawn = tallies.map(() => tallies[random.below(tallies.length)] as Tally)
    const value = figure(figuresOf(drawn))
    if (value !== null) values.push(value)
  }
  const low = quantile(values, 0.05)
  const high = quantile(values, 0.95)
  return low === null || high === null ? null : [low, high]
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}
