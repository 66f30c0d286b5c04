import { FURTHEST_MONTHS } from '@commonweal/domain/risks/what-if/question'
import { useId } from 'react'
import { useWords } from '../../words/words.tsx'
import classes from './what-if.module.css'
import '../../words/of/departures.ts'

/** How many months ahead; the page follows while it is dragged. */
export function HorizonSlider({ months, onChange }: { months: number; onChange: (months: number) => void }) {
  const { t } = useWords()
  const id = useId()
  const said = t('departures:horizonValue', { count: months })
  return (
    <div className={classes.horizon}>
      <label htmlFor={id}>
        <span>{t('departures:horizon')}</span>
        <output htmlFor={id}>{said}</output>
      </label>
      <input
        id={id}
        type="range"
        min={1}
        max={FURTHEST_MONTHS}
        value={months}
        aria-valuetext={said}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
    </div>
  )
}
