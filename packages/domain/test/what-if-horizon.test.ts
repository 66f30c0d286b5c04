import { describe, expect, it } from 'vitest'
import { datedFacts } from '../src/risks/dated-facts.ts'
import type { History } from '../src/risks/history.ts'
import { thresholdSpans } from '../src/risks/timeline-in-force.ts'
import { besideThePast, factsAfter, flagsFrom, touchingFrom } from '../src/risks/what-if/horizon.ts'
import { monthIndex } from '../src/values/month.ts'
import { givenPaid } from './given-paid.ts'
import { booking, initiative, instalment, membership, part, promise, receipt, town } from './given-town.ts'

const DAY = '2024-05-01'
const may = monthIndex('2024-05')

describe('what has something to say from a day on', () => {
  const touching = (more: Partial<History>) => touchingFrom({ ...town, ...more }, DAY)

  it('are initiatives that have begun or will, and have not ended before it, with who is in them', () => {
    const initiatives = [
      initiative('idea', null),
      initiative('over', '2024-01-10', { endedOn: '2024-04-30' }),
      initiative('ending', '2024-01-10', { endedOn: DAY }),
      initiative('running', '2024-01-10'),
      initiative('soon', '2024-08-10'),
    ]
    const participations = [
      part('idea', 'club'),
      part('over', 'club'),
      part('over', 'bank', null, '2024-06-01'),
      part('ending', 'club', null, DAY),
      part('running', 'club', null, '2024-04-30'),
      part('running', 'bank'),
    ]
    const read = touching({ initiatives, participations })
    expect(read.initiatives.map((one) => one.id)).toEqual(['ending', 'running', 'soon'])
    expect(read.participations).toEqual([participations[3], participations[5]])
  })

  it('are memberships that have not ended before it, and bookings that begin on it or later', () => {
    const memberships = [
      membership('club', '2024-01-05', '2024-04-30'),
      membership('club', '2024-01-05', DAY),
      membership('club', '2024-01-05'),
    ]
    const bookings = [booking('past', '2024-04-30'), booking('next', DAY)]
    expect(touching({ memberships }).memberships).toEqual(memberships.slice(1))
    expect(touching({ bookings }).bookings).toEqual(bookings.slice(1))
  })

  it('are promises that become known, fall due or are paid from it on; with all their dues, and the payments to come', () => {
    const known = (id: string, confirmedOn: string | null, from: string | null = null) =>
      promise(id, 'club', { confirmedOn, from })
    const pledges = [
      known('past', '2024-04-30', '2024-06-01'),
      known('made', DAY, '2024-01-01'),
      known('begins', null, DAY),
      known('began', null, '2024-04-30'),
      known('undated', null),
      known('due', '2024-01-10'),
      known('paid', '2024-01-10'),
    ]
    const instalments = [
      instalment('past', '2024-04-30'),
      instalment('due', '2024-02-01'),
      instalment('due', DAY),
      instalment('paid', '2024-04-30'),
    ]
    const receipts = [receipt('past', '2024-04-30'), receipt('paid', '2024-04-30'), receipt('paid', DAY)]
    const read = touching({ pledges, instalments, receipts })
    expect(read.pledges?.map((one) => one.id)).toEqual(['made', 'begins', 'undated', 'due', 'paid'])
    expect(read.instalments).toEqual(instalments.slice(1))
    expect(read.receipts).toEqual(receipts.slice(2))
  })

  it('is still unknown where nobody keeps it', () => {
    const unknown = { memberships: null, bookings: null, pledges: null, instalments: null, receipts: null }
    expect(touching(unknown)).toMatchObject(unknown)
  })
})

describe('what a future has to say beside the past', () => {
  const participations = [
    part('running', 'club'),
    part('running', 'bank', '2024-04-30'),
    part('running', 'choir', DAY),
    part('running', 'zoo', null, '2024-04-30'),
    part('ahead', 'club'),
    part('nowhere', 'club'),
  ]
  const future: History = {
    ...town,
    initiatives: [initiative('running', '2024-01-10'), initiative('ahead', DAY)],
    participations,
  }

  it('are participations that begin or end in it; the past knows the others', () => {
    expect(besideThePast(future, DAY).participations).toEqual(participations.slice(2, 5))
    const known = new Map([['nowhere', initiative('nowhere', '2024-06-10')]])
    expect(besideThePast(future, DAY, known).participations).toEqual([...participations.slice(2, 4), participations[5]])
  })

  it('is the past before the month of a departure, and what the departure leaves from then on', () => {
    const past = datedFacts(town)
    const facts = datedFacts({ ...town, bookings: [], instalments: [], receipts: [] })
    const pledgesStopped = past.at(monthIndex('2024-01')).pledgesKnown
    const read = factsAfter(past, { month: may, facts, pledgesStopped })
    expect(pledgesStopped.map((one) => one.id)).toEqual(['gift'])
    expect(read.at(may - 2)).toBe(past.at(may - 2))
    expect(read.at(may)).toEqual({ ...facts.at(may), pledgesStopped })
    expect(read.at(may + 1)).toBe(facts.at(may + 1))
    expect(read.at(may + 1).organisationActs).toEqual([])
    expect(past.at(may + 1).organisationActs.map((one) => one.organisationId)).toEqual(['club', 'bank'])
    expect(factsAfter(past, null)).toBe(past)
  })
})

describe('the flags of the months ahead', () => {
  // The largest of three funders pays for the last time in June 2024.
  const paid = givenPaid({ from: '2022-01', months: 60, funders: { a: 5_000, b: 3_000, c: 2_000 } })
  const history: History = {
    ...paid,
    receipts: paid.receipts?.filter((one) => one.pledgeId !== 'p-a' || one.receivedOn < '2024-07') ?? null,
  }
  const versions = [
    {
      from: '2024-07',
      position: 1,
      values: {
        reliance: { watch: 0.55, warning: 0.9, critical: 0.95 },
        effectiveFunders: { watch: 1.5, warning: 1.2, critical: 1.1 },
      },
    },
    { from: '2024-09', position: 2, values: {} },
  ]
  const spans = thresholdSpans('2024-05', '2024-12', versions)
  const begin = () => flagsFrom(datedFacts(history), may, spans)(null)

  it('are judged by the lines in force in each, as if these had always held', () => {
    expect(spans.map((one) => one.from)).toEqual(['2024-05', '2024-07', '2024-09'])
    const read = begin().through(monthIndex('2024-11'))
    expect(read.map(({ month, funding }) => [month, funding.level, funding.score])).toEqual([
      ['2024-05', 'warning', 2],
      ['2024-06', 'warning', 2],
      // Lines so wide that half of the money from one is no risk.
      ['2024-07', 'none', 0],
      ['2024-08', 'none', 0],
      // The usual lines: a warning since long, left after the third reading below it.
      ['2024-09', 'warning', 1],
      ['2024-10', 'watch', 1],
      ['2024-11', 'watch', 1],
    ])
    expect(new Set(read.map(({ stagnation }) => stagnation.score))).toEqual(new Set([null]))
  })

  it('are read once, however often and about whichever span they are asked', () => {
    const course = begin()
    const long = course.through(may + 5)
    const short = course.through(may + 2)
    expect(short).toHaveLength(3)
    for (const [index, one] of short.entries()) expect(one).toBe(long[index])
    expect(course.through(may)).toEqual(long.slice(0, 1))
  })

  it('cannot be read where no lines are in force', () => {
    const course = flagsFrom(datedFacts(history), may, spans.slice(1))(null)
    expect(() => course.through(may + 1)).toThrow(RangeError)
  })
})
