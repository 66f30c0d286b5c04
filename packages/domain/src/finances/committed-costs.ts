import type { Day } from '../values/day.ts'
import { sumWhereExact } from '../values/money.ts'

export interface PictureCost {
  readonly id: string
  readonly dueOn: Day
  readonly amountMinor: number
  readonly currency: string
}

export const costFormulas = ['costs-fallen-due', 'costs-ahead'] as const
export type CostFormula = (typeof costFormulas)[number]

/** Costs in minor units of the line's currency, with those behind the figure. */
export interface CostFigure {
  readonly formula: CostFormula
  /** Null where the sum is beyond exact numbers. */
  readonly amountMinor: number | null
  readonly costIds: readonly string[]
}

export interface CostLine {
  readonly currency: string
  readonly figures: readonly CostFigure[]
}

/** Committed costs by currency: those due by today, and those ahead. */
export function pictureCosts(costs: readonly PictureCost[], today: Day): CostLine[] {
  return [...Map.groupBy(costs, (cost) => cost.currency)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, ofCurrency]) => ({
      currency,
      figures: [
        costFigure(
          'costs-fallen-due',
          ofCurrency.filter((cost) => cost.dueOn <= today),
        ),
        costFigure(
          'costs-ahead',
          ofCurrency.filter((cost) => cost.dueOn > today),
        ),
      ],
    }))
}

function costFigure(formula: CostFormula, costs: readonly PictureCost[]): CostFigure {
  return {
    formula,
    amountMinor: sumWhereExact(costs.map((cost) => cost.amountMinor)),
    costIds: costs.map((cost) => cost.id),
  }
}
