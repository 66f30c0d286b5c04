import { describe, expect, it } from 'vitest'
import { type PersonalisationInputs, readPersonalisation } from './personalisation.ts'
import { secondaryParameters as lines } from './secondary-parameters.ts'
import { readVolunteering, type VolunteeringInputs } from './volunteering.ts'
import { readYouth } from './youth.ts'

const counts = (entries: Readonly<Record<string, number>>) => new Map(Object.entries(entries))

describe('personalisation', () => {
  const read = (over: Partial<PersonalisationInputs>) =>
    readPersonalisation(
      {
        byPerson: counts({ ada: 4, ben: 3, cleo: 3 }),
        coordinated: 8,
        running: 6,
        withoutDeputy: 2,
        aloneBy: counts({ ada: 2 }),
        contacts: { partners: 10, sole: 4 },
        ...over,
      },
      lines.personalisation,
    )

  it.each([
    [{ ada: 5, ben: 5 }, 2, 1, 2],
    [{ ada: 4, ben: 3, cleo: 3 }, 2, 2, 1],
    [{ ada: 2, ben: 2, cleo: 2, dora: 2, emil: 2 }, 2, 3, 0],
    [{ ada: 6, ben: 1 }, 3, 1, 3],
  ])('of %j with %i of 6 without deputy is held by %i, level %i', (people, withoutDeputy, factor, level) => {
    const reading = read({ byPerson: counts(people), withoutDeputy })
    expect([reading.value, reading.parts['coordination']]).toEqual([factor, level])
  })

  it.each([
    [4, 0],
    [5, 1],
    [7, 1],
    [8, 2],
  ])('with %i of 10 partners known by one person calls for level %i', (sole, level) => {
    expect(read({ contacts: { partners: 10, sole } }).parts['soleContacts']).toBe(level)
  })

  it('says what would be lost with whoever coordinates most, and only among what tells of persons', () => {
    const { persons, contributors } = read({})
    expect(persons).toMatchObject({ topShare: 0.4, topPersonIds: ['ada'], lostWithTopPerson: 2, soleContacts: 0.4 })
    expect(contributors).toEqual({})
  })

  it('reads no factor below five initiatives, and nothing where neither source is kept', () => {
    expect(read({ coordinated: 4 })).toMatchObject({ value: null, parts: { coordination: null } })
    expect(read({ byPerson: null, contacts: null })).toMatchObject({ score: null, reason: 'unknown-source' })
  })
})

describe('youth', () => {
  const read = (direct: number, initiatives: number) =>
    readYouth({ initiatives, direct, directOfKnownLength: 2, early: 1, proxyOnly: 3 }, lines.youth)

  // Upper ends by Wilson at 95 %: 0 of 4 0.490, 0 of 5 0.434, 1 of 30 0.167, 2 of 30 0.213, 1 of 60 0.089.
  it.each([
    [0, 4, 0],
    [0, 5, 2],
    [2, 30, 0],
    [1, 30, 1],
    [1, 60, 2],
    [15, 30, 0],
  ])('in %i of %i initiatives calls for level %i', (direct, initiatives, level) => {
    expect(read(direct, initiatives).score).toBe(level)
  })

  it('counts those who are only spoken for apart', () => {
    expect(read(1, 30).reported).toMatchObject({ proxyRatio: 0.75, proxyOnly: 3, earlyShare: 0.5 })
    expect(read(1, 30).interval?.high).toBeCloseTo(0.16670391, 7)
  })

  it('has no share without initiatives', () => {
    expect(read(0, 0)).toMatchObject({ score: null, reason: 'zero-denominator' })
  })
})

describe('volunteering', () => {
  const read = (over: Partial<VolunteeringInputs>) =>
    readVolunteering(
      {
        volunteerMinutes: 4800,
        paidMinutes: 1200,
        unknownMinutes: 60,
        running: 5,
        monthsWithoutPaid: 0,
        byVolunteer: counts({ ada: 9, ben: 3 }),
        volunteersBefore: 4,
        volunteersKept: 3,
        ...over,
      },
      lines.volunteering,
    )

  it.each([
    [{ volunteerMinutes: 4799, paidMinutes: 1201 }, 0],
    [{}, 1],
    [{ monthsWithoutPaid: 6 }, 2],
    [{ monthsWithoutPaid: 5 }, 1],
    [{ monthsWithoutPaid: null }, 1],
    [{ monthsWithoutPaid: 9, running: 4 }, 1],
  ])('with %j calls for level %i', (over, level) => {
    expect(read(over).score).toBe(level)
  })

  it('reports paid hours for what runs, and keeps what tells of persons apart', () => {
    const { value, n, reported, persons } = read({})
    expect([value, n]).toEqual([0.8, 100])
    expect(reported).toEqual({ paidHoursPerRunning: 4, hoursOfUnknownEngagement: 1 })
    expect(persons).toMatchObject({ volunteers: 2, volunteersAbsenceFactor: 1, retention: 0.75 })
  })

  it('is unknown where nobody counts hours', () => {
    expect(readVolunteering(null, lines.volunteering)).toMatchObject({ score: null, reason: 'unknown-source' })
    expect(read({ volunteerMinutes: 0, paidMinutes: 0 })).toMatchObject({ score: null, reason: 'zero-denominator' })
  })
})
