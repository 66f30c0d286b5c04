import type { Notice } from '@commonweal/contracts/notices'
import { english } from '@commonweal/words/english'
import type { Say } from '../../../../words/words.tsx'

const { state: memberships } = english.partners
const { status: bookings } = english.bookings
const { status: pledges } = english.pledges

/** The state that was decided, in the words of the thing it was decided about. */
export function sayOutcome(t: Say, { kind, outcome }: Pick<Notice, 'kind' | 'outcome'>): string {
  if (outcome === null) return ''
  if (kind === 'membership-decided' && isKeyOf(memberships, outcome)) return t(`partners:state.${outcome}`)
  if (kind === 'booking-decided' && isKeyOf(bookings, outcome)) return t(`bookings:status.${outcome}`)
  if (kind === 'pledge-decided' && isKeyOf(pledges, outcome)) return t(`pledges:status.${outcome}`)
  return outcome
}

function isKeyOf<Words extends object>(words: Words, key: string): key is Extract<keyof Words, string> {
  return Object.hasOwn(words, key)
}
