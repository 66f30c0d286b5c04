import { describe, expect, it } from 'vitest'
import { datedFacts } from '../src/risks/dated-facts.ts'
import type { Change } from '../src/risks/fact-groups.ts'
import type { History } from '../src/risks/history.ts'
import { knownFacts } from '../src/risks/known-facts.ts'
import { monthFromIndex } from '../src/values/month.ts'
import { contentOf } from './content-of-facts.ts'
import { booking, cost, initiative, instalment, part, promise, receipt, town } from './given-town.ts'

const council = { id: 'council', sector: 'local-government', legalStatus: 'public', parentId: null }
const museum = { id: 'museum', sector: 'culture', legalStatus: 'civic', parentId: 'council' }
const [garden] = town.initiatives
const [gift] = town.pledges ?? []

const given = (more: Partial<History> = {}): History => ({ ...town, ...more })

/** What is told one after the other, and the earliest month each touches. */
const turns: [name: string, town: History, changes: [change: Change, touched: string | null][]][] = [
  [
    'a promise of an organisation that came in later counts for the public body above it',
    given({ organisations: [...town.organisations, council] }),
    [
      [{ added: { bookings: [booking('b3', '2024-05-03')] } }, '2024-05'],
      [{ added: { organisations: [museum] } }, null],
      [{ added: { pledges: [promise('loan', 'museum', { confirmedOn: '2024-08-20' })] } }, '2024-08'],
    ],
  ],
  [
    'an organisation that promised before it was known begins everything anew',
    given({ organisations: [...town.organisations, council] }),
    [
      [{ added: { pledges: [promise('loan', 'museum', { confirmedOn: '2024-08-20' })] } }, '2024-08'],
      [{ added: { organisations: [museum] } }, 'everything'],
    ],
  ],
  [
    'a new promise gets one instalment more, another, and loses the first',
    given(),
    [
      [
        {
          added: {
            pledges: [
              promise('loan', 'bank', { confirmedOn: '2024-08-20' }),
              promise('prize', 'club', { confirmedOn: '2024-08-21' }),
            ],
            instalments: [instalment('loan', '2024-09-20'), instalment('prize', '2024-09-21')],
          },
        },
        '2024-08',
      ],
      [{ added: { instalments: [instalment('loan', '2024-10-20')] } }, '2024-08'],
      [{ added: { instalments: [instalment('prize', '2024-10-21')] } }, '2024-08'],
      [{ added: { instalments: [instalment('loan', '2024-11-20')] } }, '2024-08'],
      [{ removed: { instalments: [instalment('loan', '2024-09-20')] } }, '2024-08'],
    ],
  ],
  [
    'somebody comes in while something is due of a promise nobody made',
    given(),
    [
      [{ added: { instalments: [instalment('loan', '2024-09-20')] } }, null],
      [{ added: { organisations: [museum] } }, null],
    ],
  ],
  [
    'who takes part in an initiative that never was takes part in nothing',
    given(),
    [
      [{ removed: { initiatives: garden ? [garden] : [] } }, '2024-02'],
      [{ added: { participations: [part('garden', 'bank', '2024-06-01')] } }, null],
    ],
  ],
  [
    'money for a promise that never was is no payment',
    given(),
    [
      [{ removed: { pledges: gift ? [gift] : [] } }, '2024-01'],
      [{ added: { receipts: [receipt('gift', '2024-06-05')] } }, null],
    ],
  ],
  [
    'an initiative that had ended goes on',
    given(),
    [
      [{ added: { initiatives: [initiative('garden', '2024-02-10', { endedOn: '2024-11-30' })] } }, '2024-11'],
      [{ added: { initiatives: [initiative('garden', '2024-02-10', { endedOn: '2024-10-30' })] } }, '2024-10'],
      [{ added: { initiatives: [initiative('garden', '2024-02-10')] } }, '2024-10'],
      [{ added: { initiatives: [initiative('garden', '2024-02-10')] } }, null],
    ],
  ],
  [
    'of two initiatives of a month one is planned otherwise, and ends',
    given({ initiatives: [...town.initiatives, initiative('songs', '2024-02-11')] }),
    [
      [{ added: { initiatives: [initiative('songs', '2024-02-11', { plannedEndOn: null })] } }, '2024-02'],
      [
        {
          added: {
            initiatives: [initiative('songs', '2024-02-11', { plannedEndOn: '2025-01-31', endedOn: '2024-08-01' })],
          },
        },
        '2024-02',
      ],
    ],
  ],
  [
    'two initiatives end in a month, and one of them did not',
    given(),
    [
      [{ added: { initiatives: [initiative('garden', '2024-02-10', { endedOn: '2024-09-02' })] } }, '2024-09'],
      [{ added: { initiatives: [initiative('meals', '2024-04-10')] } }, '2024-09'],
    ],
  ],
  [
    'an idea without a first day is given up',
    given({ initiatives: [...town.initiatives, initiative('idea', null)] }),
    [
      [
        {
          added: {
            initiatives: [initiative('idea', null, { plannedEndOn: '2024-05-01', endedOn: '2024-05-01' })],
          },
        },
        null,
      ],
    ],
  ],
  [
    'an initiative ends while somebody comes in and a cost becomes known',
    given(),
    [
      [
        {
          added: {
            initiatives: [initiative('garden', '2024-02-10', { endedOn: '2024-08-01' })],
            participations: [part('garden', 'bank', '2024-06-01')],
            costs: [cost('2024-07-15', 'garden', 8)],
          },
        },
        '2024-02',
      ],
    ],
  ],
  [
    'the first of all facts comes to lie later',
    given(),
    [
      [{ added: { bookings: [booking('b0', '2023-11-03')] } }, '2023-11'],
      [{ added: { bookings: [booking('b0', '2024-03-03')] } }, '2023-11'],
    ],
  ],
  [
    'of two instalments of a month one never was',
    given({ instalments: [instalment('gift', '2024-05-20', 10), instalment('gift', '2024-05-20', 20)] }),
    [[{ removed: { instalments: [instalment('gift', '2024-05-20', 20)] } }, '2024-01']],
  ],
  [
    'of two equal receipts one never was',
    given({ receipts: [receipt('gift', '2024-02-25'), receipt('gift', '2024-02-25')] }),
    [[{ removed: { receipts: [receipt('gift', '2024-02-25')] } }, '2024-02']],
  ],
]

describe('facts told one after the other', () => {
  it('are known also where everything begins anew', () => {
    const { learn, history } = knownFacts({ ...town, organisations: [...town.organisations, council] })
    expect(learn({ removed: { organisations: [council] } })).toBe('everything')
    expect(history().organisations).toEqual(town.organisations)
    learn({ added: { pledges: [promise('loan', 'museum')] } })
    expect(learn({ added: { organisations: [museum] } })).toBe('everything')
    expect(history().organisations).toEqual([...town.organisations, museum])
  })

  it.each(turns)('%s', (_, opened, changes) => {
    let facts = knownFacts(opened)
    for (const [change, touched] of changes) {
      const answer = facts.learn(change)
      expect(typeof answer === 'number' ? monthFromIndex(answer) : answer).toBe(touched)
      if (answer === 'everything') facts = knownFacts(facts.history())
      expect(contentOf(facts.dated)).toEqual(contentOf(datedFacts(facts.history())))
    }
  })
})
