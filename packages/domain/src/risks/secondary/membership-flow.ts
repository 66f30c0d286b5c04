import type { MonthFacts } from '../dated-facts.ts'
import type { MembershipFlow } from './network-measures.ts'
import { slidingSums } from './sliding-sums.ts'

/**
 * Memberships begun and ended in the window, by organisation and month: whoever left and came back in one month did neither. Members are
 * those of the first day of each month of the window, so that everybody who left in it is among those who could. Source:
 * docs/indicators.md §6.
 */
export function membershipFlow(windowMonths: number): {
  readonly absorb: (facts: MonthFacts) => void
  readonly slideTo: (month: number) => void
  readonly read: () => MembershipFlow
} {
  const memberships = new Map<string, number>()
  const sums = slidingSums(windowMonths)
  return {
    absorb(facts) {
      let members = 0
      for (const count of memberships.values()) if (count > 0) members += 1
      sums.add('members', members)
      const before = new Map<string, number>()
      for (const { organisationId, by } of facts.membershipChanges) {
        const known = memberships.get(organisationId) ?? 0
        if (!before.has(organisationId)) before.set(organisationId, known)
        if (known + by === 0) memberships.delete(organisationId)
        else memberships.set(organisationId, known + by)
      }
      for (const [organisationId, was] of before) {
        const is = memberships.get(organisationId) ?? 0
        if (was <= 0 && is > 0) sums.add('entries', 1)
        if (was > 0 && is <= 0) sums.add('exits', 1)
      }
    },
    slideTo: sums.slideTo,
    read: () => ({ entries: sums.of('entries'), exits: sums.of('exits'), memberMonths: sums.of('members') }),
  }
}
