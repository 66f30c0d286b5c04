import type { NetworkMeasures } from '@commonweal/domain/risks/secondary/network-measures'
import classes from './other-signs.module.css'
import { MonthCurve } from './resilience/month-curve.tsx'
import type { MonthSigns } from './risks.queries.ts'
import type { SignVoice } from './sign-words.ts'
import '../words/of/signs.ts'

const shares = ['repeatShare', 'newPartnerRate', 'tieTurnover'] as const
const counts = ['ties', 'largestComponent', 'maxCore'] as const
type Count = (typeof counts)[number]
const curves = [...shares, ...counts, 'hhi'] as const
type Curve = (typeof curves)[number]

/** A scale of counts does not begin with halves. */
const LEAST_MOST = 4

const isCount = (curve: Curve): curve is Count => (counts as readonly string[]).includes(curve)
const valueOf = (curve: Curve, measures: NetworkMeasures): number | null =>
  curve === 'hhi' ? (measures.income.parent?.hhi ?? null) : measures[curve]

interface Props {
  readonly months: readonly MonthSigns[]
  readonly voice: SignVoice
}

/** The measures that call for nothing, month by month: no line is drawn for any of them. A month that is not known breaks the curve. */
export function MeasuresOverTime({ months, voice: v }: Props) {
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return null
  return (
    <div>
      <h3>{v.t('signs:measures.overTime')}</h3>
      <div className={classes.curves}>
        {curves.map((curve) => {
          const values = months.map(({ measures }) => (measures === null ? null : valueOf(curve, measures)))
          const known = values.filter((value) => value !== null)
          if (known.length === 0) return null
          const say = isCount(curve) ? v.number : curve === 'hhi' ? v.fine : v.share
          const name = v.t(curve === 'hhi' ? 'signs:measures.hhiByBody' : `signs:measures.name.${curve}`)
          const now = values.at(-1) ?? null
          return (
            <div key={curve}>
              <h4>{name}</h4>
              <MonthCurve
                values={values}
                most={isCount(curve) ? Math.max(LEAST_MOST, ...known) : 1}
                lines={[]}
                months={months.map(({ month }) => month)}
                say={say}
                label={v.t('signs:measures.describe', {
                  name,
                  from: v.month(first.month),
                  to: v.month(last.month),
                  least: say(Math.min(...known)),
                  most: say(Math.max(...known)),
                  now: now === null ? v.t('signs:measures.nowUnknown') : say(now),
                })}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
