import { describe, expect, it } from 'vitest'
import { personSigns, withoutPersons } from '../src/risks/secondary/person-signs.ts'
import { evaluateSecondary } from '../src/risks/secondary/secondary-timeline.ts'
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
