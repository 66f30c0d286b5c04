import { sayNumber } from '@commonweal/words/say-number'
import type { ReactNode } from 'react'
import { sayMoney } from '../money/money.ts'
import { sayDay, sayInstant } from '../time/days.ts'
import { useWords } from '../words/words.tsx'
import classes from './shown.module.css'
import '../words/of/common.ts'

/** A day, readable; `Missing` where it is not known. */
export function Day({ day }: { day: string | null }) {
  const { locale } = useWords()
  if (!day) return <Missing />
  return <time dateTime={day}>{sayDay(day, locale)}</time>
}

/** An instant in the zone of the place. */
export function Instant({ at, timeZone }: { at: string; timeZone: string }) {
  const { locale } = useWords()
  return <time dateTime={at}>{sayInstant(at, locale, timeZone)}</time>
}

/** From – to; an open end or beginning says so. */
export function Period({ from, to }: { from: string | null; to: string | null }) {
  const { t } = useWords()
  if (!from && !to) return <Missing />
  if (!from || !to) {
    return (
      <>
        {from ? t('common:since') : t('common:until')} <Day day={from ?? to} />
      </>
    )
  }
  return (
    <>
      <Day day={from} /> – <Day day={to} />
    </>
  )
}

/** Money in its own currency, from minor units. */
export function Money({ minor, currency }: { minor: number | null; currency: string | null }) {
  const { locale } = useWords()
  if (minor === null || !currency) return <Missing />
  return <data value={`${minor} ${currency}`}>{sayMoney(minor, currency, locale)}</data>
}

export function Count({ value }: { value: number | null }) {
  const { locale } = useWords()
  if (value === null) return <Missing />
  return <data value={value}>{sayNumber(value, locale)}</data>
}

/** What people wrote themselves: isolated, so that its direction stays its own. */
export function Own({ children }: { children: ReactNode }) {
  return <bdi>{children}</bdi>
}

/** An e-mail address, which may break before its sign where room is short. */
export function Address({ children }: { children: string }) {
  const sign = children.lastIndexOf('@')
  return (
    <bdi>
      {children.slice(0, Math.max(sign, 0))}
      <wbr />
      {children.slice(Math.max(sign, 0))}
    </bdi>
  )
}

/** Not knowing is an answer: a dash to the eye, words to a screen reader. Plain elements, because a list may have one in every row. */
export function Missing() {
  const { t } = useWords()
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className={classes.unseen}>{t('common:unknown')}</span>
    </>
  )
}
