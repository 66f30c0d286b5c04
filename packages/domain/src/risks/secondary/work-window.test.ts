import { describe, expect, it } from 'vitest'
import { monthIndex } from '../../values/month.ts'
import { datedFacts } from '../dated-facts.ts'
import type { History } from '../history.ts'
import { parameters } from '../parameters.ts'
import { secondaryFacts } from './secondary-facts.ts'
import { workWindow } from './work-window.ts'

const initiative = (id: string, startedOn: string, endedOn: string | null) => ({
  id,
  kind: 'joint',
  startedOn,
  plannedEndOn: '2026-12-31',
  endedOn,
  endState: null,
})
const part = (initiativeId: string, organisationId: string, to: string | null = null) => ({
  initiativeId,
  organisationId,
  role: 'lead',
  from: null,
  to,
})
const coordinates = (initiativeId: string, personId: string, to: string | null = null) => ({
  initiativeId,
  personId,
  from: null,
  to,
  hours: null,
})
const organisation = (id: string, sector: string) => ({ id, sector, legalStatus: 'civic', parentId: null })

/** A garden of club and choir from January to March 2024, and meals of the club alone from February on; a shop that once booked a room. */
const history: History = {
  currency: 'EUR',
  dataCompleteThrough: null,
  organisations: [organisation('club', 'sport'), organisation('choir', 'culture'), organisation('shop', 'business')],
  memberships: null,
  initiatives: [initiative('garden', '2024-01-10', '2024-03-20'), initiative('meals', '2024-02-10', null)],
  participations: [part('garden', 'club'), part('garden', 'choir', '2024-02-20'), part('meals', 'club')],
  bookings: [
    {
      id: 'b',
      spaceId: 'hall',
      initiativeId: null,
      organisationId: 'shop',
      hostId: null,
      startsOn: '2024-02-12',
      endsOn: '2024-02-12',
      hours: 1,
      status: 'confirmed',
    },
  ],
  pledges: null,
  instalments: null,
  receipts: null,
  costs: null,
  reserves: null,
  coordinations: [
    coordinates('garden', 'ada', '2024-02-15'),
    coordinates('garden', 'ben'),
    coordinates('meals', 'ada'),
  ],
  representations: [],
}

function at(month: string) {
  const facts = datedFacts(history)
  const own = secondaryFacts(facts)
  const work = workWindow(facts, parameters)
  for (let index = monthIndex('2024-02'); index <= monthIndex(month); index += 1)
    work.moveTo(index, facts.at(index - 1), own.at(index - 1))
  const { coordination, sectors } = work
  return {
    initiatives: work.initiatives(),
    partners: work.partners(),
    running: work.running(),
    inGarden: work.partnersOf('garden'),
    ties: work.ties.edges(),
    sectors: [...work.activeSectors()].sort(),
    leads: Object.fromEntries(sectors.leads()),
    coordinated: coordination.initiatives(),
    byPerson: Object.fromEntries(coordination.byPerson()),
    coordinatedNow: coordination.running(),
    alone: coordination.alone(),
    aloneBy: Object.fromEntries(coordination.aloneBy()),
    people: [...coordination.people()].sort(),
  }
}

describe('the joint work of a year', () => {
  it('is what began, with who is in it and who coordinates', () => {
    expect(at('2024-02')).toEqual({
      initiatives: 1,
      partners: 2,
      running: 1,
      inGarden: 2,
      ties: [['choir', 'club']],
      sectors: ['culture', 'sport'],
      leads: { choir: 1, club: 1 },
      coordinated: 1,
      byPerson: { ada: 1, ben: 1 },
      coordinatedNow: 1,
      alone: 0,
      aloneBy: {},
      people: ['ada', 'ben'],
    })
  })

  it('knows who has left, and who coordinates alone since', () => {
    expect(at('2024-03')).toMatchObject({
      initiatives: 2,
      partners: 2,
      running: 2,
      // The choir left on the twentieth of February: in that month it was there.
      inGarden: 2,
      ties: [],
      sectors: ['business', 'culture', 'sport'],
      leads: { choir: 1, club: 2 },
      coordinated: 2,
      byPerson: { ada: 2, ben: 1 },
      coordinatedNow: 2,
      alone: 2,
      aloneBy: { ada: 1, ben: 1 },
      people: ['ada', 'ben'],
    })
  })

  it('counts what has ended no more as running, but for the year', () => {
    expect(at('2024-04')).toMatchObject({
      initiatives: 2,
      partners: 2,
      running: 1,
      inGarden: 1,
      coordinated: 2,
      byPerson: { ada: 2, ben: 1 },
      coordinatedNow: 1,
      alone: 1,
      aloneBy: { ada: 1 },
      people: ['ada'],
    })
  })

  it('lets go of each after twelve months without it', () => {
    // The choir left and the shop booked in February, ada stopped in the garden then; the garden ended in March.
    expect(at('2025-02')).toMatchObject({
      partners: 2,
      sectors: ['business', 'culture', 'sport'],
      byPerson: { ada: 2, ben: 1 },
    })
    expect(at('2025-03')).toMatchObject({
      initiatives: 2,
      partners: 1,
      sectors: ['sport'],
      leads: { club: 2 },
      byPerson: { ada: 1, ben: 1 },
      coordinated: 2,
    })
    expect(at('2025-04')).toMatchObject({
      initiatives: 1,
      partners: 1,
      running: 1,
      leads: { club: 1 },
      byPerson: { ada: 1 },
      coordinated: 1,
    })
  })
})
