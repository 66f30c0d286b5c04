import { ChartScale } from './chart-scale.tsx'
import classes from './month-bars.module.css'
import { roundValues } from './round-values.ts'

/** Amounts are in minor units; beside the charts they are written without cents. */
const WHOLE = 100

interface Scaled {
  /** The months, `YYYY-MM`, and how an amount is written. */
  readonly months: readonly string[]
  readonly say: (amount: number) => string
}

interface Props extends Scaled {
  /** Amounts by month as things stand, and in the question; both of the same length. */
  readonly with: readonly number[]
  readonly without: readonly number[]
  readonly cost: readonly number[] | null
  /** Positions of months to mark. */
  readonly marks: readonly number[]
  readonly label: string
  readonly height?: number
}

/** Bars by month: the outline as things stand, the fill as in the question, a line for the cost. Mirrored right to left. */
export function MonthBars({ with: standing, without, cost, marks, label, height = 160, months, say }: Props) {
  const most = Math.max(1, ...standing, ...without, ...(cost ?? []))
  const share = 100 / Math.max(1, standing.length)
  const tall = (amount: number) => Math.round((Math.max(0, amount) / most) * (height - 4))
  const scale = roundValues(0, most, WHOLE).map((amount) => ({ at: 1 - tall(amount) / height, said: say(amount) }))
  return (
    <ChartScale marks={scale} height={height} months={months}>
      <svg className={classes.chart} width="100%" height={height} role="img" aria-label={label}>
        {marks.map((at) => (
          <rect
            key={`mark ${at}`}
            x={`${at * share}%`}
            width={`${share}%`}
            y={0}
            height={height}
            className={classes.mark}
          />
        ))}
        {without.map((amount, at) => (
          <rect
            key={`without ${at}`}
            x={`${at * share + share * 0.14}%`}
            width={`${share * 0.72}%`}
            y={height - tall(amount)}
            height={tall(amount)}
            className={classes.fill}
          />
        ))}
        {standing.map((amount, at) => (
          <rect
            key={`with ${at}`}
            x={`${at * share + share * 0.14}%`}
            width={`${share * 0.72}%`}
            y={height - tall(amount)}
            height={tall(amount)}
            className={classes.outline}
          />
        ))}
        {cost?.map((amount, at) => (
          <line
            key={`cost ${at}`}
            x1={`${at * share}%`}
            x2={`${(at + 1) * share}%`}
            y1={height - tall(amount)}
            y2={height - tall(amount)}
            className={classes.cost}
          />
        ))}
      </svg>
    </ChartScale>
  )
}

interface LinesProps extends Scaled {
  readonly with: readonly number[]
  readonly without: readonly number[]
  readonly marks: readonly number[]
  readonly label: string
  readonly height?: number
}

/** Two lines by month with the line of zero between them: what is left as things stand, and in the question. */
export function MonthLines({ with: standing, without, marks, label, height = 160, months, say }: LinesProps) {
  const all = [...standing, ...without, 0]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const span = Math.max(1, most - least)
  const up = (amount: number) => ((most - amount) / span) * 96 + 2
  const points = (amounts: readonly number[]) => amounts.map((amount, at) => `${at + 0.5},${up(amount)}`).join(' ')
  const scale = roundValues(least, most, WHOLE).map((amount) => ({ at: up(amount) / 100, said: say(amount) }))
  return (
    <ChartScale marks={scale} height={height} months={months}>
      <svg
        className={classes.chart}
        width="100%"
        height={height}
        viewBox={`0 0 ${Math.max(1, standing.length)} 100`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {marks.map((at) => (
          <rect key={at} x={at} width={1} y={0} height={100} className={classes.mark} />
        ))}
        <line x1={0} x2={standing.length} y1={up(0)} y2={up(0)} className={classes.zero} />
        <polyline points={points(standing)} className={classes.lineWith} />
        <polyline points={points(without)} className={classes.lineWithout} />
      </svg>
    </ChartScale>
  )
}
