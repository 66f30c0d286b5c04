import { describe, expect, it } from 'vitest'
import { personSigns, withoutPersons } from '../src/risks/secondary/person-signs.ts'
import { evaluateSecondary, secondaryTimeline } from '../src/risks/secondary/secondary-timeline.ts'
import { story } from './school-story.ts'

const read = () => evaluateSecondary(story, '2024-02')

describe('what tells of persons', () => {
  it('is left out for everybody, who sees the level', () => {
    const reading = read()
    const { flags, measures } = withoutPersons(reading)
    expect(flags.personalisation).toMatchObject({
      level: 'critical',
      isWithheld: true,
      value: null,
      persons: null,
      n: 0,
    })
    expect(flags.volunteering).toMatchObject({ isWithheld: true, value: null, reported: {} })
    expect(JSON.stringify(flags)).not.toMatch(/"ada"|"ben"|"cleo"|topShare/)
    expect(flags.youth).toEqual({ ...reading.flags.youth, isWithheld: false })
    expect(measures).toEqual(reading.measures)
  })

  it('is left out of a change as well, which is told all the same', () => {
    const changed = secondaryTimeline(story, '2022-02', '2024-02').months.find(
      ({ flags }) => flags.personalisation.change !== null,
    )
    if (changed === undefined) throw new Error('no month in which it changes')
    const { change } = changed.flags.personalisation
    expect(Object.keys(change?.points ?? {})).toEqual(['coordination', 'soleContacts'])
    expect(withoutPersons(changed).flags.personalisation.change).toEqual({ ...change, points: {}, contributors: {} })
    expect(withoutPersons(evaluateSecondary(story, '2021-10')).flags.personalisation.change).toBeNull()
  })

  it('is nothing where nothing is kept of persons', () => {
    const reading = evaluateSecondary({ ...story, coordinations: null, representations: null }, '2024-02')
    expect(personSigns(reading, false).personalisation.persons).toBeNull()
  })

  it('is told in figures without saying of whom, or whole; and the reading is as it was', () => {
    const reading = read()
    const before = JSON.stringify(reading)
    const { persons } = personSigns(reading, false).personalisation
    expect(persons).toMatchObject({ withoutDeputy: 4, topShare: 5 / 6 })
    expect(persons).not.toHaveProperty('topPersonIds')
    expect(personSigns(reading, true).personalisation.persons).toMatchObject({ topPersonIds: ['ada'] })
    expect(JSON.stringify(reading)).toBe(before)
  })
})
