import type { DetectorResult } from './detector.ts'
import { quantile } from './metrics.ts'

/** A line of the result: asked of the product, with what came out. isMet null: the data do not let it be asked. */
export interface Verdict {
  readonly text: string
  readonly isMet: boolean | null
}

export function verdictLine({ text, isMet }: Verdict): string {
  return `${isMet === null ? 'unasked' : isMet ? 'met    ' : 'MISSED '}  ${text}`
}

/** A Markdown table with aligned columns. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

/** The table of §10.5(4), one row a detector. */
export function detectorTable(results: readonly DetectorResult[]): string {
  return table(
    [
      'detector',
      'precision (90 %)',
      'recall (90 %)',
      'F1 (90 %)',
      'lead, months: 10 / 50 / 90 %',
      'false episodes / year',
      'false share of time',
      'on-off changes / year (90 %)',
      'months unread',
      'months to clear, median (n)',
    ],
    results.map(({ detector, figures, intervals }) => [
      detector,
      withInterval(figures.precision, intervals.precision),
      `${withInterval(figures.recall, intervals.recall)}, ${figures.found} of ${figures.events}`,
      withInterval(figures.f1, intervals.f1),
      figures.leads.length === 0
        ? '–'
        : [0.1, 0.5, 0.9].map((share) => number(quantile(figures.leads, share), 1)).join(' / '),
      number(figures.falseEpisodesPerYear, 2),
      number(figures.falseShareOfTime, 2),
      withInterval(figures.changesPerYear, intervals.changesPerYear),
      number(figures.unreadShare, 2),
      figures.clears.length === 0 ? '–' : `${number(quantile(figures.clears, 0.5), 1)} (${figures.clears.length})`,
    ]),
  )
}

export function number(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits)
}

export function range(values: readonly number[], digits: number): string {
  if (values.length === 0) return '–'
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(digits))
  return low === high ? `${low}` : `${low}–${high}`
}

function withInterval(value: number | null, interval: readonly [number, number] | null): string {
  if (value === null) return '–'
  const figure = value.toFixed(2)
  return interval === null ? figure : `${figure} (${interval[0].toFixed(2)}–${interval[1].toFixed(2)})`
}
