import type { HandlingRow } from '@commonweal/contracts/handling'
import type { MonthReading } from '@commonweal/domain/risks/timeline'
import { useQuery } from '@tanstack/react-query'
import { useCommunity } from '../session/community.tsx'
import { useWords } from '../words/words.tsx'
import classes from './flag-handling.module.css'
import { timelineQuery } from './risks.queries.ts'
import { useVoice } from './voice.ts'
import '../words/of/handling.ts'
import '../words/of/risks.ts'

/** Whether a countermeasure helped: level and measure of the flag in its month, and in the latest. */
export function MeasureEffect({ row }: { readonly row: HandlingRow }) {
  const { t } = useWords()
  const v = useVoice()
  const { id } = useCommunity()
  const months = useQuery(timelineQuery(id)).data?.months ?? []
  const [then, now] = [months.find(({ month }) => month === row.month), months.at(-1)]
  if (!then || !now) return null
  if (then.month === now.month) return <p className={classes.note}>{t('handling:effect.early')}</p>
  const level = (reading: MonthReading) => t(`levels:${reading[row.flag].heldLevel}`)
  return (
    <p className={classes.note}>
      {t('handling:effect.level', { before: level(then), now: level(now) })} {measured()}
    </p>
  )

  function measured(): string | null {
    if (row.flag === 'stagnation') {
      const [before, after] = [then?.stagnation.score ?? null, now?.stagnation.score ?? null]
      return before === null || after === null
        ? null
        : t('handling:effect.points', { before: v.number(before), now: v.number(after) })
    }
    const [before, after] = [then?.funding.readings.reliance ?? null, now?.funding.readings.reliance ?? null]
    return before === null || after === null
      ? null
      : t('handling:effect.share', { before: v.share(before), now: v.share(after) })
  }
}
