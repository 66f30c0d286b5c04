import { firstDayNumber, monthIndexOfDayNumber } from '../../values/month.ts'
import type { MonthFacts } from '../dated-facts.ts'
import { copiedLists, count, type Numbered } from '../numbered.ts'

/** Members of the community and which of them have been without an act for long. */
export interface MemberActs {
  readonly moveTo: (month: number, facts: MonthFacts) => void
  /** To be called when an organisation's running initiatives begin or end, with its number. */
  readonly review: (organisation: number) => void
  readonly members: () => number
  readonly dormant: () => number
  readonly dormantIds: () => string[]
  readonly state: () => MemberState
}

interface MemberState {
  readonly memberships: readonly number[]
  readonly members: number
  readonly lastActOn: readonly number[]
  readonly growsOld: ReadonlyMap<number, readonly number[]>
  readonly isDormant: readonly number[]
  readonly dormant: number
  readonly today: number
}

const NEVER = -Infinity

/**
 * A member is dormant when no initiative it takes part in runs and its last act lies more than quietDays back: it attended, booked,
 * hosted, joined, pledged or paid. Kept up by acts and by the month in which an act grows old; isInRunning is asked by the number of an
 * organisation among `organisations`. Source: docs/indicators.md §3.
 */
export function memberActs(
  quietDays: number,
  organisations: Numbered,
  isInRunning: (organisation: number) => boolean,
  from: MemberState = nobody(),
): MemberActs {
  const memberships = from.memberships.slice()
  const lastActOn = from.lastActOn.slice()
  const isDormant = from.isDormant.slice()
  const growsOld = copiedLists(from.growsOld)
  let { members, dormant, today } = from

  const review = (organisation: number) => {
    const isMember = (memberships[organisation] ?? 0) > 0
    const isRecent = (lastActOn[organisation] ?? NEVER) + quietDays >= today
    const is = isMember && !isRecent && !isInRunning(organisation) ? 1 : 0
    const was = isDormant[organisation] ?? 0
    if (was === is) return
    count(isDormant, organisation, is - was)
    dormant += is - was
  }
  const act = (organisation: number, on: number) => {
    while (lastActOn.length <= organisation) lastActOn.push(NEVER)
    if ((lastActOn[organisation] as number) >= on) return
    lastActOn[organisation] = on
    const oldFrom = monthIndexOfDayNumber(on + quietDays) + 1
    const others = growsOld.get(oldFrom)
    if (others === undefined) growsOld.set(oldFrom, [organisation])
    else if (others.at(-1) !== organisation) others.push(organisation)
  }

  return {
    moveTo(month, facts) {
      today = firstDayNumber(month)
      const touched = new Set<number>(growsOld.get(month))
      growsOld.delete(month)
      for (const { organisationId, by } of facts.membershipChanges) {
        const organisation = organisations.numberOf(organisationId)
        const next = count(memberships, organisation, by)
        if (next === 0) members -= 1
        else if (next - by === 0) members += 1
        touched.add(organisation)
      }
      for (const { organisationId, on } of facts.organisationActs) {
        const organisation = organisations.numberOf(organisationId)
        act(organisation, on)
        touched.add(organisation)
      }
      for (const organisation of touched) review(organisation)
    },
    review,
    members: () => members,
    dormant: () => dormant,
    dormantIds: () => isDormant.flatMap((is, number) => (is === 1 ? [organisations.nameOf(number)] : [])).sort(),
    state: () => ({ memberships, members, lastActOn, growsOld, isDormant, dormant, today }),
  }
}

function nobody(): MemberState {
  return {
    memberships: [],
    members: 0,
    lastActOn: [],
    growsOld: new Map(),
    isDormant: [],
    dormant: 0,
    today: NEVER,
  }
}
