import { reportOfMonth } from '@commonweal/domain/reports/report-of-month'
import { explainSign } from '@commonweal/domain/risks/explain-signs/explain-sign'
import { explain } from '@commonweal/domain/risks/explain/explain'
import { factsBehind } from '@commonweal/domain/risks/facts-behind'
import { secondaryInForce } from '@commonweal/domain/risks/secondary/secondary-in-force'
import { timelineInForce } from '@commonweal/domain/risks/timeline-in-force'

/** Pure readings of a history that take long where it is large. What goes in and comes out is plain data. */
export const readings = { explain, explainSign, factsBehind, reportOfMonth, secondaryInForce, timelineInForce }

export type Readings = typeof readings
export type ReadingName = keyof Readings

export interface ReadingTask<Name extends ReadingName = ReadingName> {
  readonly name: Name
  readonly given: Parameters<Readings[Name]>
}

type Any = (...given: readonly unknown[]) => unknown

/** Does what a task names; the door of a thread beside. */
export default function read<Name extends ReadingName>({ name, given }: ReadingTask<Name>): ReturnType<Readings[Name]> {
  return (readings[name] as Any)(...given) as ReturnType<Readings[Name]>
}
