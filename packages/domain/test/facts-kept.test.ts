import { describe, expect, it } from 'vitest'
import { datedFacts } from '../src/risks/dated-facts.ts'
import type { Change, Facts } from '../src/risks/fact-groups.ts'
import type { History } from '../src/risks/history.ts'
import { knownFacts } from '../src/risks/known-facts.ts'
import { openTimeline } from '../src/risks/open-timeline.ts'
import { timeline } from '../src/risks/timeline.ts'
import { monthFromIndex } from '../src/values/month.ts'
import { contentOf, RANGE } from './content-of-facts.ts'
import {
  booking,
  cost,
  initiative,
  instalment,
  membership,
  part,
  promise,
  receipt,
  reserve,
  town,
} from './given-town.ts'

const council = { id: 'council', sector: 'local-government', legalStatus: 'public', parentId: null }
const [garden] = town.initiatives
const gift = town.pledges?.[0]

/** Costs lie with their initiatives; the order in which they are told means nothing. */
const byDay = (history: History): History => ({
  ...history,
  costs: history.costs && history.costs.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
})

const changes: [name: string, change: Change, touched: string | null][] = [
  ['nothing', {}, null],
  ['a booking', { added: { bookings: [booking('b3', '2024-05-03')] } }, '2024-05'],
  ['a booking before all else', { added: { bookings: [booking('b3', '2023-11-03')] } }, '2023-11'],
  ['a booking moved to a later day', { added: { bookings: [booking('b2', '2024-10-03')] } }, '2024-06'],
  ['a booking moved to an earlier day', { added: { bookings: [booking('b2', '2024-01-03')] } }, '2024-01'],
  [
    'a booking that was cancelled',
    { added: { bookings: [booking('b2', '2024-06-03', { status: 'cancelled' })] } },
    '2024-06',
  ],
  ['a booking that never was', { removed: { bookings: [booking('b1', '2024-03-03')] } }, '2024-03'],
  ['the same booking', { added: { bookings: [booking('b2', '2024-06-03')] } }, null],
  ['that a booking nobody knows never was', { removed: { bookings: [booking('b9', '2024-03-03')] } }, null],
  ['a member', { added: { memberships: [membership('bank', '2024-04-05')] } }, '2024-04'],
  ['a member again', { added: { memberships: [membership('club', '2024-09-05')] } }, '2024-09'],
  [
    'that a member never was',
    { removed: { memberships: [membership('choir', '2024-03-05', '2024-08-05')] } },
    '2024-03',
  ],
  ['that a member otherwise told never was', { removed: { memberships: [membership('choir', '2024-03-05')] } }, null],
  ['reserves of a day', { added: { reserves: [reserve('2024-09-30')] } }, '2024-09'],
  ['more reserves of a known day', { added: { reserves: [reserve('2024-06-30', 7)] } }, '2024-06'],
  ['that there were no such reserves', { removed: { reserves: [reserve('2024-03-31')] } }, '2024-03'],
  ['a cost', { added: { costs: [cost('2024-08-10')] } }, '2024-08'],
  ['a cost of a day that has one', { added: { costs: [cost('2024-03-10', null, 9)] } }, '2024-03'],
  ['that there was no such cost', { removed: { costs: [cost('2024-03-10')] } }, '2024-03'],
  ['a cost an initiative plans', { added: { costs: [cost('2024-09-10', 'garden')] } }, '2024-02'],
  [
    'that an initiative has ended',
    { added: { initiatives: [initiative('garden', '2024-02-10', { endedOn: '2024-06-30' })] } },
    '2024-06',
  ],
  [
    'another plan of an initiative',
    { added: { initiatives: [initiative('garden', '2024-02-10', { plannedEndOn: '2025-03-01' })] } },
    '2024-02',
  ],
  ['that an initiative began earlier', { added: { initiatives: [initiative('garden', '2024-01-10')] } }, '2024-01'],
  ['that an initiative began later', { added: { initiatives: [initiative('garden', '2024-04-10')] } }, '2024-02'],
  [
    'that an initiative began later, and who takes part',
    { added: { initiatives: [initiative('garden', '2024-04-10')], participations: [part('garden', 'bank')] } },
    '2024-02',
  ],
  ['that an initiative never was', { removed: { initiatives: garden ? [garden] : [] } }, '2024-02'],
  [
    'an initiative with its partners',
    {
      added: {
        initiatives: [initiative('songs', '2024-07-10')],
        participations: [part('songs', 'club'), part('songs', 'bank', '2024-08-01')],
        costs: [cost('2024-09-10', 'songs')],
      },
    },
    '2024-07',
  ],
  ['who takes part in an initiative told later', { added: { participations: [part('songs', 'club')] } }, null],
  ['a partner', { added: { participations: [part('garden', 'bank', '2024-05-01')] } }, '2024-05'],
  ['a partner told already', { added: { participations: [part('garden', 'club')] } }, null],
  [
    'another stay of a partner',
    { added: { participations: [part('garden', 'club', '2024-06-01', '2024-07-01')] } },
    '2024-06',
  ],
  [
    'that a partner never took part',
    { removed: { participations: [part('garden', 'choir', '2024-03-15')] } },
    '2024-03',
  ],
  [
    'a promise',
    {
      added: {
        pledges: [promise('more', 'club', { confirmedOn: '2024-08-20', from: null })],
        instalments: [instalment('more', '2024-09-20')],
        receipts: [receipt('more', '2024-09-25')],
      },
    },
    '2024-08',
  ],
  ['another instalment of a promise', { added: { instalments: [instalment('gift', '2024-10-20')] } }, '2024-01'],
  ['that an instalment never was', { removed: { instalments: [instalment('gift', '2024-05-20')] } }, '2024-01'],
  ['money received', { added: { receipts: [receipt('gift', '2024-05-25')] } }, '2024-05'],
  ['the same money received again', { added: { receipts: [receipt('gift', '2024-02-25')] } }, '2024-02'],
  ['that money was not received', { removed: { receipts: [receipt('fee', '2024-06-25')] } }, '2024-06'],
  ['that a promise was withdrawn', { added: { pledges: gift ? [{ ...gift, status: 'withdrawn' }] : [] } }, '2024-01'],
  ['that a promise never was', { removed: { pledges: gift ? [gift] : [] } }, '2024-01'],
  ['an organisation nobody names', { added: { organisations: [{ ...council, id: 'county' }] } }, null],
  [
    'a private one nobody names',
    { added: { organisations: [{ ...council, id: 'shop', legalStatus: 'private' }] } },
    null,
  ],
  ['the parent of one that is known', { added: { organisations: [council] } }, 'everything'],
  ['one that is known otherwise', { added: { organisations: [{ ...council, id: 'bank' }] } }, 'everything'],
  ['two, of which one is named', { added: { organisations: [{ ...council, id: 'county' }, council] } }, 'everything'],
  ['that an organisation never was', { removed: { organisations: town.organisations.slice(0, 1) } }, 'everything'],
  [
    'what is moved and removed at once',
    {
      added: { bookings: [booking('b2', '2024-10-03')], receipts: [receipt('gift', '2024-08-25')] },
      removed: { memberships: [membership('club', '2024-01-05')] },
    },
    '2024-01',
  ],
]

describe('facts that are known', () => {
  it.each(changes)('learn %s', (_, change, touched) => {
    const facts = knownFacts(town)
    const answer = facts.learn(change)
    expect(typeof answer === 'number' ? monthFromIndex(answer) : answer).toBe(touched)
    const kept = answer === 'everything' ? knownFacts(facts.history()) : facts
    expect(contentOf(kept.dated)).toEqual(contentOf(datedFacts(kept.history())))
  })

  it.each(changes)('told first, learn the town after %s', (_, { added = {} }) => {
    const nothing = Object.fromEntries(Object.keys(added).map((kind) => [kind, []]))
    const facts = knownFacts({ ...town, ...(nothing as Facts) })
    facts.learn({ added })
    const rest = Object.fromEntries(Object.keys(added).map((kind) => [kind, town[kind as keyof Facts]])) as Facts
    const answer = facts.learn({ added: rest })
    const kept = answer === 'everything' ? knownFacts(facts.history()) : facts
    expect(contentOf(kept.dated)).toEqual(contentOf(datedFacts(kept.history())))
  })

  it.each(changes)('are read in a timeline as if told from the start, after %s', (_, change) => {
    const open = openTimeline(town)
    open.read('2024-01', '2024-07')
    open.read('2024-01', '2025-03')
    open.learn(change)
    const text = (value: unknown) => JSON.stringify(value)
    expect(text(open.read(...RANGE).months)).toBe(text(timeline(open.history(), ...RANGE).months))
  })

  it('of a kind nobody kept begin everything anew, and an empty list of it nothing', () => {
    const { learn, history } = knownFacts({ ...town, costs: null })
    expect(learn({ added: { costs: [] } })).toBeNull()
    expect(history().costs).toBeNull()
    expect(learn({ added: { costs: [cost('2024-03-10')] } })).toBe('everything')
    expect(history().costs).toEqual([cost('2024-03-10')])
    const open = openTimeline({ ...town, reserves: null })
    open.read(...RANGE)
    open.learn({ added: { reserves: [reserve('2024-03-31')] } })
    expect(JSON.stringify(open.read(...RANGE))).toBe(JSON.stringify(timeline(open.history(), ...RANGE)))
  })

  it('are the history that was opened, with what came in and without what went', () => {
    const { learn, history } = knownFacts(town)
    expect(byDay(history())).toEqual(town)
    learn({
      added: { bookings: [booking('b2', '2024-10-03'), booking('b3', '2024-10-04')] },
      removed: { receipts: [receipt('gift', '2024-02-25')] },
    })
    expect(byDay(history())).toEqual({
      ...town,
      bookings: [town.bookings?.[0], booking('b2', '2024-10-03'), booking('b3', '2024-10-04')],
      receipts: [receipt('fee', '2024-06-25')],
    })
    const empty = knownFacts({ ...town, bookings: [booking('b1', '2024-03-03')] })
    empty.learn({ removed: { bookings: [booking('b1', '2024-03-03')] } })
    expect(empty.history().bookings).toEqual([])
  })

  it('know no first month without facts', () => {
    const nothing = Object.fromEntries(
      Object.entries(town).map(([name, value]) => [name, Array.isArray(value) ? [] : value]),
    )
    expect(knownFacts({ ...town, ...nothing }).dated.firstMonth).toBeNull()
    expect(monthFromIndex(knownFacts(town).dated.firstMonth ?? 0)).toBe('2024-01')
  })
})
