import { describe, expect, it } from 'vitest'
import { firstDayNumber } from '../../values/month.ts'
import type { MonthFacts } from '../dated-facts.ts'
import { meetingHours } from './meeting-hours.ts'
import { membershipFlow } from './membership-flow.ts'
import type { Meeting, SecondaryMonth } from './secondary-facts.ts'
import { tieHistory } from './tie-history.ts'

const nothing: SecondaryMonth = {
  leadJoins: [],
  leadLeaves: [],
  coordinationsBegun: [],
  coordinationsEnded: [],
  representationsBegun: [],
  representationsEnded: [],
  doorsOpened: [],
  doorsClosed: [],
  meetings: [],
  bookingsLost: [],
  otherIncome: [],
}
const facts = (more: Partial<MonthFacts>): MonthFacts => ({
  starts: [],
  ends: [],
  joins: [],
  leaves: [],
  initiativeActs: [],
  organisationActs: [],
  membershipChanges: [],
  pledgesKnown: [],
  payments: [],
  dues: [],
  costs: [],
  costsAhead: [],
  reserves: [],
  ...more,
})
const join = (initiativeId: string, organisationId: string, on: number) => ({ initiativeId, organisationId, on })

describe('the history of ties', () => {
  const history = (months: readonly Partial<MonthFacts>[], mostPartners: number | null = 3, windowMonths = 2) => {
    const past = tieHistory(windowMonths, mostPartners)
    months.forEach((month, index) => {
      past.absorb(index, facts(month))
      past.slideTo(index + 1)
    })
    return past
  }
  const garden = { joins: [join('garden', 'a', 5), join('garden', 'b', 5)] }

  it('counts a pair again where it was seen on an earlier day', () => {
    const told = (month: Partial<MonthFacts>) => {
      const past = history([garden, month])
      return [past.pairInstances(), past.repeats()]
    }
    expect(told({ joins: [join('meals', 'b', 40), join('meals', 'a', 41)] })).toEqual([2, 1])
    expect(told({ joins: [join('meals', 'c', 40), join('meals', 'a', 41)] })).toEqual([2, 0])
    // Who comes later ties with those who are there.
    expect(told({ joins: [join('garden', 'c', 40)] })).toEqual([3, 0])
    expect(told({ joins: [join('garden', 'a', 40)] })).toEqual([1, 0])
  })

  it('of one day repeats nothing, whichever is told first', () => {
    const sameDay = [join('garden', 'a', 5), join('garden', 'b', 5), join('meals', 'a', 5), join('meals', 'b', 5)]
    expect(history([{ joins: sameDay }]).repeats()).toBe(0)
    const late = [join('garden', 'a', 5), join('garden', 'b', 9), join('meals', 'a', 5), join('meals', 'b', 6)]
    expect([history([{ joins: late }]).pairInstances(), history([{ joins: late }]).repeats()]).toEqual([2, 1])
  })

  it('does not tie with who left before, nor in what has ended', () => {
    const left = history([
      { ...garden, leaves: [{ initiativeId: 'garden', organisationId: 'b', on: 20 }] },
      { joins: [join('garden', 'c', 40)] },
    ])
    expect(left.pairInstances()).toBe(2)
    const ended = history([{ ...garden, ends: ['garden'] }, { joins: [join('garden', 'c', 40)] }])
    expect(ended.pairInstances()).toBe(1)
  })

  it('is not begun anew by who takes up another role, and ends with the last of them', () => {
    const leave = { initiativeId: 'garden', organisationId: 'a', on: 45 }
    const role = { joins: [join('garden', 'a', 45)], leaves: [leave] }
    const changed = history([garden, role, { joins: [join('garden', 'c', 70)] }])
    expect([changed.pairInstances(), changed.partners(), changed.newPartners()]).toEqual([2, 1, 1])
    const left = history([garden, role, { leaves: [leave] }, { joins: [join('garden', 'c', 100)] }])
    expect(left.pairInstances()).toBe(1)
  })

  it('counts an initiative once for who leaves it and comes back, and nothing for who leaves what nobody was in', () => {
    const leave = { initiativeId: 'garden', organisationId: 'a', on: 45 }
    const back = history([garden, { leaves: [leave] }, { joins: [join('garden', 'a', 70)] }])
    expect([back.ever(), back.withOneInitiative(), back.pairInstances(), back.repeats()]).toEqual([2, 2, 1, 1])
    const nowhere = history([{ leaves: [{ ...leave, initiativeId: 'nowhere' }] }, {}])
    expect([nowhere.ever(), nowhere.pairInstances()]).toEqual([0, 0])
  })

  it('of a large initiative gives no pairs, and counts its partners', () => {
    const crowd = { joins: ['a', 'b', 'c', 'd'].map((name) => join('fair', name, 5)) }
    expect([
      history([crowd]).pairInstances(),
      history([crowd]).partners(),
      history([crowd], null).pairInstances(),
    ]).toEqual([0, 4, 6])
    expect(history([{ joins: crowd.joins.slice(1) }]).pairInstances()).toBe(3)
  })

  it('knows who is new in the window, and who was ever in one initiative only', () => {
    const past = history([garden, {}, { joins: [join('meals', 'a', 70), join('meals', 'c', 70)] }])
    expect([past.partners(), past.newPartners(), past.ever(), past.withOneInitiative()]).toEqual([2, 1, 3, 2])
    const again = history([
      garden,
      { joins: [join('garden', 'a', 40), join('meals', 'a', 41), join('songs', 'a', 42)] },
    ])
    expect([again.ever(), again.withOneInitiative(), again.newPartners()]).toEqual([2, 1, 2])
  })
})

describe('who joined and who left', () => {
  const change = (organisationId: string, by: 1 | -1) => ({ organisationId, by })
  const flow = (...months: ReturnType<typeof change>[][]) => {
    const members = membershipFlow(2)
    months.forEach((membershipChanges, index) => {
      members.absorb(facts({ membershipChanges }))
      members.slideTo(index + 1)
    })
    return members.read()
  }

  it('is counted by month, and members by its first day', () => {
    expect(flow([change('a', 1), change('b', 1)])).toEqual({ entries: 2, exits: 0, memberMonths: 0 })
    expect(flow([change('a', 1), change('b', 1)], [change('a', -1)])).toEqual({ entries: 2, exits: 1, memberMonths: 2 })
    // Of a window of two months, after the one in which a came: there on the first day of both, gone after the second.
    expect(flow([change('a', 1)], [], [change('a', -1)])).toEqual({ entries: 0, exits: 1, memberMonths: 2 })
    expect(flow([change('a', 1)], [], [change('a', -1)], [])).toEqual({ entries: 0, exits: 1, memberMonths: 1 })
  })

  it('is nobody who left and came back in a month, nor who was a member twice', () => {
    expect(flow([change('a', 1)], [change('a', -1), change('a', 1)])).toEqual({ entries: 1, exits: 0, memberMonths: 1 })
    expect(flow([change('a', 1), change('a', 1)], [change('a', -1)])).toEqual({ entries: 1, exits: 0, memberMonths: 1 })
    expect(flow([change('a', 1), change('a', -1)])).toEqual({ entries: 0, exits: 0, memberMonths: 0 })
  })
})

describe('hours of meeting', () => {
  const meeting = (more: Partial<Meeting>): Meeting => ({
    initiativeId: 'garden',
    organisationId: 'club',
    hostId: 'council',
    kind: 'physical',
    minutes: 60,
    attendance: null,
    ...more,
  })
  const read = (meetings: Meeting[], more: Partial<SecondaryMonth> = {}, hasDoors = true) => {
    const hours = meetingHours(2, 2)
    hours.absorb(9, { ...nothing, meetings, ...more }, (id) => (id === 'garden' ? 4 : 0))
    hours.slideTo(10)
    return hours.read(hasDoors)
  }

  it.each([
    ['physical', null, 480],
    ['digital', 3, 0],
    ['hybrid', null, 240],
    ['hybrid', 1, 120],
    ['hybrid', 0, 0],
    ['hybrid', 9, 480],
  ])('%s with %s heads of four partners are %i halves of physical minutes', (kind, attendance, physicalHalves) => {
    expect(read([meeting({ kind, attendance })])).toMatchObject({
      physicalHalves,
      allHalves: 480,
      meetings: 1,
      held: 1,
    })
  })

  it('count one partner where there is no initiative or none in it', () => {
    expect(read([meeting({ initiativeId: null })]).allHalves).toBe(120)
    expect(read([meeting({ initiativeId: 'meals' })]).allHalves).toBe(120)
  })

  it('in a space of unknown kind are held and not judged', () => {
    expect(read([meeting({ kind: null }), meeting({ hostId: null })])).toMatchObject({
      allHalves: 480,
      meetings: 1,
      meetingsOfUnknownKind: 1,
      held: 2,
      byHost: new Map([['council', 60]]),
    })
  })

  it('count what came to nothing, and the doors that stand open', () => {
    const studio = (on: number) => [{ id: 'studio', on }]
    const more = {
      bookingsLost: [1, 1],
      doorsOpened: ['hall', 'studio'],
      doorsClosed: studio(firstDayNumber(9) + 9),
    }
    expect(read([], more)).toMatchObject({ lost: 2, held: 0, doors: 2 })
    expect(read([], more, false).doors).toBeNull()
    const hours = meetingHours(2, 2)
    hours.absorb(9, { ...nothing, ...more }, () => 0)
    for (const month of [10, 11, 12]) hours.slideTo(month)
    expect(hours.read(true)).toMatchObject({ doors: 1, lost: 0 })
    // Offered until the last day of a month it was there in that one, until the first of the next in both.
    const doorsTwoMonthsLater = (on: number) => {
      const closing = meetingHours(2, 2)
      closing.absorb(8, { ...nothing, doorsOpened: ['hall', 'studio'] }, () => 0)
      closing.slideTo(9)
      closing.absorb(9, { ...nothing, doorsClosed: studio(on) }, () => 0)
      for (const month of [10, 11]) closing.slideTo(month)
      return closing.read(true).doors
    }
    expect([firstDayNumber(9), firstDayNumber(9) + 1].map(doorsTwoMonthsLater)).toEqual([1, 2])
  })

  it('are those of hosts, public and local', () => {
    const hours = meetingHours(2, 2)
    hours.absorb(
      9,
      {
        ...nothing,
        meetings: [meeting({}), meeting({ hostId: 'ministry', minutes: 30 }), meeting({ hostId: 'club', minutes: 10 })],
      },
      () => 0,
    )
    hours.slideTo(10)
    expect(hours.hosted(new Set(['council', 'ministry']), new Set(['council']))).toEqual({
      public: 90,
      local: 60,
      whole: 100,
    })
  })
})
