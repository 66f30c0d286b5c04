import { type Day, addDays, dayFromNumber } from '../../values/day.ts'
import { addMonthsToDay } from '../../values/month.ts'
import type { MonthFacts } from '../dated-facts.ts'
import type { StagnationParameters } from '../parameters.ts'

export type LifeStage = 'forming' | 'running' | 'closing'

/** When the network began: the day its third partner was first in a joint initiative. */
export interface JointBeginning {
  readonly absorb: (facts: MonthFacts) => void
  readonly begunOn: () => Day | null
  readonly state: () => BeginningState
}

interface BeginningState {
  /** Days by partner and initiative; let go of once the network has begun. */
  readonly joined: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly firstJoint: ReadonlyMap<string, number>
  readonly begunOn: Day | null
}

const NOT_BEGUN: BeginningState = { joined: new Map(), firstJoint: new Map(), begunOn: null }

/** Finds the day on which the third partner takes part in an initiative of at least two. Source: docs/indicators.md §3. */
export function jointBeginning(lines: StagnationParameters, from: BeginningState = NOT_BEGUN): JointBeginning {
  const joined = new Map([...from.joined].map(([id, partners]) => [id, new Map(partners)]))
  const firstJoint = new Map(from.firstJoint)
  let { begunOn } = from
  return {
    absorb(facts) {
      if (begunOn !== null) return
      for (const { initiativeId, organisationId, on } of facts.joins) {
        const partners = joined.get(initiativeId) ?? new Map<string, number>()
        joined.set(initiativeId, partners)
        partners.set(organisationId, Math.min(partners.get(organisationId) ?? on, on))
        if (partners.size < 2) continue
        const days = [...partners.values()].sort((a, b) => a - b)
        const jointFrom = days[1] as number
        for (const [partner, since] of partners) {
          const joint = Math.max(since, jointFrom)
          firstJoint.set(partner, Math.min(firstJoint.get(partner) ?? joint, joint))
        }
      }
      const nth = [...firstJoint.values()].sort((a, b) => a - b)[lines.formingPartners - 1]
      if (nth === undefined) return
      begunOn = dayFromNumber(nth)
      joined.clear()
      firstJoint.clear()
    },
    begunOn: () => begunOn,
    state: () => ({ joined, firstJoint, begunOn }),
  }
}

/** Last day of the forming stage; null while the network has not begun. */
export function formingThrough(begunOn: Day | null, lines: StagnationParameters): Day | null {
  return begunOn === null ? null : addDays(addMonthsToDay(begunOn, lines.formingMonths), -1)
}
