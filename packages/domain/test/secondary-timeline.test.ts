import { describe, expect, it } from 'vitest'
import { evaluateSecondary, secondaryTimeline } from '../src/risks/secondary/secondary-timeline.ts'
import { story } from './school-story.ts'

const read = () => evaluateSecondary(story, '2024-02')

describe('the story of a school that leads five of six', () => {
  it('names the sectors that are missing and those that carry it', () => {
    const { flags } = read()
    expect(flags['sector-failure']).toMatchObject({
      value: 0.5,
      n: 12,
      parts: { largestShare: 0, missingCore: 1 },
      level: 'watch',
    })
    expect(flags['sector-failure'].contributors['missingCoreSectors']).toEqual(['energy'])
    expect(flags['sector-failure'].reported).toMatchObject({ withTwoSectors: 1, withThreeSectors: 0, eiIndex: 1 })
  })

  it('sees one person hold the coordination, and most of what runs without a deputy', () => {
    const { flags } = read()
    expect(flags.personalisation).toMatchObject({
      value: 1,
      n: 5,
      level: 'critical',
      persons: {
        topShare: 5 / 6,
        topPersonIds: ['ada'],
        withoutDeputy: 4,
        runningCoordinated: 5,
        lostWithTopPerson: 4,
        partnersWithContact: 2,
        soleContacts: 1,
      },
    })
  })

  it('sees the school cut five of seven off, and reads no lead roles below eight running', () => {
    const { flags } = read()
    expect(flags['one-organisation']).toMatchObject({
      value: null,
      parts: { elephant: null, bridge: 2 },
      contributors: { bridges: [{ organisationId: 'school', cutsOff: 5 }] },
      reported: { degreeCentralisation: 1, maxCore: 1, partnersRunning: 7 },
    })
  })

  it('counts a public branch with its body, and shows the next mandate beside it', () => {
    const { flags } = read()
    expect(flags['public-dominance']).toMatchObject({
      value: 0.4,
      contributors: { driver: 'income' },
      reported: {
        incomeShare: 0.4,
        incomeLocalShare: 0.4,
        leadsShare: 1 / 6,
        nextMandate: { organisationId: 'council', endsOn: '2024-05-26', days: 115, incomeShare: 0.4 },
      },
    })
    // Three of three hours in the hall, two and one in the studio, one and a half in the call.
    expect(flags['public-dominance'].reported['hostedMinutesShare']).toBe(3 / 7.5)
  })

  it('splits a hybrid meeting by the heads in the room, and halves it where nobody counted', () => {
    const { flags } = read()
    // Hall: 3 h × 2 partners. Studio: 2 h × 2, one head in the room; 1 h × 1, nobody counted. Call: 1.5 h × 2.
    const [physical, all] = [6 + 2 + 0.5, 6 + 4 + 1 + 3]
    expect(flags.places.value).toBeCloseTo(physical / all, 12)
    expect(flags.places).toMatchObject({ n: 4, level: 'none', reported: { lostShare: 0.2, hostsAbsenceFactor: 2 } })
  })

  it('finds the young in one of six, and spoken for in five', () => {
    const { flags } = read()
    expect(flags.youth).toMatchObject({ n: 6, value: 1 / 6, reported: { direct: 1, proxyOnly: 5, earlyShare: 1 } })
  })

  it('spreads hours evenly over the days of a coordination', () => {
    const { flags } = read()
    // From 1 March 2023 to 31 January 2024: 337 of 366 days, of 366 hours each, five times; all of them unpaid.
    expect(flags.volunteering).toMatchObject({ value: 1, n: 5 * 337 })
    // The one person paid was so until July; August is the first month without.
    expect(flags.volunteering.persons).toMatchObject({ monthsWithoutPaid: null, volunteers: 1 })
  })

  it('shows income by four groupings, with and without who hands it on', () => {
    const { measures } = read()
    expect(measures?.income.funder).toMatchObject({ n: 4, reliance: 0.5 })
    expect(measures?.income.funder?.hhi).toBeCloseTo(0.01 + 0.04 + 0.04 + 0.25, 12)
    expect(measures?.income.parent?.hhi).toBeCloseTo(0.01 + 0.16 + 0.25, 12)
    expect(measures?.income.sector?.n).toBe(4)
    expect(measures?.income.route?.hhi).toBeCloseTo(0.36 + 0.16, 12)
    expect(measures?.income.passThrough).toMatchObject({
      organisationIds: ['platform'],
      with: { level: 2, reliance: 0.5, n: 3 },
      without: { level: 3, reliance: 0.8, n: 2 },
      levelsDiffer: true,
    })
  })

  it('shows other currencies, goods and hours beside it, each in its own unit', () => {
    const { measures } = read()
    expect(measures?.otherIncome).toEqual([
      { unit: 'currency CHF', amount: 700 },
      { unit: 'in-kind EUR', amount: 900 },
      { unit: 'space-hours hour', amount: 12_500 },
    ])
  })

  it('counts who entered and who left, for the years they were members', () => {
    const { measures } = read()
    // Members at the first days from February 2023 to January 2024: 2 for four months, then 3 from June to August, then 2 for five.
    expect(measures).toMatchObject({ entries: 1, exits: 1, partnerYears: (2 * 4 + 3 * 3 + 2 * 5) / 12 })
    expect(measures?.exitRate).toBeCloseTo(12 / 27, 12)
  })

  it('counts ties that stayed and partners with one initiative', () => {
    const { measures } = read()
    expect(measures).toMatchObject({ tieTurnover: 0, ties: 6, components: 1, largestComponent: 7, repeatShare: null })
    expect(measures?.oneInitiativeShare).toBe(6 / 7)
  })
})

describe('too little', () => {
  it('is said for four initiatives of seven partners, and nothing before anything happened', () => {
    const few = { ...story, initiatives: story.initiatives.slice(0, 4) }
    const { flags: read, window } = evaluateSecondary(few, '2024-02')
    expect(window).toEqual({ initiatives: 4, partners: 5 })
    for (const flag of Object.values(read))
      expect(flag).toMatchObject({ level: 'insufficient-data', reason: 'too-few' })
    const before = secondaryTimeline(story, '2021-11', '2022-01').months
    expect(before.map(({ flags: none }) => none.youth.insufficientSince)).toEqual([null, null, null])
  })

  it('is said after the day the data are complete to', () => {
    const dark = evaluateSecondary({ ...story, dataCompleteThrough: '2023-12-31' }, '2024-02')
    expect(dark.measures).toBeNull()
    expect(dark.flags.personalisation).toMatchObject({
      level: 'insufficient-data',
      heldLevel: 'critical',
      reason: 'incomplete-after:2023-12-31',
      persons: null,
    })
  })
})
