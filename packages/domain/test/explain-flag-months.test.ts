import { describe, expect, it } from 'vitest'
import { datedFacts } from '../src/risks/dated-facts.ts'
import { flagMonths } from '../src/risks/explain/flag-months.ts'
import { fundingFold } from '../src/risks/funding/funding-fold.ts'
import type { History } from '../src/risks/history.ts'
import type { ThresholdVersion } from '../src/risks/thresholds.ts'
import { purse } from './given-purse.ts'
import { givenWork } from './given-work.ts'

/** Sixty of a hundred come from one funder: a warning by the usual lines, critical by these. */
const paid = purse([
  ['bank', 60, null],
  ['club', 40, null],
])
const strict = { reliance: { watch: 0.1, warning: 0.2, critical: 0.3 } }
const read = (history: History, month: string, versions: readonly ThresholdVersion[] = []) =>
  flagMonths(datedFacts(history), month, versions, fundingFold)

describe('the months of one flag', () => {
  it('begin after the first fact and end with the month that is asked for', () => {
    // The first promise is of January 2022.
    expect(read(paid, '2023-01')).toHaveLength(12)
    expect(read(paid, '2022-02')).toHaveLength(1)
  })

  it('are none where nothing is told, or only from the month on', () => {
    expect(read(givenWork([]), '2023-01')).toEqual([])
    expect(read(paid, '2022-01')).toEqual([])
    expect(read(paid, '2021-06')).toEqual([])
  })

  it('are each judged by the lines in force in them', () => {
    const versions = [
      { from: '2023-03', position: 1, values: strict },
      { from: '2023-05', position: 2, values: {} },
    ]
    const scores = read(paid, '2023-06', versions).map(({ score }) => score)
    expect(scores).toHaveLength(17)
    // January and February by the usual lines, March and April by strict ones, then by the usual again.
    expect(scores.slice(-6)).toEqual([2, 2, 3, 3, 2, 2])
  })

  it('hold a level as if the lines in force had always held', () => {
    const versions = [{ from: '2023-03', position: 1, values: strict }]
    const levels = read(paid, '2023-03', versions).map(({ heldLevel }) => heldLevel)
    expect(levels.slice(-2)).toEqual(['warning', 'critical'])
  })

  it('are unread where the facts are not complete', () => {
    const known = { ...paid, dataCompleteThrough: '2022-12-31' }
    expect(
      read(known, '2023-02')
        .map(({ score }) => score)
        .slice(-2),
    ).toEqual([2, null])
  })
})
