import { describe, expect, it } from 'vitest'
import { timeline } from '../../../packages/domain/src/risks/timeline.ts'
import { addMonths } from '../../../packages/domain/src/values/month.ts'
import { FIRST_MONTH, generateNetwork, LAST_READING } from './generate-network.ts'
import { disagreements, naiveTimeline } from './naive-timeline.ts'

const from = addMonths(FIRST_MONTH, 1)

describe('the engine', () => {
  it.each([3, 5, 8, 14])('reads a network of %i partners as the definitions read plainly', (partners) => {
    const history = generateNetwork(partners, partners)
    const ours = timeline(history, from, LAST_READING).months
    expect(disagreements(ours, naiveTimeline(history, from, LAST_READING))).toEqual([])
  })

  it('does not agree with itself about another network', () => {
    const [one, other] = [generateNetwork(9, 1), generateNetwork(9, 2)]
    const ours = timeline(one, from, LAST_READING).months
    expect(disagreements(ours, naiveTimeline(other, from, LAST_READING)).length).toBeGreaterThan(100)
  })
})
