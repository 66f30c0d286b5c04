import type { Parameters } from '@commonweal/domain/risks/parameters'
import { parametersInForce } from '@commonweal/domain/risks/thresholds'
import type { TimelineInForce } from '@commonweal/domain/risks/timeline-in-force'

/** The lines a month was judged by: the product's, or those the community had set by then. */
export function linesInForce({ thresholds }: Pick<TimelineInForce, 'thresholds'>, month: string): Parameters {
  const span = thresholds.findLast(({ from }) => from <= month)
  return parametersInForce(span?.values ?? null, span?.version)
}
