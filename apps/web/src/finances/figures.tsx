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

/** Figures side by side, and under them the formula of each in words where one asks for it. */
export function Figures({ figures }: { figures: readonly ShownFigure[] }) {
  const { t } = useWords()
  return (
    <>
      <dl className={classes.figures}>
        {figures.map(({ formula, of }) => (
          <div key={formula} className={classes.figure} data-part={formula.startsWith('overdue-') || undefined}>
            <dt>{t(`finances:figure.${formula}`)}</dt>
            <dd className={classes.value} data-late={isLate(formula, of) || undefined}>
              {isKnown(of) ? <Amount of={of} /> : <Missing />}
            </dd>
          </div>
        ))}
      </dl>
      <details className={classes.how}>
        <summary>{t('finances:how')}</summary>
        <dl>
          {figures.map(({ formula, of, pledges }) => (
            <div key={formula}>
              <dt>{t(`finances:figure.${formula}`)}</dt>
              <dd>
                {isKnown(of) ? t(`finances:formula.${formula}`) : t('finances:unknown')}{' '}
                {pledges !== null && t('finances:behind', { count: pledges })}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}

const isKnown = ({ amountMinor, quantity }: Measures) => amountMinor !== null || quantity !== null

const isLate = (formula: Formula, { amountMinor, quantity }: Measures) =>
  formula.startsWith('overdue') && (amountMinor ?? quantity ?? 0) > 0
