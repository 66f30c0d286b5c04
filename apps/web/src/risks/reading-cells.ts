import type { MonthReading } from '@commonweal/domain/risks/timeline'
import type { BandCell } from './band.tsx'
import { sublevelNames } from './funding-words.ts'
import { familyNames } from './stagnation-words.ts'

type Cells = Partial<Record<(typeof familyNames)[number] | (typeof sublevelNames)[number], readonly BandCell[]>>

/** Every month of every reading, as bars. */
export function cellsOf(months: readonly MonthReading[]): Cells {
  const cells: Cells = {}
  for (const name of familyNames)
    cells[name] = months.map(({ stagnation }) => ({ grade: stagnation.families[name].points }))
  for (const name of sublevelNames)
    cells[name] = months.map(({ funding }) => ({ grade: funding.sublevels[name].level }))
  return cells
}
