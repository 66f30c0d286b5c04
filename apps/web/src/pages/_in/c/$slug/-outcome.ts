import { handledFlags } from '@commonweal/contracts/handling'
import type { Notice } from '@commonweal/contracts/notices'
import { secondaryFlagNames } from '@commonweal/domain/risks/secondary/flag-names'
import { readTidings, type Tiding } from '@commonweal/domain/risks/tidings'
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
  const line = (name: string, { kind, level }: Tiding) =>
    t(`notices:tiding.${kind}`, { flag: name, level: t(`notices:level.${level}`) })
  return [
    ...readTidings(outcome, handledFlags).map((one) => line(t(`notices:flag.${one.flag}`), one)),
    ...readTidings(outcome, secondaryFlagNames).map((one) =>
      line(t('notices:signNamed', { name: t(`notices:sign.${one.flag}`) }), one),
    ),
  ].join(' ')
}

function isKeyOf<Words extends object>(words: Words, key: string): key is Extract<keyof Words, string> {
  return Object.hasOwn(words, key)
}
