import type { Pledge } from '@commonweal/contracts/pledges'
import { sayAmount } from '../money/amount.tsx'
import { useWords } from '../words/words.tsx'
import classes from './pledge-progress.module.css'
import '../words/of/pledges.ts'

/** What arrived of what was promised, as a bar and in words; one bar a measure. */
export function PledgeProgress({ pledge }: { pledge: Pledge }) {
  const { t, locale } = useWords()
  const { currency, unit } = pledge
  const bars = [
    { whole: pledge.amountMinor, part: pledge.receivedMinor, isMoney: true },
    { whole: pledge.quantity, part: pledge.receivedQuantity, isMoney: false },
  ]
  const say = (value: number, isMoney: boolean) =>
    sayAmount({ amountMinor: isMoney ? value : null, currency, quantity: isMoney ? null : value, unit }, locale)
  return (
    <div className={classes.bars}>
      {bars.map(({ whole, part, isMoney }) => {
        if (!whole || part === null) return null
        const share = new Intl.NumberFormat(locale, { style: 'percent' }).format(part / whole)
        const text = t('pledges:progress', { received: say(part, isMoney), promised: say(whole, isMoney), share })
        return (
          <div key={String(isMoney)} className={classes.one}>
            <progress
              className={classes.bar}
              aria-label={t('pledges:progressLabel')}
              aria-valuetext={text}
              max={whole}
              value={Math.max(0, Math.min(part, whole))}
            />
            <p>{text}</p>
          </div>
        )
      })}
    </div>
  )
}
