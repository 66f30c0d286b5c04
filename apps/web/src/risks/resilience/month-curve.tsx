import { ChartScale } from '../what-if/chart-scale.tsx'
import { roundValues } from '../what-if/round-values.ts'
import classes from './month-curve.module.css'

interface Props {
  /** One value a month, null where it is not known. */
  readonly values: readonly (number | null)[]
  /** The highest value of the scale. */
  readonly most: number
  /** Lines in force: watch, warning, critical; none where nothing is judged. */
  readonly lines: readonly [] | readonly [number, number, number]
  readonly label: string
  readonly height?: number
  /** The months, `YYYY-MM`, and how a value is written. */
  readonly months: readonly string[]
  readonly say: (value: number) => string
}

const levels = ['watch', 'warning', 'critical'] as const

/** How the line of a level is drawn: told apart by its dashes as well as by its colour. */
export function LineOf({ level }: { readonly level: (typeof levels)[number] }) {
  return (
    <svg className={classes.sample} width="28" height="8" aria-hidden="true">
      <line x1={0} x2={28} y1={4} y2={4} data-level={level} />
    </svg>
  )
}

/** One measure over the months with the lines it is judged by. A month that is not known breaks the curve. Mirrored right to left. */
export function MonthCurve({ values, most, lines, label, height = 120, months, say }: Props) {
  const up = (value: number) => (1 - Math.min(value, most) / most) * 96 + 2
  const scale = roundValues(0, most).map((value) => ({ at: up(value) / 100, said: say(value) }))
  return (
    <ChartScale marks={scale} height={height} months={months}>
      <svg
        className={classes.curve}
        width="100%"
        height={height}
        viewBox={`0 0 ${Math.max(1, values.length)} 100`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {lines.map((line, index) => (
          <line key={line} x1={0} x2={values.length} y1={up(line)} y2={up(line)} data-level={levels[index]} />
        ))}
        {runsOf(values).map(({ from, run }) => (
          <polyline
            key={from}
            points={(run.length === 1 ? [run[0] ?? 0, run[0] ?? 0] : run)
              .map((value, at) => `${from + at + (run.length === 1 ? at * 0.9 : 0.5)},${up(value)}`)
              .join(' ')}
          />
        ))}
      </svg>
    </ChartScale>
  )
}

function runsOf(values: readonly (number | null)[]): { from: number; run: number[] }[] {
  const runs: { from: number; run: number[] }[] = []
  for (const [at, value] of values.entries()) {
    if (value === null) continue
    const last = runs.at(-1)
    if (last && last.from + last.run.length === at) last.run.push(value)
    else runs.push({ from: at, run: [value] })
  }
  return runs
}
