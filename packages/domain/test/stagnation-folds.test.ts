import { describe, expect, it } from 'vitest'
import { datedFacts } from '../src/risks/dated-facts.ts'
import type { History } from '../src/risks/history.ts'
import { numbered } from '../src/risks/numbered.ts'
import { parameters } from '../src/risks/parameters.ts'
import { nothingRuns, runningInitiatives } from '../src/risks/stagnation/running-initiatives.ts'
import { type Month, monthIndex } from '../src/values/month.ts'
import { givenWork } from './given-work.ts'
import { moved } from './moved.ts'

const lines = parameters.stagnation
/** A number never changes its meaning: all folds here may share the table. */
const organisations = numbered()

const booking = (id: string, organisationId: string, startsOn: string, initiativeId: string | null = null) => ({
  id,
  spaceId: 'hall',
  initiativeId,
  organisationId,
  hostId: null,
  startsOn,
  endsOn: startsOn,
  hours: 1,
  status: 'confirmed',
})

describe('running initiatives', () => {
  const running = (history: History, month: Month) =>
    moved(runningInitiatives(lines.quietDays, organisations, null), datedFacts(history), month)
  const names = (history: History, month: Month) =>
    running(history, month)
      .list()
      .map((one) => one.id)

  it('run from the month after their start to the month of their planned end', () => {
    const history = givenWork([{ id: 'garden', startedOn: '2024-01-10', plannedEndOn: '2024-06-15' }])
    expect(['2024-01', '2024-02', '2024-06', '2024-07'].map((month) => names(history, month).length)).toEqual([
      0, 1, 1, 0,
    ])
    const toTheFirst = givenWork([{ id: 'garden', startedOn: '2024-01-10', plannedEndOn: '2024-07-01' }])
    expect(['2024-07', '2024-08'].map((month) => names(toTheFirst, month).length)).toEqual([1, 0])
  })

  it('run on for 180 days after an act, without plan until they end', () => {
    const work = { id: 'garden', startedOn: '2024-01-10', plannedEndOn: '2024-03-15' }
    // 180 days after 5 March 2024 is 1 September, after 4 March 31 August.
    const acted = (on: string) => ({ ...givenWork([work]), bookings: [booking('b', 'a', on, 'garden')] })
    expect([names(acted('2024-03-05'), '2024-09'), names(acted('2024-03-05'), '2024-10')]).toEqual([['garden'], []])
    expect(names(acted('2024-03-04'), '2024-09')).toEqual([])
    const two = {
      ...givenWork([work]),
      bookings: [booking('b', 'a', '2024-03-05', 'garden'), booking('c', 'a', '2024-03-02', 'garden')],
    }
    expect(names(two, '2024-09')).toEqual(['garden'])
    const open = { id: 'open', startedOn: '2024-01-10' }
    expect(names(givenWork([open]), '2029-01')).toEqual(['open'])
    expect(names(givenWork([{ ...open, endedOn: '2024-04-30' }]), '2024-04')).toEqual(['open'])
    expect(names(givenWork([{ ...open, endedOn: '2024-04-30' }]), '2024-05')).toEqual([])
  })

  it('run again by an act after they had stopped', () => {
    const work = givenWork([{ id: 'garden', startedOn: '2024-01-10', plannedEndOn: '2024-02-15', partners: ['a'] }])
    const history = { ...work, bookings: [booking('b', 'a', '2024-05-05', 'garden')] }
    const active = (month: Month) => running(history, month).partnersActive()
    expect(['2024-02', '2024-03', '2024-05', '2024-06', '2024-11', '2024-12'].map(active)).toEqual([1, 0, 0, 1, 1, 0])
  })

  it('have their partners active while they take part', () => {
    const history = givenWork([
      {
        id: 'garden',
        startedOn: '2024-01-10',
        partners: ['b', 'a', ['c', '2024-03-05'], ['a', '2024-02-01', '2024-04-10']],
      },
      { id: 'meals', startedOn: '2024-01-10', endedOn: '2024-02-20', partners: ['b', 'd'] },
    ])
    const active = (month: Month) => running(history, month).partnersActive()
    expect(['2024-01', '2024-02', '2024-03', '2024-04', '2024-05'].map(active)).toEqual([0, 3, 2, 3, 3])
    const march = running(history, '2024-03')
    expect(['a', 'b', 'd', 'nobody'].map((id) => march.isActive(organisations.numberOf(id)))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(running(history, '2024-04').list()).toEqual([
      { id: 'garden', plannedEndOn: null, organisationIds: ['a', 'b', 'c'] },
    ])
  })

  it('lose who leaves', () => {
    const history = givenWork([{ id: 'garden', startedOn: '2024-01-10', partners: ['a', ['b', null, '2024-02-10']] }])
    expect(running(history, '2024-02').partnersActive()).toBe(2)
    const march = running(history, '2024-03')
    expect([
      march.partnersActive(),
      march.isActive(organisations.numberOf('b')),
      march.isActive(organisations.numberOf('a')),
    ]).toEqual([1, false, true])
  })

  it('tell of who turns active or not, and of what begins or stops', () => {
    const facts = datedFacts(
      givenWork([
        { id: 'garden', startedOn: '2024-01-10', endedOn: '2024-03-20', partners: ['a'] },
        { id: 'meals', startedOn: '2024-02-10', endedOn: '2024-03-25', partners: ['a'] },
      ]),
    )
    const told: string[] = []
    moved(
      runningInitiatives(
        lines.quietDays,
        organisations,
        (number) => told.push(organisations.nameOf(number)),
        (id, isRunning) => told.push(`${id} ${isRunning}`),
      ),
      facts,
      '2024-04',
    )
    expect(told).toEqual(['garden true', 'a', 'meals true', 'garden false', 'meals false', 'a'])
  })

  it('are counted by how long they are planned to go on', () => {
    const ends = ['2024-02-20', '2024-03-01', '2024-05-31', '2025-12-31']
    const history = givenWork([
      ...ends.map((plannedEndOn, index) => ({ id: `i${index}`, startedOn: '2024-01-10', plannedEndOn })),
      { id: 'open', startedOn: '2024-01-10' },
    ])
    const february = running(history, '2024-02')
    expect(february.running()).toBe(4)
    expect(february.runningBeyond(monthIndex('2024-02'), 4)).toEqual([4, 3, 2, 2, 1])
    const march = running(history, '2024-03')
    expect([march.running(), ...march.runningBeyond(monthIndex('2024-03'), 2)]).toEqual([3, 3, 2, 2])
  })

  it('begin again with an act after they fell silent past their plan', () => {
    const work = givenWork([{ id: 'garden', startedOn: '2024-01-10', plannedEndOn: '2024-02-15' }])
    const silent = { ...work, bookings: [booking('b', 'a', '2024-06-05', 'garden')] }
    expect(['2024-02', '2024-03', '2024-06', '2024-07', '2024-12', '2025-01'].map((on) => names(silent, on))).toEqual([
      ['garden'],
      [],
      [],
      ['garden'],
      ['garden'],
      [],
    ])
    const ended = { ...silent, initiatives: silent.initiatives.map((one) => ({ ...one, endedOn: '2024-02-20' })) }
    expect(names(ended, '2024-07')).toEqual([])
  })

  it('never run where they start and end in one month', () => {
    const once = { startedOn: '2024-01-10', endedOn: '2024-01-20', plannedEndOn: '2024-12-31', partners: ['a'] }
    const after = running(givenWork([{ id: 'garden', ...once }]), '2024-02')
    expect([after.list(), after.running(), after.partnersActive()]).toEqual([[], 0, 0])
  })

  it('are none of which only the name is known', () => {
    const ids = numbered()
    ids.numberOf('nowhere')
    const lone = runningInitiatives(lines.quietDays, organisations, null, null, nothingRuns(ids))
    lone.moveTo(monthIndex('2024-02'), {
      ...datedFacts(givenWork([])).at(0),
      joins: [{ initiativeId: 'nowhere', organisationId: 'a', on: 19_740 }],
      initiativeActs: [{ initiativeId: 'nowhere', on: 19_740 }],
      leaves: [{ initiativeId: 'nowhere', organisationId: 'a', on: 19_740 }],
      ends: ['nowhere'],
    })
    expect([lone.list(), lone.partnersActive(), lone.running()]).toEqual([[], 0, 0])
  })

  it('past their plan go on beyond no month', () => {
    const work = givenWork([{ id: 'garden', startedOn: '2024-01-10', plannedEndOn: '2024-02-15' }])
    const april = running({ ...work, bookings: [booking('b', 'a', '2024-02-05', 'garden')] }, '2024-04')
    expect([april.running(), ...april.runningBeyond(monthIndex('2024-04'), 1)]).toEqual([1, 0, 0])
  })

  it('go their own way from where others stood', () => {
    const facts = datedFacts(
      givenWork([
        { id: 'garden', startedOn: '2024-01-10', plannedEndOn: '2024-02-15', partners: ['a'] },
        { id: 'meals', startedOn: '2024-02-10', plannedEndOn: '2024-12-01', partners: ['b', 'c'] },
      ]),
    )
    const first = moved(runningInitiatives(lines.quietDays, organisations, null), facts, '2024-02')
    const second = moved(
      runningInitiatives(lines.quietDays, organisations, null, null, first.state()),
      facts,
      '2024-03',
      '2024-03',
    )
    const told = ({ partnersActive, running: count, list, runningBeyond }: typeof first) => [
      partnersActive(),
      count(),
      list().map((one) => one.id),
      runningBeyond(monthIndex('2024-03'), 1),
    ]
    expect(told(first)).toEqual([1, 1, ['garden'], [0, 0]])
    expect(told(second)).toEqual([2, 1, ['meals'], [1, 1]])
    expect(told(moved(first, facts, '2024-03', '2024-03'))).toEqual(told(second))
  })

  it('keep their state from those who went on from it', () => {
    const garden = { id: 'garden', startedOn: '2024-01-10', plannedEndOn: '2024-06-15', partners: ['a'] }
    const facts = datedFacts(givenWork([garden]))
    const first = moved(runningInitiatives(lines.quietDays, organisations, null), facts, '2024-02')
    const going = (more: Partial<History>) => {
      const changed = datedFacts({ ...givenWork([{ ...garden, partners: ['a', ['b', '2024-02-05']] }]), ...more })
      const second = runningInitiatives(lines.quietDays, organisations, null, null, first.state())
      return moved(second, changed, '2024-09', '2024-03')
    }
    expect(going({}).list()).toEqual([])
    expect(going({ bookings: [booking('b', 'a', '2024-05-05', 'garden')] }).partnersActive()).toBe(2)
    expect(
      moved(
        going({ initiatives: [{ ...garden, kind: 'joint', endedOn: '2024-02-20', endState: 'completed' }] }),
        facts,
        '2024-09',
        '2024-09',
      ).running(),
    ).toBe(0)
    // The first goes on as if nothing of that had been: it ends by its plan, with the one partner it had.
    const april = moved(first, facts, '2024-04', '2024-03')
    expect([april.list(), april.running()]).toEqual([
      [{ id: 'garden', plannedEndOn: april.list()[0]?.plannedEndOn, organisationIds: ['a'] }],
      1,
    ])
    expect(moved(first, facts, '2024-07', '2024-05').list()).toEqual([])
  })

  it('leave out who was never there', () => {
    const history = givenWork([
      { id: 'garden', startedOn: '2024-01-10', partners: ['a', ['a', '2024-02-05', '2024-02-20']] },
    ])
    expect(running(history, '2024-03').partnersActive()).toBe(1)
    const facts = datedFacts(history)
    const lone = runningInitiatives(lines.quietDays, organisations, null)
    lone.moveTo(monthIndex('2024-02'), {
      ...facts.at(0),
      leaves: [{ initiativeId: 'nowhere', organisationId: 'a', on: 19_740 }],
      ends: ['nowhere'],
    })
    lone.moveTo(monthIndex('2024-02'), {
      ...facts.at(monthIndex('2024-01')),
      leaves: [{ initiativeId: 'garden', organisationId: 'stranger', on: 19_740 }],
    })
    expect([lone.partnersActive(), lone.list().length]).toEqual([1, 1])
  })
})
