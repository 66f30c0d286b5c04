import { describe, expect, it } from 'vitest'
import { cutReading } from './cut-history.ts'
import { networkSeries, readableMonths } from './network-series.ts'
import { seeded } from './random.ts'
import { type Cell, drawNetwork, MONTHS, readings } from './simulation.ts'

const cell: Cell = { rate: 1, pool: 10, isSeasonal: false, hasDrop: false }

describe('random numbers', () => {
  it('follow from the seed', () => {
    const drawn = (seed: number) => Array.from({ length: 5 }, seeded(seed).next)
    expect(drawn(1)).toEqual(drawn(1))
    expect(drawn(1)).not.toEqual(drawn(2))
  })

  it('are Poisson with the mean asked for', () => {
    const random = seeded(5)
    const counts = Array.from({ length: 20_000 }, () => random.poisson(1.5))
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length
    expect(mean).toBeCloseTo(1.5, 1)
    expect(variance).toBeCloseTo(1.5, 1)
  })
})

describe('drawn networks', () => {
  it('are the same for the same seed', () => {
    expect(drawNetwork(cell, 9)).toEqual(drawNetwork(cell, 9))
    expect(drawNetwork(cell, 9)).not.toEqual(drawNetwork(cell, 10))
  })

  it('start as many initiatives as the rate says, with two partners at least and nobody twice', () => {
    const networks = Array.from({ length: 40 }, (_, seed) => drawNetwork(cell, seed))
    const starts = networks.reduce((sum, network) => sum + network.initiatives.length, 0)
    expect(starts / (40 * MONTHS)).toBeCloseTo(1, 1)
    for (const { initiatives, participations } of networks) {
      for (const { id } of initiatives) {
        const partners = participations.filter((one) => one.initiativeId === id).map((one) => one.organisationId)
        expect(partners.length).toBeGreaterThanOrEqual(2)
        expect(new Set(partners).size).toBe(partners.length)
      }
    }
  })

  it('fall to a small part of the rate after a drop', () => {
    const starts = Array.from(
      { length: 40 },
      (_, seed) => networkSeries(drawNetwork({ ...cell, hasDrop: true }, seed), readings).starts,
    )
    const sum = (from: number, to: number) => starts.flatMap((one) => one.slice(from, to)).reduce((a, b) => a + b, 0)
    expect(sum(60, 96) / sum(24, 60)).toBeCloseTo(0.15, 1)
  })

  it('read the same before a day whether or not the facts after it are told', () => {
    const history = { ...drawNetwork({ ...cell, rate: 2 }, 3), dataCompleteThrough: '2007-12-31' }
    const span = readableMonths(history)
    if (span === null) throw new Error('a drawn network has starts')
    expect(cutReading(history, '2004-12-31', span)).toMatchObject({
      isSame: true,
      isUnknownAfter: true,
      monthsAfter: 36,
    })
  })
})

describe('counts of a network', () => {
  it('are taken on the first day of each month', () => {
    const history = {
      ...drawNetwork(cell, 1),
      dataCompleteThrough: '2020-05-31',
      initiatives: [
        { id: 'a', kind: 'joint', startedOn: '2020-01-31', plannedEndOn: '2020-03-01', endedOn: null, endState: null },
        {
          id: 'b',
          kind: 'joint',
          startedOn: '2020-02-01',
          plannedEndOn: '2021-01-01',
          endedOn: '2020-03-31',
          endState: null,
        },
      ],
      participations: ['x', 'y'].map((organisationId) => ({
        initiativeId: 'a',
        organisationId,
        role: 'lead',
        from: null,
        to: null,
      })),
    }
    const span = readableMonths(history)
    expect(span).toEqual({ from: '2020-02', to: '2020-06' })
    expect(networkSeries(history, { from: '2020-02', to: '2020-05' })).toEqual({
      from: '2020-02',
      starts: [1, 1, 0, 0],
      daysSinceStart: [1, 29, 60, 90],
      running: [1, 2, 0, 0],
      activePartners: [2, 2, 0, 0],
    })
  })
})
