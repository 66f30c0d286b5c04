import { handledFlags } from '@commonweal/contracts/handling'
import type { Notice } from '@commonweal/contracts/notices'
import { readTidings } from '@commonweal/domain/risks/tidings'
import { bookings as bookingsWords } from '@commonweal/words/en/bookings'
import { partners as partnersWords } from '@commonweal/words/en/partners'
import { pledges as pledgesWords } from '@commonweal/words/en/pledges'
import type { Say } from '../../../../words/words.tsx'
import '../../../../words/of/bookings.ts'
import '../../../../words/of/notices.ts'
import '../../../../words/of/partners.ts'
import '../../../../words/of/pledges.ts'

const { state: memberships } = partnersWords
const { status: bookings } = bookingsWords
const { status: pledges } = pledgesWords

/** The state that was decided, in the words of the thing it was decided about. */
export function sayOutcome(t: Say, { kind, outcome }: Pick<Notice, 'kind' | 'outcome'>): string {
  if (outcome === null) return ''
  if (kind === 'membership-decided' && isKeyOf(memberships, outcome)) return t(`partners:state.${outcome}`)
  if (kind === 'booking-decided' && isKeyOf(bookings, outcome)) return t(`bookings:status.${outcome}`)
  if (kind === 'pledge-decided' && isKeyOf(pledges, outcome)) return t(`pledges:status.${outcome}`)
  if (kind === 'flags-assessed') return sayTidings(t, outcome)
  return outcome
}

function sayTidings(t: Say, outcome: string): string {
  return readTidings(outcome, handledFlags)
    .map(({ flag, kind, level }) =>
      t(`notices:tiding.${kind}`, { flag: t(`notices:flag.${flag}`), level: t(`notices:level.${level}`) }),
    )
    .join(' ')
}

function isKeyOf<Words extends object>(words: Words, key: string): key is Extract<keyof Words, string> {
  return Object.hasOwn(words, key)
}
