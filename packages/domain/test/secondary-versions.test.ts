import { describe, expect, it } from 'vitest'
import { parameters } from '../src/risks/parameters.ts'
import { secondaryInForce, switchedOffIn, wantedIn } from '../src/risks/secondary/secondary-in-force.ts'
import { evaluateSecondary, secondaryTimeline } from '../src/risks/secondary/secondary-timeline.ts'
import { story } from './school-story.ts'

describe('signs a community does not want to see', () => {
  const spans = [
    { from: '2024-01', version: 'a', values: null },
    { from: '2024-04', version: 'b', values: {} },
    { from: '2024-06', version: 'c', values: { switchedOff: ['youth', 'places'] as const } },
  ]

  it('are left out from the month on in which it said so', () => {
    expect(
      ['2023-12', '2024-03', '2024-05', '2024-06', '2030-01'].map((month) => switchedOffIn(spans, month).length),
    ).toEqual([0, 0, 0, 2, 2])
    const flags = { youth: 1, places: 2, volunteering: 3 }
    expect(wantedIn(flags, spans, '2024-05')).toEqual(flags)
    expect(wantedIn(flags, spans, '2024-06')).toEqual({ volunteering: 3 })
  })
})

describe('the signs of months in which other lines begin to hold', () => {
  const versions = [
    { from: '2023-12', position: 1, values: {} },
    { from: '2024-02', position: 2, values: { switchedOff: ['youth' as const] } },
  ]

  it('are each read once, all of them, and say which lines hold in which', () => {
    const read = secondaryInForce(story, '2023-11', '2024-03', versions)
    expect(read.thresholds.map((one) => [one.from, one.version.split('+')[1]])).toEqual([
      ['2023-11', undefined],
      ['2023-12', '1'],
      ['2024-02', '2'],
    ])
    const usual = secondaryTimeline(story, '2023-11', '2024-03')
    expect(read.months.map((one) => one.month)).toEqual(usual.months.map((one) => one.month))
    const stands = (months: typeof usual.months) =>
      months.map(({ flags }) => [flags.youth.heldLevel, flags.youth.score])
    expect(stands(read.months)).toEqual(stands(usual.months))
    expect([read.engine, read.parametersVersion]).toEqual([usual.engine, read.thresholds.at(-1)?.version])
  })

  it('are none where there is no month', () => {
    expect(() => secondaryInForce(story, '2024-02', '2024-01', versions)).toThrow('no month from 2024-02 to 2024-01')
  })
})

describe('the signs of a month', () => {
  const at = (more: Partial<typeof story>, month = '2024-02') => evaluateSecondary({ ...story, ...more }, month)

  it('are read from five initiatives or seven partners on, and say the lines they were judged by', () => {
    const { flags, window } = at({})
    expect(window).toEqual({ initiatives: 6, partners: 7 })
    expect(flags.youth.reason).toBeUndefined()
    const { isExpertSet, ...lines } = parameters.secondary.youth
    expect(flags.youth).toMatchObject({ lines, isExpertSet })
  })

  it('are unknown where what they are read from is not kept', () => {
    const reasons = (more: Partial<typeof story>) =>
      Object.fromEntries(
        Object.entries(at(more).flags).flatMap(([name, { reason }]) => (reason === undefined ? [] : [[name, reason]])),
      )
    expect(reasons({ spaces: null })).toMatchObject({ places: 'unknown-source' })
    expect(reasons({ bookings: null })).toMatchObject({ places: 'unknown-source' })
    expect(reasons({ coordinations: null, representations: null })).toMatchObject({
      personalisation: 'unknown-source',
      volunteering: 'unknown-source',
    })
    expect(reasons({ representations: null })).toMatchObject({ volunteering: 'unknown-source' })
    expect(reasons({ coordinations: null })).toMatchObject({ volunteering: 'unknown-source' })
    expect(at({ coordinations: null }).flags.personalisation).toMatchObject({
      value: null,
      persons: { soleContacts: 1 },
    })
    expect(at({ bookings: null }).flags['public-dominance'].reported).toMatchObject({ hostedMinutesShare: null })
    expect(at({ memberships: null }).measures).toMatchObject({
      entries: null,
      exits: null,
      exitRate: null,
      exitInterval: null,
      partnerYears: null,
    })
    expect(at({ pledges: null }).measures?.income).toEqual({
      funder: null,
      parent: null,
      sector: null,
      route: null,
      passThrough: null,
    })
  })

  it('name the next end of a mandate on the day or after it', () => {
    const next = (...mandates: [string, string][]) =>
      at({ mandates: mandates.map(([organisationId, endsOn]) => ({ organisationId, endsOn })) }).flags[
        'public-dominance'
      ].reported['nextMandate']
    expect(next(['council', '2024-01-31'])).toBeNull()
    expect(next(['library', '2024-02-01'])).toMatchObject({ organisationId: 'library', endsOn: '2024-02-01', days: 0 })
    expect(
      next(['council', '2024-03-02'], ['clinic', '2024-02-03'], ['club', '2024-02-03'], ['bank', '2024-01-02']),
    ).toMatchObject({ organisationId: 'clinic', days: 2, incomeShare: expect.anything() as number })
    expect(at({ mandates: null }).flags['public-dominance'].reported['nextMandate']).toBeNull()
  })

  it('say with a change what carried it, by which rule, and from when', () => {
    const months = secondaryTimeline(story, '2022-02', '2024-02').months
    const changes = months.flatMap(({ flags }) =>
      Object.entries(flags).flatMap(([name, { change }]) => (change === null ? [] : [{ name, change }])),
    )
    expect(changes.length).toBeGreaterThan(0)
    for (const { name, change } of changes) {
      expect(change.rule).toBe(`${name} commonweal-risks/1.0.0 ${parameters.version}`)
      expect(change.thresholds).toEqual(parameters.secondary.levels)
      expect(change.evidenceOnset).not.toBeNull()
    }
    // Begun in January 2022 by three partners and more: a year in which no sign passes watch.
    const levels = (month: string) =>
      Object.values(months.find((one) => one.month === month)?.flags ?? {}).map((one) => one.heldLevel)
    expect(new Set(levels('2023-01'))).not.toContain('critical')
    expect(months.find((one) => one.month === '2023-01')?.flags.youth.cappedAtWatch).toBe(true)
    expect(months.find((one) => one.month === '2023-02')?.flags.youth.cappedAtWatch).toBe(false)
  })

  it('before any fact wait for nothing, and after the last day told hold what they said', () => {
    const { months, engine, parametersVersion } = secondaryTimeline(story, '2021-10', '2022-03')
    expect([months.map((one) => one.month), engine, parametersVersion]).toEqual([
      ['2021-10', '2021-11', '2021-12', '2022-01', '2022-02', '2022-03'],
      'commonweal-risks/1.0.0',
      parameters.version,
    ])
    expect(months[0]?.flags.places).toMatchObject({
      insufficientSince: null,
      isStale: false,
      level: 'insufficient-data',
    })
    expect(months[0]?.window).toEqual({ initiatives: 0, partners: 0 })
    const dark = at({ dataCompleteThrough: '2024-01-30' })
    expect([dark.measures, dark.flags.youth.reason, dark.flags.youth.dataCompleteThrough]).toEqual([
      null,
      'incomplete-after:2024-01-30',
      '2024-01-30',
    ])
    expect(at({ dataCompleteThrough: '2024-01-31' }).measures).not.toBeNull()
  })

  it('leave income out of public dominance before it has a year', () => {
    const income = (month: string) => at({}, month).flags['public-dominance'].reported['incomeShare']
    const first = parameters.secondary.publicDominance.leastIncomeMonths
    expect(first).toBeGreaterThan(0)
    expect([income('2023-08'), typeof income('2024-02')]).toEqual([null, 'number'])
  })
})
