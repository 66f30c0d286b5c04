import { describe, expect, it } from 'vitest'
import { factsBehind } from '../src/risks/facts-behind.ts'
import { type MonthReading, timeline } from '../src/risks/timeline.ts'
import { packageHistory } from './package-history.ts'

const history = packageHistory(new URL('../fixtures/golden/', import.meta.url))

describe('the facts behind a reading', () => {
  it('are as many as the figures of each month count', () => {
    const { months } = timeline(history, '2018-03', '2023-01')
    expect(months).toHaveLength(59)
    months.forEach(expectAsManyAsCounted)
  })

  it('name the pledge that ends first', () => {
    expect(factsBehind(history, '2022-09').funding.cliff.pledges[0]).toEqual({
      pledgeId: 'p-o00',
      endsOn: '2022-10-10',
    })
  })
})

function expectAsManyAsCounted({ month, stagnation, funding }: MonthReading): void {
  const facts = factsBehind(history, month)
  const { renewal, gap, novelty, participation, pipeline } = stagnation.families
  if (renewal.points !== null) {
    expect(facts.stagnation.renewal.initiativeIds).toHaveLength(renewal.now ?? -1)
    expect(facts.stagnation.renewal.baseInitiativeIds).toHaveLength(renewal.base ?? -1)
  }
  expect(facts.stagnation.gap.lastStartOn).toBe(gap.lastStartOn)
  expect(facts.stagnation.participation.organisationIds).toHaveLength(participation.now ?? -1)
  if (pipeline.points !== null) {
    expect(facts.stagnation.pipeline.initiativeIds).toHaveLength(pipeline.stillRunning ?? -1)
    const { initiativeIds, endingInitiativeIds } = facts.stagnation.pipeline
    expect([...initiativeIds, ...endingInitiativeIds].sort()).toEqual(facts.stagnation.participation.initiativeIds)
  }
  if (novelty.points !== null) {
    const { initiativeIds, newPairs, repeatedPairs } = facts.stagnation.novelty
    expect(initiativeIds).toHaveLength(novelty.initiatives ?? -1)
    expect(newPairs.length / (newPairs.length + repeatedPairs.length)).toBeCloseTo(novelty.newTieRate ?? -1, 12)
  }
  expect(facts.stagnation.dormancy.organisationIds).toHaveLength(stagnation.reported.dormancy.dormant ?? 0)
  const { funders } = facts.funding.concentration
  expect(Object.fromEntries(funders.map((one) => [one.organisationId, one.amountMinor]))).toEqual(
    funding.readings.byFunder,
  )
  expect(facts.funding.fulfilment.overduePledgeIds).toEqual([])
}
