import type { Today } from '@commonweal/contracts/today'
import type { FlagCode } from '@commonweal/domain/risks/explain/flag-code'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Rows } from '../ui/rows.tsx'
import { Columns, Section } from '../ui/section.tsx'
import { Day, Instant, Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { sayMonth } from './say-month.ts'
import { Silent } from './silent.tsx'
import classes from './today.module.css'
import { Waiting } from './waiting.tsx'
import '../words/of/levels.ts'
import '../words/of/today.ts'

export type RaisedLevel = Today['flags']['funding']['heldLevel']

interface Props {
  readonly today: Today
  /** Shows a level as word, shape and colour; lent by the page. */
  readonly showLevel: (level: RaisedLevel) => ReactNode
  /** Signs of the other threats, for who looks after them; lent by the page. */
  readonly signs: ReactNode
  /** What stands where nothing waits; lent by the page. */
  readonly calm: ReactNode
}

/** What waits for me first; beside it raised flags and what is on. */
export function TodayView({ today, showLevel, signs, calm }: Props) {
  const { t } = useWords()
  const { slug } = useCommunity()
  const { flags, unreadNotices } = today
  const isTold = told(flags).length > 0
  const waits = [today.memberships, today.bookings, today.uncounted, today.pledges, today.overdue, today.reviewDue]
  const isCalm = waits.every(({ items }) => items.length === 0)
  return (
    <>
      <Calls flags={flags} />
      {unreadNotices > 0 && (
        <p className={classes.notice}>
          <Link to="/c/$slug/notices" params={{ slug }}>
            {t('today:notices.unread', { count: unreadNotices })}
          </Link>
        </p>
      )}
      <Columns
        main={
          <>
            {isCalm ? calm : <Waiting today={today} />}
            <Silent silent={today.silent} />
          </>
        }
        aside={
          <>
            {isTold && <Flags today={today} showLevel={showLevel} />}
            {signs}
            <Upcoming upcoming={today.upcoming} />
          </>
        }
      />
    </>
  )
}

const flagOf = { stagnation: 'network-stagnation', funding: 'funding-dependency' } as const satisfies Record<
  string,
  FlagCode
>

/** Where flags stand far below what waits: those that ask for something, in a line each before all else. */
function Calls({ flags }: Pick<Today, 'flags'>) {
  const { t } = useWords()
  const { slug } = useCommunity()
  const calls = told(flags).flatMap((name) => {
    const { tiding } = flags[name]
    return tiding === null ? [] : [{ name, tiding }]
  })
  return calls.map(({ name, tiding }) => (
    <p key={name} className={classes.call}>
      <Link to="/c/$slug/vital-signs/$flag" params={{ slug, flag: flagOf[name] }}>
        {t('today:flags.call', { flag: t(`today:flags.${name}`), what: t(`today:flags.tiding.${tiding}`) })}
      </Link>
    </p>
  ))
}

function Flags({ today: { flags }, showLevel }: Pick<Props, 'today' | 'showLevel'>) {
  const { t, locale } = useWords()
  const { slug } = useCommunity()
  return (
    <Section title={t('today:flags.title')}>
      <ul className={classes.flags}>
        {told(flags).map((name) => {
          const { level, heldLevel, onset, state, tiding, untilOn, reviewOn } = flags[name]
          const isQuiet = tiding === null
          return (
            <li key={name} className={classes.flag} data-quiet={isQuiet || undefined}>
              <Link to="/c/$slug/vital-signs/$flag" params={{ slug, flag: flagOf[name] }}>
                {t(`today:flags.${name}`)}
              </Link>
              {showLevel(heldLevel)}
              {onset && heldLevel !== 'none' && <p>{t('today:flags.since', { month: sayMonth(onset, locale) })}</p>}
              {tiding && <p>{t(`today:flags.tiding.${tiding}`)}</p>}
              {state === 'accepted' && untilOn ? (
                <p>
                  {t('today:flags.acceptedUntil')} <Day day={untilOn} />
                </p>
              ) : (
                state !== 'clear' && state !== 'open' && <p>{t(`today:flags.state.${state}`)}</p>
              )}
              {state === 'mitigating' && reviewOn && (
                <p>
                  {t('today:flags.reviewOn')} <Day day={reviewOn} />
                </p>
              )}
              {level === 'insufficient-data' && <p>{t('today:flags.unsure', { level: t(`levels:${heldLevel}`) })}</p>}
            </li>
          )
        })}
      </ul>
      <Link to="/c/$slug/vital-signs" params={{ slug }}>
        {t('today:flags.look')}
      </Link>
    </Section>
  )
}

/** Flags that are up, and those that have just cleared. */
function told(flags: Today['flags']) {
  return (['stagnation', 'funding'] as const).filter((name) => flags[name].isRaised || flags[name].tiding === 'cleared')
}

function Upcoming({ upcoming }: Pick<Today, 'upcoming'>) {
  const { t } = useWords()
  const { slug } = useCommunity()
  return (
    <Section title={t('today:upcoming.title')}>
      <Rows
        empty={t('today:upcoming.empty')}
        rows={upcoming.map(({ bookingId, space, title, organisation, startsAt, timezone }) => ({
          key: bookingId,
          title: (
            <Link to="/c/$slug/bookings/$bookingId" params={{ slug, bookingId }}>
              <Own>{title ?? organisation}</Own>
            </Link>
          ),
          detail: (
            <>
              <Instant at={startsAt} timeZone={timezone} /> · <Own>{space}</Own>
              {title && (
                <>
                  {' · '}
                  <Own>{organisation}</Own>
                </>
              )}
            </>
          ),
        }))}
      />
    </Section>
  )
}
