import type { FundingLine } from '@commonweal/contracts/finances'
import type { Say } from '../words/words.tsx'
import type { ShownFigure } from './figures.tsx'
import '../words/of/pledges.ts'

/** Shown even where they are zero; the other figures only where there is something to say. */
const always: readonly string[] = ['promised', 'received', 'due', 'overdue', 'later']

/** A kind with its currency or unit: lines of different ones are never added up. */
export const lineTitle = (t: Say, { kind, currency, unit }: FundingLine): string =>
  `${t(`pledges:kind.${kind}`)} (${currency ?? unit ?? ''})`

export const shownFigures = ({ figures, currency, unit }: FundingLine): ShownFigure[] =>
  figures
    .filter(({ formula, amountMinor, quantity }) => always.includes(formula) || (amountMinor ?? quantity ?? 0) !== 0)
    .map(({ formula, amountMinor, quantity, pledgeIds }) => ({
      formula,
      of: { amountMinor, quantity, currency, unit },
      pledges: pledgeIds.length,
    }))
