import type { FundingPicture } from '@commonweal/contracts/finances'
import { Amount, type Measures } from '../money/amount.tsx'
import { Missing } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import classes from './figures.module.css'
import '../words/of/finances.ts'

type Line = FundingPicture['lines'][number]
type Formula = Line['figures'][number]['formula'] | FundingPicture['costs'][number]['figures'][number]['formula']

export interface ShownFigure {
  readonly formula: Formula
  readonly of: Measures
  /** How many pledges are behind it; null for costs. */
  readonly pledges: number | null
}

/** Figures side by side, each with its formula in words where one asks for it. */
export function Figures({ figures }: { figures: readonly ShownFigure[] }) {
  const { t } = useWords()
  return (
    <dl className={classes.figures}>
      {figures.map(({ formula, of, pledges }) => {
        const isKnown = of.amountMinor !== null || of.quantity !== null
        return (
          <div key={formula} className={classes.figure} data-part={formula.startsWith('overdue-') || undefined}>
            <dt>{t(`finances:figure.${formula}`)}</dt>
            <dd>
              <span className={classes.value} data-late={isLate(formula, of) || undefined}>
                {isKnown ? <Amount of={of} /> : <Missing />}
              </span>
              <details className={classes.how}>
                <summary>{t('finances:how')}</summary>
                <p>{isKnown ? t(`finances:formula.${formula}`) : t('finances:unknown')}</p>
                {pledges !== null && <p>{t('finances:behind', { count: pledges })}</p>}
              </details>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

const isLate = (formula: Formula, { amountMinor, quantity }: Measures) =>
  formula.startsWith('overdue') && (amountMinor ?? quantity ?? 0) > 0
