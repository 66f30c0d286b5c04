import { firstDayNumber, monthIndexOfDayNumber } from '../../values/month.ts'
import type { MonthFacts } from '../dated-facts.ts'

/** Members of the community and which of them have been without an act for long. */
export interface MemberActs {
  readonly moveTo: (month: number, facts: MonthFacts) => void
  /** To be called when an organisation's running initiatives begin or end. */
  readonly review: (organisationId: string) => void
  readonly members: () => number
  readonly dormant: () => number
  readonly dormantIds: () => string[]
}

/**
 * A member is dormant when no initiative it takes part in runs and its last act lies more than quietDays back: it attended, booked,
 * hosted, joined, pledged or paid. Kept up by acts and by the month in which an act grows old. Source: docs/indicators.md §3.
 */
export function memberActs(quietDays: number, isInRunning: (organisationId: string) => boolean): MemberActs {
  const memberships = new Map<string, number>()
  const lastActOn = new Map<string, number>()
  const growsOld = new Map<number, string[]>()
  const dormantMembers = new Set<string>()
  let today = -Infinity

  const review = (organisationId: string) => {
    const isMember = (memberships.get(organisationId) ?? 0) > 0
    const acted = lastActOn.get(organisationId)
    const isRecent = acted !== undefined && acted + quietDays >= today
    if (isMember && !isRecent && !isInRunning(organisationId)) dormantMembers.add(organisationId)
    else dormantMembers.delete(organisationId)
  }

  return {
    moveTo(month, facts) {
      today = firstDayNumber(month)
      const touched = new Set<string>(growsOld.get(month))
      growsOld.delete(month)
      for (const { organisationId, by } of facts.membershipChanges) {
        const next = (memberships.get(organisationId) ?? 0) + by
        if (next === 0) memberships.delete(organisationId)
        else memberships.set(organisationId, next)
        touched.add(organisationId)
      }
      for (const { organisationId, on } of facts.organisationActs) {
        lastActOn.set(organisationId, Math.max(lastActOn.get(organisationId) ?? on, on))
        touched.add(organisationId)
        const oldFrom = monthIndexOfDayNumber(on + quietDays) + 1
        const others = growsOld.get(oldFrom)
        if (others === undefined) growsOld.set(oldFrom, [organisationId])
        else others.push(organisationId)
      }
      for (const organisationId of touched) review(organisationId)
    },
    review,
    members: () => memberships.size,
    dormant: () => dormantMembers.size,
    dormantIds: () => [...dormantMembers].sort(),
  }
}
