import type { MoneyLeftOut } from '@commonweal/domain/risks/resilience/left-out'
import { useWords } from '../../words/words.tsx'
import { useVoice } from '../voice.ts'
import classes from './resilience.module.css'
import '../../words/of/resilience.ts'

/** Money of other currencies, said beside the figures it is not in. */
export function LeftOut({ money }: { money: readonly MoneyLeftOut[] }) {
  const { t } = useWords()
  const v = useVoice()
  const parts = (of: MoneyLeftOut) =>
    (
      [
        ['income', of.incomeMinor],
        ['ahead', of.aheadMinor],
        ['cost', of.costMinor],
        ['reserves', of.reservesMinor],
      ] as const
    )
      .filter(([, amountMinor]) => amountMinor !== 0)
      .map(([part, amountMinor]) => t(`resilience:leftOut.${part}`, { amount: v.moneyIn(amountMinor, of.currency) }))
  return (
    <div className={classes.note}>
      <p>{t('resilience:leftOut.lead')}</p>
      <ul>
        {money.map((of) => (
          <li key={of.currency}>{v.list(parts(of))}</li>
        ))}
      </ul>
    </div>
  )
}
