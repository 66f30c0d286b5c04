import { describe, expect, it } from 'vitest'
import { rateInterval } from '../statistics/rate-interval.ts'
import { secondaryFlagNames } from './flag-names.ts'
import { graphFigures, networkMeasures } from './network-measures.ts'
import { type OneOrganisationInputs, readOneOrganisation } from './one-organisation.ts'
import { type PersonalisationInputs, readPersonalisation } from './personalisation.ts'
import { type PlacesInputs, readPlaces } from './places.ts'
import { readPublicDominance } from './public-dominance.ts'
import { runningTies } from './running-ties.ts'
import { secondaryParameters as lines } from './secondary-parameters.ts'
import { readSectorFailure, type SectorInputs } from './sector-failure.ts'
import { signPlaybook, signRemedyCodes } from './sign-playbook.ts'
import { worst } from './signal.ts'
import { readYouth } from './youth.ts'

const counts = (entries: Readonly<Record<string, number>>) => new Map(Object.entries(entries))

describe('what sector failure shows beside its level', () => {
  const read = (over: Partial<SectorInputs> = {}) =>
    readSectorFailure(
      {
        participations: counts({ sport: 2, culture: 2, energy: 2, education: 4 }),
        initiatives: 4,
        withTwo: 3,
        withThree: 1,
        edges: [],
        sectorOf: new Map(),
        active: new Set(['education']),
        coreSectors: null,
        isWindowFull: true,
        ...over,
      },
      lines.sectorFailure,
    )

  it('are the sectors, the largest first, then by name', () => {
    const reading = read()
    expect(Object.entries(reading.contributors['bySector'] as object)).toEqual([
      ['education', 4],
      ['culture', 2],
      ['energy', 2],
      ['sport', 2],
    ])
    expect([reading.value, reading.reason]).toEqual([0.4, undefined])
  })

  it('are the core sectors that are missing, by name; none are told where none are set', () => {
    const missing = (coreSectors: string[] | null) => read({ coreSectors }).contributors['missingCoreSectors']
    expect(missing(['sport', 'education', 'culture', 'sport'])).toEqual(['culture', 'sport'])
    expect(missing(null)).toBeNull()
  })
})

describe('what one organisation shows beside its level', () => {
  const noFigures = { bridges: [], degreeCentralisation: null, maxCore: null }
  const read = (over: Partial<OneOrganisationInputs> = {}) =>
    readOneOrganisation(
      {
        leads: counts({ school: 2, choir: 1, club: 2, council: 3, bank: 2 }),
        participations: counts({}),
        running: 8,
        partners: 10,
        figures: { ...noFigures, bridges: [{ name: 'school', cutsOff: 2 }] },
        ...over,
      },
      lines.oneOrganisation,
    )

  it('are the three who lead most, then by name', () => {
    const reading = read()
    expect(reading.contributors['topLeads']).toEqual([
      { organisationId: 'council', leads: 3 },
      { organisationId: 'bank', leads: 2 },
      { organisationId: 'club', leads: 2 },
    ])
    expect([reading.n, reading.reason, reading.reported['largestCut']]).toEqual([10, undefined, 0.2])
  })

  it('are ten bridges, of which all are counted', () => {
    const bridges = Array.from({ length: 11 }, (_, index) => ({ name: `b${index}`, cutsOff: 1 }))
    const { contributors, reported } = read({ figures: { ...noFigures, bridges } })
    expect(contributors['bridges']).toHaveLength(10)
    expect(reported['bridgePartners']).toBe(11)
  })

  it('is nothing where nobody works and too little runs', () => {
    expect(read({ partners: 0, figures: noFigures, running: 7 })).toMatchObject({
      score: null,
      reason: 'too-few',
      parts: { elephant: null, bridge: null },
      reported: { largestCut: null },
    })
  })
})

describe('what the balance of places shows beside its level', () => {
  const read = (over: Partial<PlacesInputs>) =>
    readPlaces(
      {
        physicalHalves: 60,
        allHalves: 100,
        meetings: 12,
        meetingsOfUnknownKind: 1,
        byHost: counts({ d: 60, c: 60, a: 120, b: 60 }),
        held: 16,
        lost: 4,
        doors: 2,
        ...over,
      },
      lines.places,
    )

  it('are the three who host most, then by name', () => {
    expect(read({}).contributors['hosts']).toEqual([
      { organisationId: 'a', hours: 2 },
      { organisationId: 'b', hours: 1 },
      { organisationId: 'c', hours: 1 },
    ])
  })

  it('is how surely bookings came to nothing: four of twenty by Wilson', () => {
    const { lostInterval } = read({}).reported as { readonly lostInterval: { readonly low: number; high: number } }
    expect(lostInterval.low).toBeCloseTo(0.0807, 4)
    expect(lostInterval.high).toBeCloseTo(0.416, 4)
    expect(read({}).reason).toBeUndefined()
  })

  it('is nothing without meetings and doors, or where neither is kept', () => {
    expect(read({ physicalHalves: 0, allHalves: 0, doors: null })).toMatchObject({
      score: null,
      reason: 'zero-denominator',
      parts: { physicalShare: null, noDoor: null },
      reported: { hasNoDigitalAccess: null },
    })
    expect(readPlaces(null, lines.places)).toMatchObject({ score: null, reason: 'unknown-source' })
  })
})

describe('what personalisation shows beside its level', () => {
  const read = (over: Partial<PersonalisationInputs> = {}) =>
    readPersonalisation(
      {
        byPerson: counts({ cleo: 3, ben: 1, ada: 3 }),
        coordinated: 8,
        running: 6,
        withoutDeputy: 2,
        aloneBy: counts({ cleo: 2, ben: 4 }),
        contacts: { partners: 10, sole: 4 },
        ...over,
      },
      lines.personalisation,
    )

  it('are all who coordinate most, by name, and the most that one of them would leave alone', () => {
    const reading = read()
    expect(reading.persons).toMatchObject({ topPersonIds: ['ada', 'cleo'], lostWithTopPerson: 2, persons: 3 })
    expect(reading.reason).toBeUndefined()
    expect(read({ byPerson: new Map() }).persons).toMatchObject({ topPersonIds: null, lostWithTopPerson: null })
  })

  it('is what one of the two sources tells where the other is not kept', () => {
    expect(read({ contacts: null })).toMatchObject({ value: 2, parts: { coordination: 1, soleContacts: null } })
    expect(read({ byPerson: null })).toMatchObject({
      value: null,
      parts: { coordination: null, soleContacts: 0 },
      persons: { topShare: null, topPersonIds: null, lostWithTopPerson: null, persons: null },
    })
    expect(read({ contacts: { partners: 0, sole: 0 } })).toMatchObject({
      parts: { soleContacts: null },
      persons: { soleContacts: null, partnersWithContact: 0 },
    })
    expect(read({ contacts: null, coordinated: 4 })).toMatchObject({ score: null, reason: 'too-few' })
  })

  it('is critical only where one person holds half and half of what runs has no deputy', () => {
    const level = (people: Readonly<Record<string, number>>, running: number, withoutDeputy: number) =>
      read({ byPerson: counts(people), running, withoutDeputy }).parts['coordination']
    expect(level({ ada: 6, ben: 1 }, 6, 3)).toBe(3)
    expect(level({ ada: 4, ben: 3, cleo: 3 }, 6, 3)).toBe(1)
    expect(level({ ada: 6, ben: 1 }, 0, 0)).toBe(2)
  })
})

describe('the parts of a sign', () => {
  it('are named, each with its level', () => {
    const part = (share: number) => ({ public: share, local: 0, whole: 100 })
    const inputs = {
      income: part(60),
      leads: part(75),
      hostedMinutes: null,
      wantsIndependence: null,
      nextMandate: null,
    }
    expect(readPublicDominance(inputs, lines.publicDominance).parts).toEqual({
      income: 1,
      leads: 2,
      hostedMinutes: null,
    })
    const youth = { initiatives: 30, direct: 1, directOfKnownLength: 1, early: 1, proxyOnly: 0 }
    expect(readYouth(youth, lines.youth).parts).toEqual({ direct: 1 })
    expect([worst({ a: null, b: 0 }), worst({ a: 0, b: null, c: 1 })]).toEqual([0, 1])
  })

  it('have something that helps, and nothing helps against two signs', () => {
    const told = secondaryFlagNames.flatMap((name) => signPlaybook[name].map((one) => one.code))
    expect(told.toSorted()).toEqual([...signRemedyCodes].sort())
    for (const name of secondaryFlagNames) expect(signPlaybook[name].length).toBeGreaterThanOrEqual(2)
  })
})

describe('the figures of the network', () => {
  const income = { funder: null, parent: null, sector: null, route: null, passThrough: null }
  const history = {
    absorb: () => undefined,
    slideTo: () => undefined,
    repeats: () => 2,
    pairInstances: () => 8,
    newPartners: () => 1,
    partners: () => 4,
    withOneInitiative: () => 3,
    ever: () => 12,
  }
  const crew = (...names: string[]) => new Set(names)

  it('are worked out once for each change of the ties', () => {
    const ties = runningTies(12, 15)
    ties.change('garden', crew('a', 'b', 'c'))
    const figures = graphFigures(ties)
    const before = figures()
    expect(before).toMatchObject({
      components: 1,
      largestComponent: 3,
      maxCore: 2,
      degreeCentralisation: 0,
      bridges: [],
    })
    expect(figures()).toBe(before)
    ties.change('meals', crew('x', 'c'))
    expect(figures()).toMatchObject({ components: 1, largestComponent: 4, bridges: [{ name: 'c', cutsOff: 1 }] })
    expect(graphFigures(runningTies(12, 15))()).toMatchObject({ components: 0, largestComponent: 0, maxCore: null })
  })

  it('are shares of what there was, and exits a partner-year', () => {
    const ties = runningTies(1, 15)
    ties.change('garden', crew('a', 'b', 'c'))
    ties.slideTo(10)
    ties.change('garden', crew('a', 'b'))
    ties.change('meals', crew('b', 'd'))
    ties.slideTo(11)
    const flow = { entries: 3, exits: 2, memberMonths: 48 }
    const read = networkMeasures(history, ties, graphFigures(ties)(), flow, income, [])
    expect(read).toMatchObject({
      repeatShare: 0.25,
      newPartnerRate: 0.25,
      oneInitiativeShare: 0.25,
      entries: 3,
      exits: 2,
      partnerYears: 4,
      exitRate: 0.5,
      exitInterval: rateInterval(2, 4),
      // Of a–b, a–c, b–c then and a–b, b–d now one is common.
      tieTurnover: 0.75,
      ties: 2,
    })
  })

  it('are not known where memberships are not kept, and nothing turns over where there was no tie', () => {
    const ties = runningTies(1, 15)
    const read = networkMeasures(history, ties, graphFigures(ties)(), null, income, [])
    expect(read).toMatchObject({
      entries: null,
      exits: null,
      exitRate: null,
      exitInterval: null,
      partnerYears: null,
      tieTurnover: null,
    })
  })
})
