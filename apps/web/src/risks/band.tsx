import { memo, useId } from 'react'
import classes from './band.module.css'

/** What one month shows: its grade, or null with the grade held from before. */
export interface BandCell {
  readonly grade: number | null
  readonly held?: number
}

interface Props {
  readonly cells: readonly BandCell[]
  /** The highest grade there is: 3 for levels, 2 for points. */
  readonly most: 2 | 3
  readonly height: number
  readonly label: string
}

const lowest = 0.16

/**
 * Months as bars without gaps: height and colour both say the grade. A month without a reading is hatched, with the
 * outline of what is held. Percentages carry the width, so it fits any; right to left the whole drawing is mirrored.
 */
export const Band = memo(function Band({ cells, most, height, label }: Props) {
  const hatch = useId()
  const share = 100 / Math.max(1, cells.length)
  const heightOf = (grade: number) => Math.round((lowest + (1 - lowest) * (grade / most)) * height)
  return (
    <svg className={classes.band} width="100%" height={height} role="img" aria-label={label}>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="1.5" height="6" className={classes.hatch} />
        </pattern>
      </defs>
      {runsOf(cells).map(({ from, length, grade, held }) => {
        const x = `${from * share}%`
        const width = `${length * share}%`
        if (grade !== null) {
          const tall = heightOf(grade)
          return (
            <rect key={from} x={x} width={width} y={height - tall} height={tall} data-level={levelOf(grade, most)} />
          )
        }
        return (
          <g key={from}>
            <rect x={x} width={width} y={0} height={height} fill={`url(#${hatch})`} />
            {held !== undefined && (
              <rect
                x={x}
                width={width}
                y={height - heightOf(held) + 1}
                height={heightOf(held) - 2}
                className={classes.held}
                data-held={levelOf(held, most)}
              />
            )}
          </g>
        )
      })}
    </svg>
  )
})

const names = ['none', 'watch', 'warning', 'critical'] as const

/** Two points of a family weigh like a warning; levels are levels. */
export function levelOf(grade: number, most: 2 | 3): (typeof names)[number] {
  return names[Math.min(grade, most)] ?? 'none'
}

interface Run extends BandCell {
  readonly from: number
  readonly length: number
}

/** Equal neighbours drawn as one: few shapes however long the history is. */
function runsOf(cells: readonly BandCell[]): Run[] {
  const runs: Run[] = []
  for (const [index, { grade, held }] of cells.entries()) {
    const last = runs.at(-1)
    const shown = grade === null ? held : undefined
    if (last && last.grade === grade && last.held === shown)
      runs[runs.length - 1] = { ...last, length: last.length + 1 }
    else runs.push({ from: index, length: 1, grade, ...(shown === undefined ? {} : { held: shown }) })
  }
  return runs
}
