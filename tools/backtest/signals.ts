/** What a detector says of one month: whether its alarm is on, and whether it could judge at all. */
export interface Signal {
  readonly isOn: boolean
  readonly isRead: boolean
}

/** One detector over consecutive months. */
export type Signals = readonly Signal[]

/** Months [from, to) of one unbroken alarm, counted from the first month of the signals. */
export interface Episode {
  readonly from: number
  readonly to: number
}

/** A month without a reading neither raises nor clears: the last state stands. null: could not judge. */
export function heldThroughUnknown(verdicts: readonly (boolean | null)[]): Signals {
  let isOn = false
  return verdicts.map((verdict) => {
    isOn = verdict ?? isOn
    return { isOn, isRead: verdict !== null }
  })
}

export function episodesOf(signals: Signals): Episode[] {
  const episodes: Episode[] = []
  let from: number | null = null
  signals.forEach(({ isOn }, month) => {
    if (isOn) from ??= month
    else if (from !== null) {
      episodes.push({ from, to: month })
      from = null
    }
  })
  if (from !== null) episodes.push({ from, to: signals.length })
  return episodes
}

/** How often the alarm went on or off; on in the first month counts once. */
export function changesOf(signals: Signals): number {
  let changes = 0
  let before = false
  for (const { isOn } of signals) {
    if (isOn !== before) changes += 1
    before = isOn
  }
  return changes
}
