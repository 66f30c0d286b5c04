import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain } from '../src/risks/explain/explain.ts'
import { historyBefore } from '../src/risks/history-before.ts'
import type { History } from '../src/risks/history.ts'
import { evaluateSecondary } from '../src/risks/secondary/secondary-timeline.ts'
import { evaluate } from '../src/risks/timeline.ts'
import { addMonths } from '../src/values/month.ts'
import { arbitraryHistory, monthsOfStory } from './given-history.ts'
import { arbitrarySecondaryHistory } from './given-secondary.ts'
import { runs } from './property-runs.ts'

const month = fc.integer({ min: 0, max: 71 }).map((index) => addMonths(monthsOfStory.from, index))
const told = (reading: object) => JSON.stringify(reading)

describe('a history before a month', () => {
  it('reads that month as the whole history does', () => {
    fc.assert(
      fc.property(arbitraryHistory, month, (history, at) => {
        expect(told(evaluate(historyBefore(history, at), at))).toBe(told(evaluate(history, at)))
      }),
      runs(60),
    )
    fc.assert(
      fc.property(arbitrarySecondaryHistory, month, (history, at) => {
        expect(told(evaluateSecondary(historyBefore(history, at), at))).toBe(told(evaluateSecondary(history, at)))
      }),
      runs(60),
    )
  })

  it('knows nothing of what came after, so that a flag is not said to have eased by time alone where work began again', () => {
    const starts = [
      ...Array.from({ length: 24 }, (_, index) => `${addMonths('2022-01', index)}-03`),
      ...Array.from({ length: 6 }, (_, index) => `2024-09-${String(index * 4 + 3).padStart(2, '0')}`),
    ]
    const history: History = {
      currency: 'EUR',
      dataCompleteThrough: null,
      organisations: ['a', 'b', 'c'].map((id) => ({ id, sector: 'other', legalStatus: 'civic', parentId: null })),
      memberships: null,
      initiatives: starts.map((startedOn) => ({
        id: startedOn,
        kind: 'joint',
        startedOn,
        plannedEndOn: `${addMonths(startedOn.slice(0, 7), 3)}-03`,
        endedOn: `${addMonths(startedOn.slice(0, 7), 3)}-03`,
        endState: 'completed',
      })),
      participations: starts.flatMap((id) =>
        ['a', 'b', 'c'].map((organisationId) => ({
          initiativeId: id,
          organisationId,
          role: 'contributor',
          from: null,
          to: null,
        })),
      ),
      bookings: null,
      pledges: null,
      instalments: null,
      receipts: null,
      costs: null,
      reserves: null,
    }
    const stepsOf = (known: History) =>
      explain(known, 'network-stagnation', '2024-09', []).ways.map(({ steps }) => steps.map(({ kind }) => kind))
    expect(stepsOf(history)).toEqual([['wait']])
    expect(stepsOf(historyBefore(history, '2024-09'))).toEqual([['start']])
  })
})
