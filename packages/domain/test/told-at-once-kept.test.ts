import { describe, expect, it } from 'vitest'
import { datedFacts } from '../src/risks/dated-facts.ts'
import type { Change } from '../src/risks/fact-groups.ts'
import type { History } from '../src/risks/history.ts'
import { knownFacts } from '../src/risks/known-facts.ts'
import { monthFromIndex } from '../src/values/month.ts'
import { contentOf } from './content-of-facts.ts'
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

/** A town in which some things are told of what is not known yet. */
const opened: History = {
  ...town,
  participations: [...town.participations, part('songs', 'club')],
  costs: [...(town.costs ?? []), cost('2024-08-10', 'dance')],
  instalments: [...(town.instalments ?? []), instalment('prize', '2024-11-20')],
  receipts: [...(town.receipts ?? []), receipt('alms', '2024-08-20')],
}

const { memberships, initiatives, participations, bookings, pledges, instalments, receipts, costs, reserves } = opened
const and = <Fact>(facts: readonly Fact[] | null, ...more: readonly Fact[]) => [...(facts ?? []), ...more]
const without = <Fact extends object>(facts: readonly Fact[] | null, gone: Partial<Fact>) =>
  (facts ?? []).filter((fact) => Object.entries(gone).some(([name, value]) => fact[name as keyof Fact] !== value))

/** What is told at once, what is known then, and the earliest month that changes. */
const changes: [name: string, change: Change, known: Partial<History>, touched: string | null][] = [
  [
    'what counts for itself, also where its group is known',
    {
      added: {
        memberships: [membership('club', '2024-09-05')],
        receipts: [receipt('gift', '2024-09-05')],
        costs: [cost('2024-11-10'), cost('2024-09-10', 'garden')],
        reserves: [reserve('2024-06-30', 7)],
      },
    },
    {
      memberships: and(memberships, membership('club', '2024-09-05')),
      receipts: and(receipts, receipt('gift', '2024-09-05')),
      costs: and(costs, cost('2024-11-10'), cost('2024-09-10', 'garden')),
      reserves: and(reserves, reserve('2024-06-30', 7)),
    },
    // The cost is planned since the initiative began.
    '2024-02',
  ],
  [
    'an initiative that ends, and a new one with all it has',
    {
      added: {
        initiatives: [initiative('garden', '2024-02-10', { endedOn: '2024-09-01' }), initiative('songs', '2024-07-10')],
        participations: [part('songs', 'club'), part('garden', 'bank', '2024-08-01'), part('songs', 'bank')],
        costs: [cost('2024-08-10', 'songs')],
      },
    },
    {
      initiatives: [
        initiative('garden', '2024-02-10', { endedOn: '2024-09-01' }),
        ...initiatives.slice(1),
        initiative('songs', '2024-07-10'),
      ],
      participations: and(
        participations,
        part('songs', 'club'),
        part('garden', 'bank', '2024-08-01'),
        part('songs', 'bank'),
      ),
      costs: and(costs, cost('2024-08-10', 'songs')),
    },
    '2024-07',
  ],
  [
    'an initiative that began on another day, with who comes in and what it costs, beside one that stays as it is',
    {
      added: {
        initiatives: [initiative('garden', '2024-04-10'), initiative('meals', '2024-04-10')],
        participations: [part('garden', 'bank'), part('meals', 'choir')],
        costs: [cost('2024-08-10', 'garden'), cost('2024-08-10')],
      },
    },
    {
      initiatives: [initiative('garden', '2024-04-10'), initiative('meals', '2024-04-10')],
      participations: and(participations, part('garden', 'bank'), part('meals', 'choir')),
      costs: and(costs, cost('2024-08-10', 'garden'), cost('2024-08-10')),
    },
    '2024-02',
  ],
  [
    'an initiative after who takes part in it, and another of them after what it costs',
    {
      added: {
        initiatives: [initiative('songs', '2024-07-10'), initiative('dance', '2024-06-10')],
        participations: [part('songs', 'bank')],
      },
    },
    {
      initiatives: and(initiatives, initiative('songs', '2024-07-10'), initiative('dance', '2024-06-10')),
      participations: and(participations, part('songs', 'bank')),
    },
    '2024-06',
  ],
  [
    'an initiative twice, at last with another first day',
    {
      added: {
        initiatives: [initiative('ball', '2024-07-10'), initiative('ball', '2024-08-10')],
        participations: [part('ball', 'club')],
      },
    },
    {
      initiatives: and(initiatives, initiative('ball', '2024-08-10')),
      participations: and(participations, part('ball', 'club')),
    },
    '2024-07',
  ],
  [
    'the same stay twice, and the stay of another',
    {
      added: { participations: [part('garden', 'club'), part('garden', 'bank', '2024-06-01'), part('garden', 'club')] },
    },
    { participations: and(participations, part('garden', 'bank', '2024-06-01')) },
    '2024-06',
  ],
  [
    'a stay of the same from another day, and one to another day',
    {
      added: { participations: [part('garden', 'club', '2024-06-01'), part('garden', 'club', null, '2024-08-01')] },
    },
    {
      participations: and(
        participations,
        part('garden', 'club', '2024-06-01'),
        part('garden', 'club', null, '2024-08-01'),
      ),
    },
    '2024-02',
  ],
  [
    'an instalment of a promise that is known, with what is received for it, beside a new promise',
    {
      added: {
        pledges: [promise('loan', 'bank', { confirmedOn: '2024-08-20' })],
        instalments: [
          instalment('gift', '2024-10-20'),
          instalment('loan', '2024-10-20'),
          instalment('loan', '2024-11-20'),
        ],
        receipts: [receipt('gift', '2024-10-20'), receipt('loan', '2024-10-20'), receipt('fee', '2024-10-20')],
      },
    },
    {
      pledges: and(pledges, promise('loan', 'bank', { confirmedOn: '2024-08-20' })),
      instalments: and(
        instalments,
        instalment('gift', '2024-10-20'),
        instalment('loan', '2024-10-20'),
        instalment('loan', '2024-11-20'),
      ),
      receipts: and(
        receipts,
        receipt('gift', '2024-10-20'),
        receipt('loan', '2024-10-20'),
        receipt('fee', '2024-10-20'),
      ),
    },
    // The promise lies in the months with its instalments.
    '2024-01',
  ],
  [
    'a promise after what is due of it, and one after what came of it',
    {
      added: {
        pledges: [
          promise('prize', 'bank', { confirmedOn: '2024-07-20' }),
          promise('alms', 'club', { confirmedOn: '2024-06-20' }),
        ],
        instalments: [instalment('prize', '2024-12-20')],
      },
    },
    {
      pledges: and(
        pledges,
        promise('prize', 'bank', { confirmedOn: '2024-07-20' }),
        promise('alms', 'club', { confirmedOn: '2024-06-20' }),
      ),
      instalments: and(instalments, instalment('prize', '2024-12-20')),
    },
    '2024-06',
  ],
  [
    'a promise twice, at last of another',
    {
      added: {
        pledges: [
          promise('loan', 'bank', { confirmedOn: '2024-08-20' }),
          promise('loan', 'club', { confirmedOn: '2024-09-20' }),
        ],
        instalments: [instalment('loan', '2024-11-20')],
        receipts: [receipt('loan', '2024-10-20')],
      },
    },
    {
      pledges: and(pledges, promise('loan', 'club', { confirmedOn: '2024-09-20' })),
      instalments: and(instalments, instalment('loan', '2024-11-20')),
      receipts: and(receipts, receipt('loan', '2024-10-20')),
    },
    '2024-08',
  ],
  [
    'a booking twice, at last on another day',
    { added: { bookings: [booking('b3', '2024-05-03'), booking('b3', '2024-07-03')] } },
    { bookings: and(bookings, booking('b3', '2024-07-03')) },
    '2024-05',
  ],
  [
    'more of a group from which something is taken',
    {
      added: { costs: [cost('2024-09-10', 'garden'), cost('2024-09-10', 'meals')] },
      removed: { participations: [part('garden', 'club')] },
    },
    {
      participations: without(participations, { initiativeId: 'garden', organisationId: 'club' }),
      costs: and(costs, cost('2024-09-10', 'garden'), cost('2024-09-10', 'meals')),
    },
    '2024-02',
  ],
  [
    'what is taken back and told in one: it is taken back first',
    {
      added: {
        memberships: [membership('bank', '2024-04-05')],
        reserves: [reserve('2024-09-30')],
        costs: [cost('2024-11-10')],
        bookings: [booking('b3', '2024-05-03')],
        receipts: [receipt('gift', '2024-10-20')],
      },
      removed: {
        memberships: [membership('bank', '2024-04-05')],
        reserves: [reserve('2024-09-30')],
        costs: [cost('2024-11-10')],
        bookings: [booking('b3', '2024-05-03')],
        receipts: [receipt('gift', '2024-10-20')],
      },
    },
    {
      memberships: and(memberships, membership('bank', '2024-04-05')),
      reserves: and(reserves, reserve('2024-09-30')),
      costs: and(costs, cost('2024-11-10')),
      bookings: and(bookings, booking('b3', '2024-05-03')),
      receipts: and(receipts, receipt('gift', '2024-10-20')),
    },
    '2024-04',
  ],
  [
    'money of another currency',
    {
      added: {
        costs: [
          { ...cost('2024-11-10'), currency: 'SEK' },
          { ...cost('2024-11-10', 'garden'), currency: 'SEK' },
        ],
        reserves: [{ ...reserve('2024-09-30'), currency: 'SEK' }],
      },
    },
    {},
    null,
  ],
]

describe('facts told at once', () => {
  it.each(changes)('%s', (_, change, known, touched) => {
    const facts = knownFacts(opened)
    const answer = facts.learn(change)
    expect(typeof answer === 'number' ? monthFromIndex(answer) : answer).toBe(touched)
    const then: History = { ...opened, ...known }
    expect(contentOf(facts.dated)).toEqual(contentOf(datedFacts(then)))
    expect(contentOf(knownFacts(facts.history()).dated)).toEqual(contentOf(datedFacts(then)))
  })
})
