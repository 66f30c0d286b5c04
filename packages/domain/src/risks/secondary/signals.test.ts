import { describe, expect, it } from 'vitest'
import { type OneOrganisationInputs, readOneOrganisation } from './one-organisation.ts'
import { type PlacesInputs, readPlaces } from './places.ts'
import { type PublicInputs, readPublicDominance } from './public-dominance.ts'
import { secondaryParameters as lines } from './secondary-parameters.ts'
import { readSectorFailure, type SectorInputs } from './sector-failure.ts'

const counts = (entries: Readonly<Record<string, number>>) => new Map(Object.entries(entries))

describe('sector failure', () => {
  const given = (over: Partial<SectorInputs>): SectorInputs => ({
    participations: counts({ education: 5, culture: 3, sport: 2 }),
    initiatives: 4,
    withTwo: 3,
    withThree: 1,
    edges: [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
    ],
    sectorOf: new Map([
      ['a', 'education'],
      ['b', 'education'],
      ['c', 'culture'],
      ['d', 'culture'],
    ]),
    active: new Set(['education', 'culture', 'sport']),
    coreSectors: null,
    isWindowFull: true,
    ...over,
  })
  const read = (over: Partial<SectorInputs> = {}) => readSectorFailure(given(over), lines.sectorFailure)

  it.each([
    [{ education: 59, sport: 41 }, 0],
    [{ education: 60, sport: 40 }, 1],
    [{ education: 3, sport: 1 }, 2],
    [{ education: 9, sport: 1 }, 3],
    [{ education: 7 }, 3],
  ])('of participations %j calls for level %i', (participations, level) => {
    expect(read({ participations: counts(participations) }).score).toBe(level)
  })

  it('reports how evenly the thirteen sectors are spread', () => {
    const { value, n, reported } = read()
    expect([value, n]).toEqual([0.5, 10])
    expect(reported['blau']).toBeCloseTo(0.62, 12)
    expect(reported['blauNormalised']).toBeCloseTo(0.62 / (12 / 13), 12)
    expect(reported['effectiveSectors']).toBeCloseTo(2.8000940728538315, 12)
    expect(reported['assortativity']).toBeCloseTo(1 / 3, 12)
    expect(reported['eiIndex']).toBeCloseTo(-1 / 3, 12)
    expect([reported['withTwoSectors'], reported['withThreeSectors']]).toEqual([0.75, 0.25])
  })

  it.each([
    [['culture', 'sport'], 0, []],
    [['culture', 'energy'], 1, ['energy']],
    [['culture', 'business', 'finance'], 2, ['business', 'finance']],
    [['business', 'sport'], 2, ['business']],
  ])('misses of core sectors %j what calls for level %i', (coreSectors, level, missing) => {
    const reading = read({ coreSectors })
    expect(reading.parts['missingCore']).toBe(level)
    expect(reading.contributors['missingCoreSectors']).toEqual(missing)
  })

  it('calls for watch only while one of two core private sectors is there', () => {
    const active = new Set(['finance'])
    expect(read({ coreSectors: ['business', 'finance'], active }).parts['missingCore']).toBe(1)
  })

  it('judges no missing sector before a whole year is known', () => {
    expect(read({ coreSectors: ['energy'], isWindowFull: false }).parts['missingCore']).toBeNull()
  })

  it('has no share without participations', () => {
    expect(read({ participations: new Map() })).toMatchObject({ score: null, reason: 'zero-denominator', value: null })
  })
})

describe('one organisation carries all', () => {
  const figures = { bridges: [], degreeCentralisation: 0.25, maxCore: 2 }
  const read = (over: Partial<OneOrganisationInputs>) =>
    readOneOrganisation(
      {
        leads: counts({ council: 3, school: 2, club: 2 }),
        participations: counts({ council: 4, school: 4, club: 2 }),
        running: 8,
        partners: 10,
        figures,
        ...over,
      },
      lines.oneOrganisation,
    )

  it.each([
    [{ council: 5, school: 2 }, 8, 1, 2],
    [{ council: 3, school: 2, club: 2 }, 8, 2, 1],
    [{ council: 2, school: 2, club: 2, bank: 2, choir: 2 }, 8, 3, 0],
    [{ council: 5, school: 2 }, 7, null, null],
  ])('of lead roles %j with %i running is held by %j, level %j', (leads, running, factor, level) => {
    const reading = read({ leads: counts(leads), running })
    expect([reading.value, reading.parts['elephant']]).toEqual([factor, level])
  })

  it.each([
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 2],
  ])('with a bridge that cuts off %i of 10 partners calls for level %i', (cutsOff, level) => {
    const reading = read({ figures: { ...figures, bridges: [{ name: 'school', cutsOff }] } })
    expect(reading.parts['bridge']).toBe(level)
    expect(reading.contributors['bridges']).toEqual([{ organisationId: 'school', cutsOff }])
  })

  it('reports how participations are spread', () => {
    expect(read({}).reported).toMatchObject({ participationHhi: 0.36, degreeCentralisation: 0.25, maxCore: 2 })
  })
})

describe('public dominance', () => {
  const part = (share: number, whole = 100) => ({ public: share, local: 0, whole })
  const read = (over: Partial<PublicInputs>) =>
    readPublicDominance(
      {
        income: part(30),
        leads: part(20),
        hostedMinutes: part(10),
        wantsIndependence: null,
        nextMandate: null,
        ...over,
      },
      lines.publicDominance,
    )

  it.each([
    [{}, 'income', 0],
    [{ hostedMinutes: part(60) }, 'hostedMinutes', 1],
    [{ leads: part(3, 4) }, 'leads', 2],
    [{ income: part(90), hostedMinutes: part(89) }, 'income', 3],
    [{ income: null, leads: part(0, 0), hostedMinutes: part(1, 4) }, 'hostedMinutes', 0],
  ])('of %j is driven by %s, level %i', (over, driver, level) => {
    expect(read(over)).toMatchObject({ contributors: { driver }, score: level })
  })

  it('is not judged where the community does not want to be independent, and shown all the same', () => {
    expect(read({ wantsIndependence: false, income: part(95) })).toMatchObject({
      score: null,
      reason: 'not-applicable',
      reported: { incomeShare: 0.95 },
    })
  })

  it('is unknown without any share', () => {
    const nothing = { income: null, leads: part(0, 0), hostedMinutes: null }
    expect(read(nothing)).toMatchObject({ score: null, reason: 'zero-denominator' })
  })
})

describe('the balance of places', () => {
  const read = (over: Partial<PlacesInputs>) =>
    readPlaces(
      {
        physicalHalves: 60,
        allHalves: 100,
        meetings: 12,
        meetingsOfUnknownKind: 1,
        byHost: counts({ council: 600, school: 120 }),
        held: 16,
        lost: 4,
        doors: 2,
        ...over,
      },
      lines.places,
    )

  it.each([
    [25, 0],
    [24, 1],
    [10, 1],
    [9, 2],
    [0, 2],
  ])('with %i of 100 physical calls for level %i', (physicalHalves, level) => {
    expect(read({ physicalHalves }).score).toBe(level)
  })

  it('is critical without a space with a door for six months, also without any meeting', () => {
    expect(read({ doors: 0 }).score).toBe(3)
    expect(read({ doors: 0, allHalves: 0, physicalHalves: 0 })).toMatchObject({ score: 3, value: null })
    expect(read({ doors: null }).parts['noDoor']).toBeNull()
  })

  it('says where there is no digital access, and judges it not', () => {
    expect(read({ physicalHalves: 98 }).reported['hasNoDigitalAccess']).toBe(false)
    expect(read({ physicalHalves: 99 })).toMatchObject({ score: 0, reported: { hasNoDigitalAccess: true } })
  })

  it('reports what was booked for nothing and who hosts', () => {
    const { reported, contributors } = read({})
    expect(reported).toMatchObject({ lostShare: 0.2, hostsAbsenceFactor: 1, hosts: 2, bookings: 20 })
    expect(contributors['hosts']).toEqual([
      { organisationId: 'council', hours: 10 },
      { organisationId: 'school', hours: 2 },
    ])
  })
})
