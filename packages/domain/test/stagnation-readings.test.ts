import { describe, expect, it } from 'vitest'
import { datedFacts } from '../src/risks/dated-facts.ts'
import { factsBehind } from '../src/risks/facts-behind.ts'
import type { History } from '../src/risks/history.ts'
import { parameters } from '../src/risks/parameters.ts'
import { stagnationFold } from '../src/risks/stagnation/stagnation-fold.ts'
import { evaluate, timeline } from '../src/risks/timeline.ts'
import { addMonths, type Month, monthIndex } from '../src/values/month.ts'
import { givenWork } from './given-work.ts'

/** Initiatives of a month, each of two of five partners in turn, planned for half a year. */
function startedIn(months: readonly Month[], perMonth = 1) {
  return months.flatMap((month, round) =>
    Array.from({ length: perMonth }, (_, index) => {
      const turn = round * perMonth + index
      return {
        id: `${month} ${index}`,
        startedOn: `${month}-${String(3 + (index % 25)).padStart(2, '0')}`,
        plannedEndOn: `${addMonths(month, 6)}-03`,
        partners: [`p${turn % 5}`, `p${(turn + 1 + (round % 2)) % 5}`],
      }
    }),
  )
}
const months = (from: Month, count: number) => Array.from({ length: count }, (_, index) => addMonths(from, index))
const member = (organisationId: string) => ({ organisationId, state: 'active', from: '2020-01-01', to: null })

describe('the stagnation flag', () => {
  // Three years with an initiative each month, then silence.
  const history: History = {
    ...givenWork(startedIn(months('2020-01', 36))),
    memberships: ['p0', 'p1', 'p2', 'p3', 'p4', 'x', 'y', 'z'].map(member),
  }
  const changes = () =>
    timeline(history, '2022-12', '2024-06').months.flatMap(({ stagnation }) => stagnation.change ?? [])

  it('keeps with a change what it read, who was dormant and since when', () => {
    const [raised] = changes()
    // What p1 took part in last was begun in August and planned to 3 February; the others are in work planned to April, May and June.
    expect(raised).toMatchObject({
      kind: 'raised',
      from: 'none',
      month: '2023-04',
      rule: 'network-stagnation commonweal-risks/1.0.0 2026-11-01',
      contributors: { lastStartOn: '2022-12-03', dormantMemberIds: ['p1', 'x', 'y', 'z'] },
    })
    const reading = evaluate(history, raised?.month ?? '').stagnation
    expect(raised?.contributors).toMatchObject({
      startsInWindow: reading.families.renewal.now,
      partnersActive: reading.families.participation.now,
    })
  })

  it('shows since when it has been still: since the oldest unbroken row of points, and since the last start once the gap tells', () => {
    const since = new Map<string, string>()
    const shown = timeline(history, '2022-01', '2024-06').months.map(({ month, stagnation }) => {
      for (const [family, { points }] of Object.entries(stagnation.families)) {
        if (points === 0) since.delete(family)
        else if (points !== null && !since.has(family)) since.set(family, `${month}-01`)
      }
      const days = [...since.values(), ...(stagnation.families.gap.points ? ['2022-12-03'] : [])].sort()
      return { isUp: stagnation.heldLevel !== 'none', said: stagnation.evidenceOnset, told: days[0] ?? null }
    })
    const up = shown.filter((one) => one.isUp)
    expect(up.length).toBeGreaterThan(3)
    expect(up.map((one) => one.said)).toEqual(up.map((one) => one.told))
    expect(new Set(shown.filter((one) => !one.isUp).map((one) => one.said))).toEqual(new Set([null]))
  })

  it('without members kept names nobody dormant', () => {
    const unkept = timeline({ ...history, memberships: null }, '2022-12', '2024-06').months
    const change = unkept.flatMap(({ stagnation }) => stagnation.change ?? [])[0]
    expect(change?.contributors['dormantMemberIds']).toBeNull()
  })

  it('says of every family why it cannot be read after the facts end, and nothing else', () => {
    const { families, reported, score, reason } = evaluate(
      { ...history, dataCompleteThrough: '2022-09-29' },
      '2022-10',
    ).stagnation
    const why = 'incomplete-after:2022-09-29'
    expect([score, reason, reported.dormancy]).toEqual([
      null,
      why,
      { n: 0, reason: why, dormant: null, share: null, interval: null },
    ])
    for (const { n, reason: one, ...values } of Object.values(families)) {
      expect([n, one]).toEqual([0, why])
      expect(Object.keys(values).length).toBeGreaterThan(2)
      expect(new Set(Object.values(values))).toEqual(new Set([null]))
    }
  })

  it('says whether nothing at all or too little can be read', () => {
    const at = (read: History, month: Month) => {
      const { level, reason } = evaluate(read, month).stagnation
      return [level, reason]
    }
    expect(at(history, '2020-06')).toEqual(['insufficient-data', 'no-history'])
    // Four start days of one partner: the gap alone can be read.
    const lonely = givenWork(
      ['2020-01-05', '2020-03-05', '2020-05-05', '2020-08-05'].map((startedOn) => ({ id: startedOn, startedOn })),
    )
    expect(at(lonely, '2021-01')).toEqual(['insufficient-data', 'too-few'])
    expect(evaluate(history, '2022-06').stagnation.reason).toBeUndefined()
  })

  it('judges thirty starts before there is a year', () => {
    const gapAt = (perMonth: number) =>
      evaluate(givenWork(startedIn(months('2020-01', 6), perMonth).slice(0, 30 - (5 - perMonth))), '2020-10').stagnation
        .families.gap.reason
    expect([gapAt(5), gapAt(4)]).toEqual(['too-few', 'no-history'])
    const thirty = startedIn(months('2020-01', 7), 5)
    expect(evaluate(givenWork(thirty.slice(5)), '2020-10').stagnation.families.participation.reason).not.toBe(
      'no-history',
    )
    expect(evaluate(givenWork(thirty.slice(6)), '2020-10').stagnation.families.participation.reason).toBe('no-history')
  })

  it('goes its own way from where another stood', () => {
    const first = stagnationFold(datedFacts(history), parameters)
    for (let month = monthIndex('2020-02'); month < monthIndex('2022-08'); month += 1) first.next(month, null)
    const second = first.copy()
    const august = second.next(monthIndex('2022-08'), null)
    const text = (value: unknown) => JSON.stringify(value)
    expect(text(august)).toBe(text(evaluate(history, '2022-08').stagnation))
    expect(text(first.next(monthIndex('2022-08'), null))).toBe(text(august))
    expect(text(first.copy().next(monthIndex('2022-09'), null))).toBe(text(evaluate(history, '2022-09').stagnation))
  })

  it('never looks further back for its medians than two years', () => {
    // Ten partners for two years and more, then five; by the end only the five are remembered.
    const many = months('2015-01', 30).map((month, index) => ({
      id: `many ${index}`,
      startedOn: `${month}-03`,
      plannedEndOn: `${addMonths(month, 4)}-03`,
      partners: Array.from({ length: 10 }, (_, partner) => `m${partner}`),
    }))
    const few = startedIn(months('2017-10', 40))
    const { participation } = evaluate(givenWork([...many, ...few]), '2021-01').stagnation.families
    expect(participation).toMatchObject({ n: 24, median24m: 5 })
  })

  it('remembers nothing active on the first day of its first month', () => {
    const { participation } = evaluate(givenWork(startedIn(months('2020-01', 13))), '2021-01').stagnation.families
    // The first days of January 2020, of which nothing is known yet, to December.
    expect(participation).toMatchObject({ n: 12, now: 5 })
  })
})

describe('the stage of a network', () => {
  const work = [
    { id: 'garden', startedOn: '2024-03-01', partners: ['a', 'b', 'c'] },
    { id: 'before', startedOn: '2024-02-01', partners: ['a'] },
  ]
  const stage = (month: Month, more: Partial<History> = {}) => {
    const { lifeStage, formingThrough, isInformationOnly, cappedAtWatch } = evaluate(
      { ...givenWork(work), ...more },
      month,
    ).stagnation
    return [lifeStage, formingThrough, isInformationOnly, cappedAtWatch]
  }

  it('is forming for a year from the third partner on', () => {
    expect(stage('2024-03')).toEqual(['forming', null, false, true])
    expect(stage('2024-04')).toEqual(['forming', '2025-02-28', false, true])
    expect(stage('2025-02')).toEqual(['forming', '2025-02-28', false, true])
    expect(stage('2025-03')).toEqual(['running', null, false, false])
  })

  it('is forming on the last day of that year, too', () => {
    const later = work.map((one) => ({ ...one, startedOn: one.id === 'garden' ? '2024-03-02' : one.startedOn }))
    expect(stage('2025-03', givenWork(later))).toEqual(['forming', '2025-03-01', false, true])
    expect(stage('2025-04', givenWork(later))[0]).toBe('running')
  })

  it('is closing from the month after it said so, or as long as it says so', () => {
    expect(stage('2025-06', { closingSince: '2025-05-31' })).toEqual(['closing', null, true, false])
    expect(stage('2025-06', { closingSince: '2025-06-01' })).toEqual(['running', null, false, false])
    expect(stage('2025-07', { closingSince: '2025-06-01' })[0]).toBe('closing')
    expect(stage('2024-05', { lifeStage: 'closing' })).toEqual(['closing', '2025-02-28', true, true])
    expect(stage('2024-05', { lifeStage: 'closing', closingSince: '2025-01-01' })[0]).toBe('forming')
  })
})

describe('the facts behind the stagnation', () => {
  const history: History = {
    ...givenWork([
      { id: 'b-old', startedOn: '2021-12-31', plannedEndOn: '2022-03-01', partners: ['x', 'y'] },
      { id: 'a-base', startedOn: '2022-01-01', plannedEndOn: '2022-03-01', partners: ['a', 'b'] },
      { id: 'c-base', startedOn: '2023-12-31', plannedEndOn: '2024-12-01', partners: ['a', 'b'] },
      {
        id: 'e-now',
        startedOn: '2024-01-01',
        plannedEndOn: '2025-06-30',
        partners: ['a', 'b', ['c', '2024-12-31'], ['d', '2025-01-01']],
      },
      { id: 'd-now', startedOn: '2024-06-10', partners: ['a', 'q'] },
      { id: 'g-last', startedOn: '2024-12-31', plannedEndOn: '2026-12-31', partners: ['z'] },
      { id: 'f-last', startedOn: '2024-12-31', plannedEndOn: '2025-02-28', partners: ['z'] },
      { id: 'h-next', startedOn: '2025-01-01', partners: ['n', 'm'] },
    ]),
    memberships: [member('a'), member('y'), member('guest')],
  }
  const behind = (more: Partial<History> = {}) => factsBehind({ ...history, ...more }, '2025-01').stagnation

  it('name what started in the window and in its base', () => {
    expect(behind().renewal).toEqual({
      initiativeIds: ['d-now', 'e-now', 'f-last', 'g-last'],
      baseInitiativeIds: ['a-base', 'c-base'],
    })
  })

  it('name what started last', () => {
    expect(behind().gap).toEqual({ initiativeIds: ['f-last', 'g-last'], lastStartOn: '2024-12-31' })
    expect(factsBehind(givenWork([]), '2025-01').stagnation.gap).toEqual({ initiativeIds: [], lastStartOn: null })
  })

  it('name joint initiatives, pairs and who is new', () => {
    expect(behind().novelty).toEqual({
      initiativeIds: ['d-now', 'e-now'],
      newPairs: [
        ['a', 'c'],
        ['a', 'q'],
        ['b', 'c'],
      ],
      repeatedPairs: [['a', 'b']],
      newOrganisationIds: ['c', 'q', 'z'],
    })
  })

  it('name what runs, who takes part and who is dormant', () => {
    expect(behind().participation).toEqual({
      organisationIds: ['a', 'b', 'c', 'q', 'z'],
      initiativeIds: ['d-now', 'e-now', 'f-last', 'g-last'],
    })
    expect(behind().dormancy.organisationIds).toEqual(['guest', 'y'])
    expect(behind({ memberships: null }).dormancy.organisationIds).toEqual([])
  })

  it('name what goes on beyond the horizon', () => {
    // Planned for 59, 59, 336, 546 and 730 days: half of the middle one is six months, which end on 30 June.
    expect(behind().pipeline).toEqual({ initiativeIds: ['d-now', 'g-last'], endingInitiativeIds: ['e-now', 'f-last'] })
    const busy = givenWork(startedIn(months('2022-01', 36)))
    const { horizonMonths } = evaluate(busy, '2025-01').stagnation.families.pipeline
    expect(horizonMonths).toBe(3)
    // Started from July on and planned for half a year: those of October end in April, three months ahead.
    expect(factsBehind(busy, '2025-01').stagnation.pipeline).toEqual({
      initiativeIds: ['2024-10 0', '2024-11 0', '2024-12 0'],
      endingInitiativeIds: ['2024-07 0', '2024-08 0', '2024-09 0'],
    })
  })
})
