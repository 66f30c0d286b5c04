import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../values/day.ts'
import { firstDayNumber, monthIndex } from '../../values/month.ts'
import { coordinationWork } from './coordination-work.ts'
import type { CoordinationSpan, EndedRepresentation, RepresentationSpan, SecondaryMonth } from './secondary-facts.ts'

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

describe('work of coordination', () => {
  const january = monthIndex('2024-01')
  const span = (personId: string, from: string, to: string | null, minutes: number | null): CoordinationSpan => ({
    initiativeId: 'garden',
    personId,
    from: dayNumber(from),
    to: to === null ? null : dayNumber(to),
    minutes,
  })
  const left = (on: string, ...who: Parameters<typeof acts>): EndedRepresentation => ({
    ...acts(...who),
    on: dayNumber(on),
  })
  const acts = (personId: string, organisationId: string, isPaid: boolean | null): RepresentationSpan => ({
    personId,
    organisationId,
    isPaid,
  })
  const worked = (months: [own: Partial<SecondaryMonth>, coordinating: string[]][], windowMonths = 2) => {
    const work = coordinationWork(windowMonths)
    months.forEach(([own, coordinating], index) => {
      work.absorb(january + index, { ...nothing, ...own }, coordinating)
      work.slideTo(january + index + 1)
    })
    return work
  }

  it('lies evenly over its days, by how people are engaged', () => {
    // Sixty days from 15 January: 17 in January, 29 in February, 14 in March.
    const begun = {
      coordinationsBegun: [
        span('ada', '2024-01-15', '2024-03-15', 600),
        span('ben', '2024-01-15', '2024-03-15', 60),
        span('cleo', '2024-01-15', null, 60),
        span('dora', '2024-01-15', '2024-03-15', null),
        span('emil', '2024-01-15', '2024-03-15', 120),
      ],
      representationsBegun: [
        acts('ada', 'club', false),
        acts('ben', 'bank', true),
        acts('ben', 'club', false),
        acts('emil', 'club', null),
      ],
    }
    const after = (count: number) =>
      worked([[begun, []], ...Array.from({ length: count - 1 }, (): [object, string[]] => [{}, []])], 12).hours(3)
    expect(after(1)).toMatchObject({ volunteerMinutes: 170, paidMinutes: 17, unknownMinutes: 34, running: 3 })
    expect(after(2)).toMatchObject({ volunteerMinutes: 460, paidMinutes: 46, unknownMinutes: 92 })
    expect(after(3)).toMatchObject({ volunteerMinutes: 600, paidMinutes: 60, unknownMinutes: 120 })
    expect(after(5)).toMatchObject({ volunteerMinutes: 600, paidMinutes: 60 })
    expect(firstDayNumber(january + 1) - dayNumber('2024-01-15')).toBe(17)
  })

  it('ends where a question lets it end before its day, and gave until then what it gave', () => {
    const ada = span('ada', '2024-01-15', '2024-03-15', 600)
    const ben = span('ben', '2024-01-15', '2024-03-15', 60)
    const begun = {
      coordinationsBegun: [ada, ben],
      representationsBegun: [acts('ada', 'club', false), acts('ben', 'club', false)],
    }
    const after = (ended: CoordinationSpan[]) =>
      worked(
        [
          [begun, []],
          [{ coordinationsEnded: ended }, []],
          [{}, []],
        ],
        12,
      ).hours(3).volunteerMinutes
    expect(after([])).toBe(660)
    // Seventeen of sixty days in January; in February none, or ten.
    expect(after([{ ...ada, to: dayNumber('2024-02-01') }])).toBe(170 + 60)
    expect(after([{ ...ada, to: dayNumber('2024-02-11') }])).toBe(270 + 60)
    expect(after([{ ...ada, initiativeId: 'songs', to: dayNumber('2024-02-11') }])).toBe(660)
  })

  it('of two stays that began together goes on with the longer one', () => {
    const short = span('ada', '2024-01-15', '2024-02-14', 300)
    const long = span('ada', '2024-01-15', '2024-03-15', 600)
    const told = { coordinationsBegun: [short, long], representationsBegun: [acts('ada', 'club', false)] }
    const work = worked(
      [
        [told, []],
        [{ coordinationsEnded: [short] }, []],
        [{ coordinationsEnded: [long] }, []],
      ],
      12,
    )
    expect(work.hours(3).volunteerMinutes).toBe(900)
  })

  it('has hours once somebody gave any in the window', () => {
    const begun = { coordinationsBegun: [span('ada', '2024-01-15', '2024-01-20', 600)] }
    expect(worked([[{}, []]]).hasHours()).toBe(false)
    expect(worked([[begun, []]]).hasHours()).toBe(true)
    expect(
      worked([
        [begun, []],
        [{}, []],
        [{}, []],
      ]).hasHours(),
    ).toBe(false)
  })

  it('counts the months without anybody paid, unless somebody is not known', () => {
    const own = { representationsBegun: [acts('ada', 'club', true), acts('ben', 'club', false)] }
    const without = (...months: string[][]) =>
      worked(months.map((people, index) => [index === 0 ? own : {}, people])).hours(1).monthsWithoutPaid
    expect([
      without(['ada']),
      without(['ada'], ['ben']),
      without(['ben'], []),
      without(['ben'], ['ada'], ['ben']),
    ]).toEqual([0, 1, 2, 1])
    // Emil is not known: whether anybody was paid cannot be told for as long as the count goes back.
    expect([without(['emil']), without(['emil'], ['ben']), without(['emil'], ['ada'], ['ben'])]).toEqual([
      null,
      null,
      1,
    ])
  })

  it('keeps volunteers of the window and of the one before', () => {
    const own = {
      representationsBegun: [acts('ada', 'club', false), acts('ben', 'club', false), acts('cleo', 'club', true)],
    }
    const hours = worked([
      [own, ['ada', 'ben', 'cleo']],
      [{}, ['ada', 'ben']],
      [{}, ['ada']],
      [{}, ['ada', 'cleo']],
    ]).hours(1)
    expect([...hours.byVolunteer]).toEqual([['ada', 2]])
    expect([hours.volunteersBefore, hours.volunteersKept]).toEqual([2, 1])
  })

  it('knows partners with somebody who acts for them, until the end of the month in which they leave', () => {
    const begun = {
      representationsBegun: [
        acts('ada', 'club', null),
        acts('ben', 'club', null),
        acts('ada', 'bank', true),
        acts('ada', 'bank', false),
      ],
    }
    const contacts = (...more: Partial<SecondaryMonth>[]) =>
      worked([[begun, []], ...more.map((one): [Partial<SecondaryMonth>, string[]] => [one, []])]).contacts([
        'club',
        'bank',
        'zoo',
      ])
    expect(contacts()).toEqual({ partners: 2, sole: 1 })
    expect(contacts({ representationsEnded: [left('2024-02-10', 'ben', 'club', null)] })).toEqual({
      partners: 2,
      sole: 2,
    })
    expect(contacts({ representationsEnded: [left('2024-02-10', 'ada', 'bank', true)] })).toEqual({
      partners: 2,
      sole: 1,
    })
    const both = [left('2024-02-10', 'ada', 'bank', true), left('2024-02-01', 'ada', 'bank', false)]
    expect(contacts({ representationsEnded: both })).toEqual({ partners: 1, sole: 0 })
  })

  it('knows who acts for a partner in one of two capacities, when the other ends with the first of a month', () => {
    const both = { representationsBegun: [acts('ada', 'club', false), acts('ada', 'club', false)] }
    const contacts = (...ended: EndedRepresentation[]) =>
      worked([
        [both, []],
        [{ representationsEnded: ended }, []],
      ]).contacts(['club'])
    const first = left('2024-02-01', 'ada', 'club', false)
    expect(contacts(first)).toEqual({ partners: 1, sole: 1 })
    expect(contacts(first, left('2024-02-02', 'ada', 'club', false))).toEqual({ partners: 0, sole: 0 })
  })

  it('goes by how somebody is engaged in the month they leave', () => {
    const own = {
      representationsBegun: [acts('ada', 'club', true)],
      representationsEnded: [left('2024-01-15', 'ada', 'club', true)],
      coordinationsBegun: [span('ada', '2024-01-01', '2024-03-01', 600)],
    }
    // Sixty days: 31 in January, paid; 29 in February, when nobody knows.
    expect(
      worked(
        [
          [own, ['ada']],
          [{}, ['ada']],
        ],
        12,
      ).hours(1),
    ).toMatchObject({ paidMinutes: 310, unknownMinutes: 290, monthsWithoutPaid: null })
  })
  it('goes by what somebody is in a month in which they were no longer what they had been on any day', () => {
    // Paid by the club, a volunteer of the choir: on no day of February paid, or on its first.
    const months = (on: string): [Partial<SecondaryMonth>, string[]][] => [
      [
        {
          representationsBegun: [acts('ada', 'club', true), acts('ada', 'choir', false)],
          coordinationsBegun: [span('ada', '2024-01-01', '2024-03-01', 600)],
        },
        ['ada'],
      ],
      [{ representationsEnded: [left(on, 'ada', 'club', true)] }, ['ada']],
    ]
    expect(worked(months('2024-02-01'), 12).hours(1)).toMatchObject({ paidMinutes: 310, volunteerMinutes: 290 })
    expect(worked(months('2024-02-02'), 12).hours(1)).toMatchObject({ paidMinutes: 600, volunteerMinutes: 0 })
  })
})
