import { describe, expect, it } from 'vitest'
import { timeline } from '../../../packages/domain/src/risks/timeline.ts'
import { addDays } from '../../../packages/domain/src/values/day.ts'
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

  it('reads a network whose community budgets ahead, in part and with single bills, as the definitions read plainly', () => {
    const network = generateNetwork(8, 8)
    const daysAhead = [400, 150, 60, null, 0]
    const costs = network.costs?.map((one, index) => {
      const days = daysAhead[Math.floor(index / 7) % daysAhead.length] ?? null
      return one.initiativeId !== null || days === null ? one : { ...one, knownOn: addDays(one.dueOn, -days) }
    })
    const history = { ...network, costs: costs ?? null }
    const ours = timeline(history, from, LAST_READING).months
    expect(ours).not.toEqual(timeline(network, from, LAST_READING).months)
    expect(disagreements(ours, naiveTimeline(history, from, LAST_READING))).toEqual([])
  })

  it('reads a network whose partners change their roles as the definitions read plainly', () => {
    const network = generateNetwork(8, 8)
    const startedOn = new Map(network.initiatives.map((one) => [one.id, one.startedOn]))
    const participations = network.participations.flatMap((one, index) => {
      const begins = one.from ?? startedOn.get(one.initiativeId) ?? null
      const changes = begins === null ? null : addDays(begins, 40)
      if (index % 3 !== 0 || changes === null || (one.to !== null && one.to <= changes)) return [one]
      return [
        { ...one, to: changes },
        { ...one, from: changes, role: 'co-lead' },
      ]
    })
    expect(participations.length).toBeGreaterThan(network.participations.length)
    const history = { ...network, participations }
    const ours = timeline(history, from, LAST_READING).months
    expect(disagreements(ours, naiveTimeline(history, from, LAST_READING))).toEqual([])
  })

  it('does not agree with itself about another network', () => {
    const [one, other] = [generateNetwork(9, 1), generateNetwork(9, 2)]
    const ours = timeline(one, from, LAST_READING).months
    expect(disagreements(ours, naiveTimeline(other, from, LAST_READING)).length).toBeGreaterThan(100)
  })
})
