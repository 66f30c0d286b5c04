import { describe, expect, it } from 'vitest'
import { datedFacts } from '../src/risks/dated-facts.ts'
import type { History } from '../src/risks/history.ts'
import { numbered } from '../src/risks/numbered.ts'
import { parameters } from '../src/risks/parameters.ts'
import { memberActs } from '../src/risks/stagnation/member-acts.ts'
import { type Month } from '../src/values/month.ts'
import { givenWork } from './given-work.ts'
import { moved } from './moved.ts'

const lines = parameters.stagnation
/** A number never changes its meaning: all folds here may share the table. */
const organisations = numbered()

const booking = (id: string, organisationId: string, startsOn: string, initiativeId: string | null = null) => ({
  id,
  spaceId: 'hall',
  initiativeId,
  organisationId,
  hostId: null,
  startsOn,
  endsOn: startsOn,
  hours: 1,
  status: 'confirmed',
})

describe('members', () => {
  const member = (organisationId: string, from: string | null, to: string | null = null) => ({
    organisationId,
    state: 'active',
    from,
    to,
  })
  const members = (more: Partial<History>, month: Month, isInRunning: (id: string) => boolean = () => false) =>
    moved(
      memberActs(lines.quietDays, organisations, (number) => isInRunning(organisations.nameOf(number))),
      datedFacts({ ...givenWork([]), ...more }),
      month,
    )

  it('are dormant 180 days after their last act', () => {
    const acted = (on: string) => ({
      memberships: [member('choir', '2024-01-05')],
      bookings: [booking('b', 'choir', on)],
    })
    const dormant = (on: string, month: Month) => members(acted(on), month).dormantIds()
    expect([dormant('2024-03-05', '2024-09'), dormant('2024-03-05', '2024-10')]).toEqual([[], ['choir']])
    expect([dormant('2024-03-04', '2024-08'), dormant('2024-03-04', '2024-09')]).toEqual([[], ['choir']])
    expect(members(acted('2024-03-04'), '2024-09').dormant()).toBe(1)
  })

  it('wake by a later act, and an older one told later changes nothing', () => {
    const bookings = [
      booking('b', 'choir', '2024-01-31'),
      booking('c', 'choir', '2024-10-10'),
      booking('d', 'choir', '2024-10-02'),
    ]
    const dormant = (month: Month) =>
      members({ memberships: [member('choir', '2024-01-05')], bookings }, month).dormant()
    // 180 days after 10 October 2024 is 8 April 2025.
    expect(['2024-07', '2024-08', '2024-10', '2024-11', '2025-04', '2025-05'].map(dormant)).toEqual([0, 1, 1, 0, 0, 1])
  })

  it('without any act are dormant at once, but for those whose initiatives run', () => {
    const memberships = [member('zoo', '2024-01-05'), member('choir', '2024-01-05')]
    expect(members({ memberships }, '2024-02').dormantIds()).toEqual(['choir', 'zoo'])
    expect(members({ memberships }, '2024-02', (id) => id === 'choir').dormantIds()).toEqual(['zoo'])
  })

  it('are those who joined and did not leave, each once', () => {
    const memberships = [
      member('choir', '2024-01-05', '2024-02-10'),
      member('choir', '2024-01-20'),
      member('zoo', '2024-01-05', '2024-02-10'),
      member('bank', null),
    ]
    const count = (month: Month) =>
      members({ memberships, bookings: [booking('b', 'guest', '2024-01-05')] }, month).members()
    expect(['2024-01', '2024-02', '2024-03'].map(count)).toEqual([0, 2, 1])
    expect(members({ memberships }, '2024-03').dormantIds()).toEqual(['choir'])
  })

  it('are reviewed when their initiatives begin or end', () => {
    let isRunning = true
    const choir = members({ memberships: [member('choir', '2024-01-05')] }, '2024-02', () => isRunning)
    expect(choir.dormant()).toBe(0)
    isRunning = false
    choir.review(organisations.numberOf('choir'))
    choir.review(organisations.numberOf('nobody'))
    expect(choir.dormant()).toBe(1)
    choir.review(organisations.numberOf('choir'))
    expect(choir.dormant()).toBe(1)
  })

  it('go their own way from where others stood', () => {
    const facts = datedFacts({
      ...givenWork([]),
      memberships: [member('choir', '2024-01-05'), member('zoo', '2024-02-05')],
      bookings: [booking('b', 'choir', '2024-02-05')],
    })
    const first = moved(
      memberActs(lines.quietDays, organisations, () => false),
      facts,
      '2024-02',
    )
    const second = moved(
      memberActs(lines.quietDays, organisations, () => false, first.state()),
      facts,
      '2024-09',
      '2024-03',
    )
    expect([first.members(), first.dormantIds()]).toEqual([1, ['choir']])
    expect([second.members(), second.dormantIds()]).toEqual([2, ['choir', 'zoo']])
    moved(first, facts, '2024-03', '2024-03')
    expect([first.members(), first.dormantIds()]).toEqual([2, ['zoo']])
  })
})
