import type { Today } from '@commonweal/contracts/today'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { Amount } from '../money/amount.tsx'
import { Rows, type PlainRow } from '../ui/rows.tsx'
import { Section } from '../ui/section.tsx'
import { Day, Instant, Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import classes from './today.module.css'
import '../words/of/today.ts'

type WaitingBooking = Today['bookings']['items'][number]

/** The lists of what waits; a list without anything is left out. */
export function Waiting({ today }: { today: Today }) {
  const { t } = useWords()
  const { slug } = useCommunity()
  const bookingRow = ({ bookingId, space, organisation, startsAt, timezone }: WaitingBooking): PlainRow => ({
    key: bookingId,
    title: (
      <Link to="/c/$slug/bookings/$bookingId" params={{ slug, bookingId }}>
        <Own>{space}</Own>
      </Link>
    ),
    detail: (
      <>
        <Instant at={startsAt} timeZone={timezone} />
        {' · '}
        {t('today:bookings.for', { organisation })}
      </>
    ),
  })
  return (
    <>
      <List
        title={t('today:memberships.title')}
        todo={t('today:memberships.todo')}
        more={today.memberships.more}
        all={(words) => (
          <Link to="/c/$slug/partners" params={{ slug }} search={{ state: 'applied' }}>
            {words}
          </Link>
        )}
        rows={today.memberships.items.map(({ partnerId, name, since }) => ({
          key: partnerId,
          title: (
            <Link to="/c/$slug/partners/$partnerId" params={{ slug, partnerId }}>
              <Own>{name}</Own>
            </Link>
          ),
          detail: since && (
            <>
              {t('today:memberships.since')} <Day day={since} />
            </>
          ),
        }))}
      />
      <List
        title={t('today:bookings.title')}
        todo={t('today:bookings.todo')}
        more={today.bookings.more}
        all={(words) => (
          <Link to="/c/$slug/bookings" params={{ slug }} search={{ when: 'coming', status: 'requested' }}>
            {words}
          </Link>
        )}
        rows={today.bookings.items.map(bookingRow)}
      />
      <Pledges today={today} />
      <List
        title={t('today:reviewDue.title')}
        todo={t('today:reviewDue.todo')}
        more={today.reviewDue.more}
        all={(words) => (
          <Link to="/c/$slug/initiatives" params={{ slug }} search={{ isReviewDue: 'true' }}>
            {words}
          </Link>
        )}
        rows={today.reviewDue.items.map(({ initiativeId, title, dueOn }) => ({
          key: initiativeId,
          title: (
            <Link to="/c/$slug/initiatives/$initiativeId" params={{ slug, initiativeId }}>
              <Own>{title}</Own>
            </Link>
          ),
          detail: (
            <>
              {t('today:reviewDue.since')} <Day day={dueOn} />
            </>
          ),
        }))}
      />
      <List
        title={t('today:uncounted.title')}
        todo={t('today:uncounted.todo')}
        more={today.uncounted.more}
        all={(words) => (
          <Link to="/c/$slug/bookings" params={{ slug }} search={{ when: 'past', status: 'confirmed' }}>
            {words}
          </Link>
        )}
        rows={today.uncounted.items.map(bookingRow)}
      />
    </>
  )
}

function Pledges({ today: { pledges, overdue } }: { today: Today }) {
  const { t } = useWords()
  const { slug } = useCommunity()
  const forWhom = (initiative: string | null) =>
    initiative ? t('today:pledges.to', { initiative }) : t('today:pledges.community')
  const titleOf = (pledgeId: string, organisation: string) => (
    <Link to="/c/$slug/pledges/$pledgeId" params={{ slug, pledgeId }}>
      <Own>{organisation}</Own>
    </Link>
  )
  return (
    <>
      <List
        title={t('today:pledges.title')}
        todo={t('today:pledges.todo')}
        more={pledges.more}
        all={(words) => (
          <Link to="/c/$slug/pledges" params={{ slug }} search={{ status: 'offered' }}>
            {words}
          </Link>
        )}
        rows={pledges.items.map(({ pledgeId, organisation, initiative, ...measures }) => ({
          key: pledgeId,
          title: titleOf(pledgeId, organisation),
          detail: forWhom(initiative),
          mark: <Amount of={measures} />,
        }))}
      />
      <List
        title={t('today:overdue.title')}
        todo={t('today:overdue.todo')}
        more={overdue.more}
        all={(words) => (
          <Link to="/c/$slug/pledges" params={{ slug }} search={{ standing: 'overdue' }}>
            {words}
          </Link>
        )}
        rows={overdue.items.map(
          ({ pledgeId, organisation, initiative, overdueDays, overdueMinor, overdueQuantity, ...of }) => ({
            key: pledgeId,
            title: titleOf(pledgeId, organisation),
            detail: (
              <>
                {forWhom(initiative)}
                {overdueDays !== null && ` · ${t('today:overdue.days', { count: overdueDays })}`}
              </>
            ),
            mark: <Amount of={{ ...of, amountMinor: overdueMinor, quantity: overdueQuantity }} />,
          }),
        )}
      />
    </>
  )
}

interface ListProps {
  readonly title: string
  /** What to do about each. */
  readonly todo: string
  readonly rows: readonly PlainRow[]
  /** How many are left out, and the way to all of them. */
  readonly more: number
  readonly all: (words: string) => ReactNode
}

function List({ title, todo, rows, more, all }: ListProps) {
  const { t } = useWords()
  if (rows.length === 0) return null
  return (
    <Section title={title}>
      <p className={classes.todo}>{todo}</p>
      <Rows rows={rows} empty="" />
      {more > 0 && <p className={classes.more}>{all(t('today:more', { count: more }))}</p>}
    </Section>
  )
}
