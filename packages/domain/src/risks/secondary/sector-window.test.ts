import { describe, expect, it } from 'vitest'
import { crewKey } from './crews.ts'
import { sectorWindow } from './sector-window.ts'

describe('sectors of the window', () => {
  const sectorOf = new Map(
    Object.entries({ school: 'education', club: 'sport', youth: 'youth-group', care: 'social', choir: 'culture' }),
  )
  const window = (...entering: [initiative: string, partner: string][]) => {
    const sectors = sectorWindow(sectorOf)
    for (const [id, partner] of entering) sectors.onParticipation(crewKey(id, partner), true)
    return sectors
  }

  it('count participations by sector and partner, and initiatives by how many sectors they join', () => {
    const sectors = window(
      ['i', 'school'],
      ['i', 'club'],
      ['i', 'choir'],
      ['j', 'club'],
      ['j', 'school'],
      ['k', 'club'],
      ['l', 'stranger'],
    )
    expect(Object.fromEntries(sectors.bySector())).toEqual({ education: 2, sport: 3, culture: 1 })
    expect(Object.fromEntries(sectors.byPartner())).toEqual({ school: 2, club: 3, choir: 1, stranger: 1 })
    expect(sectors.spans()).toEqual({ initiatives: 3, withTwo: 2, withThree: 1 })
    sectors.onParticipation(crewKey('i', 'choir'), false)
    sectors.onParticipation(crewKey('k', 'club'), false)
    expect(sectors.spans()).toEqual({ initiatives: 2, withTwo: 2, withThree: 0 })
    expect(sectors.byPartner().has('choir')).toBe(false)
  })

  it('count leads', () => {
    const sectors = window()
    sectors.onLead(crewKey('i', 'club'), true)
    sectors.onLead(crewKey('j', 'club'), true)
    sectors.onLead(crewKey('j', 'club'), false)
    expect([...sectors.leads()]).toEqual([['club', 1]])
  })

  it('tell where the young take part themselves, and where others speak for them', () => {
    const youth = window(
      ['i', 'school'],
      ['j', 'care'],
      ['k', 'club'],
      ['l', 'youth'],
      ['m', 'school'],
      ['m', 'youth'],
    ).youth()
    expect(youth).toEqual({ initiatives: 5, direct: 2, directOfKnownLength: 0, early: 0, proxyOnly: 2 })
  })

  it.each([
    [100, 130, 110, 1],
    [100, 130, 111, 0],
    [100, 130, 100, 1],
  ])('an initiative of day %i to %i that the young join on day %i is early: %i', (start, end, on, early) => {
    const sectors = sectorWindow(sectorOf)
    sectors.start('i', start, end)
    sectors.onParticipation(crewKey('i', 'youth'), true)
    sectors.joined('i', 'youth', 999)
    sectors.joined('i', 'youth', on)
    sectors.joined('i', 'club', 1)
    sectors.joined('x', 'youth', 1)
    expect(sectors.youth()).toEqual({ initiatives: 1, direct: 1, directOfKnownLength: 1, early, proxyOnly: 0 })
  })

  it('without an end, or with one on its first day, has no length', () => {
    for (const end of [null, 100]) {
      const sectors = sectorWindow(sectorOf)
      sectors.start('i', 100, end)
      sectors.joined('i', 'youth', 100)
      sectors.onParticipation(crewKey('i', 'youth'), true)
      expect(sectors.youth()).toMatchObject({ direct: 1, directOfKnownLength: 0, early: 0 })
    }
  })
})
