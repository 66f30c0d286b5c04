import type { History } from '../risks/history.ts'
import { type Day, dayNumber } from '../values/day.ts'
import { engagementOf, silenceFrom } from './engagement.ts'
import type { Engagement } from './engagements.ts'
import { heardOf } from './heard-of.ts'

export interface SilentPartner {
  readonly partnerId: string
  readonly name: string
  readonly engagement: Exclude<Engagement, 'active'>
  readonly lastActOn: Day | null
  /** Days since its last act or the beginning of its membership; null where neither is known. */
  readonly days: number | null
}

/** The members that are quiet or dormant at the end of a day, the longest silent first, then by id. Source: docs/adr/0065. */
export function callList(history: History, today: Day): SilentPartner[] {
  const names = new Map(history.organisations.map(({ id, name }) => [id, name ?? id]))
  const silent: SilentPartner[] = []
  for (const [partnerId, heard] of heardOf(history, today)) {
    const engagement = engagementOf(heard, today)
    if (engagement === 'active') continue
    const since = silenceFrom(heard)
    silent.push({
      partnerId,
      name: names.get(partnerId) ?? partnerId,
      engagement,
      lastActOn: heard.lastActOn,
      days: since === null ? null : dayNumber(today) - dayNumber(since),
    })
  }
  const lengthOf = ({ days }: SilentPartner) => days ?? Infinity
  return silent.sort((one, other) =>
    lengthOf(one) === lengthOf(other)
      ? one.partnerId < other.partnerId
        ? -1
        : 1
      : lengthOf(one) > lengthOf(other)
        ? -1
        : 1,
  )
}
