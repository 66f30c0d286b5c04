import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { History } from '../src/risks/history.ts'
import type { Change, Facts } from '../src/risks/fact-groups.ts'
import { openTimeline } from '../src/risks/open-timeline.ts'
import { evaluate, timeline } from '../src/risks/timeline.ts'
import { monthFromIndex, monthIndex } from '../src/values/month.ts'
import { arbitraryHistory, monthsOfStory } from './given-history.ts'
import { runs } from './property-runs.ts'

const { from, to } = monthsOfStory
const KINDS = [
  'memberships',
  'initiatives',
  'participations',
  'bookings',
  'pledges',
  'instalments',
  'receipts',
  'costs',
  'reserves',
] as const
type Kind = (typeof KINDS)[number]
type Lists = Record<Kind, readonly unknown[] | null>

const BATCHES = 4

/** When each fact is told: 0 with the opening, 1..3 later. Numbers are drawn as they are needed. */
function told(history: History, numbers: Iterator<number>): { opening: History; later: Facts[] } {
  const turns = new Map<unknown, number>()
  const lists = history as unknown as Lists
  for (const kind of KINDS)
    for (const fact of lists[kind] ?? []) turns.set(fact, Number(numbers.next().value) % BATCHES)
  const factsOf = (turn: number) =>
    Object.fromEntries(
      KINDS.map((kind) => [kind, lists[kind] && lists[kind].filter((fact) => turns.get(fact) === turn)]),
    )
  return {
    opening: { ...history, ...factsOf(0) },
    later: Array.from({ length: BATCHES - 1 }, (_, index) => {
      const facts = factsOf(index + 1)
      return Object.fromEntries(Object.entries(facts).filter(([, list]) => list !== null)) as Facts
    }),
  }
}

/** Facts in the order in which a community would tell them: each some months after its first day, few of them very late. */
function toldMonthByMonth(history: History, delays: Iterator<number>): Map<number, Record<Kind, unknown[]>> {
  const lists = history as unknown as Lists
  const batches = new Map<number, Record<Kind, unknown[]>>()
  for (const kind of KINDS) {
    for (const fact of lists[kind] ?? []) {
      const day = Object.values(fact as object).find((value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value)))
      const delay = [0, 0, 0, 1, 2, 5, 14][Number(delays.next().value) % 7] as number
      const told = monthIndex(String(day ?? `${from}-01`).slice(0, 7)) + delay
      const batch =
        batches.get(told) ?? (Object.fromEntries(KINDS.map((one) => [one, []])) as unknown as Record<Kind, unknown[]>)
      batch[kind].push(fact)
      batches.set(told, batch)
    }
  }
  return batches
}

const text = (months: unknown) => JSON.stringify(months)
const month = fc.integer({ min: monthIndex(from), max: monthIndex(to) }).map(monthFromIndex)

describe('an open timeline', () => {
  it('reads after facts told in any order what a timeline of all of them reads, bit for bit', () => {
    fc.assert(
      fc.property(
        arbitraryHistory,
        fc.infiniteStream(fc.nat()),
        fc.array(month, { minLength: 3, maxLength: 3 }),
        (history, numbers, asked) => {
          const { opening, later } = told(history, numbers)
          const open = openTimeline(opening)
          later.forEach((added, index) => {
            open.read(from, asked[index] ?? to)
            open.learn({ added })
          })
          expect(text(open.read(from, to).months)).toBe(text(timeline(history, from, to).months))
          expect(text(open.read(from, to).months)).toBe(text(timeline(open.history(), from, to).months))
        },
      ),
      runs(60),
    )
  })

  it('reads month after month, as facts arrive with them and some months late, what a timeline of all of them reads', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.infiniteStream(fc.nat()), month, (history, delays, checked) => {
        const nothingYet = Object.fromEntries(KINDS.map((kind) => [kind, history[kind] && []]))
        const open = openTimeline({ ...history, ...nothingYet })
        const batches = toldMonthByMonth(history, delays)
        for (let now = monthIndex(from); now <= monthIndex(to); now += 1) {
          const batch = batches.get(now - 1)
          if (batch !== undefined) open.learn({ added: batch as unknown as Facts })
          const today = monthFromIndex(now)
          const read = open.read(today, today)
          if (today === checked) expect(text(read.months)).toBe(text(timeline(open.history(), today, today).months))
        }
        expect(text(open.read(from, to).months)).toBe(text(timeline(open.history(), from, to).months))
      }),
      runs(40),
    )
  })

  it('forgets what is taken back, and follows what is changed', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.infiniteStream(fc.nat()), month, (history, numbers, asked) => {
        const { later } = told(history, numbers)
        const [doubted = {}, changed = {}] = later
        const changes: Change[] = [
          { removed: doubted },
          {
            added: {
              initiatives: (changed.initiatives ?? []).map((one) => ({
                ...one,
                endedOn: one.startedOn,
                plannedEndOn: null,
              })),
              pledges: (changed.pledges ?? []).map((one) => ({ ...one, status: 'withdrawn' })),
              bookings: (changed.bookings ?? []).map((one) => ({ ...one, status: 'cancelled' })),
            },
          },
        ]
        const open = openTimeline(history)
        for (const change of changes) {
          open.read(from, asked)
          open.learn(change)
          expect(text(open.read(from, to).months)).toBe(text(timeline(open.history(), from, to).months))
        }
        open.learn({ removed: changes[1]?.added ?? {}, added: changed })
        open.learn({ added: doubted })
        expect(text(open.read(from, to).months)).toBe(text(timeline(open.history(), from, to).months))
      }),
      runs(40),
    )
  })

  it('reads a month as it stood when it was asked for first, whatever is asked later', () => {
    fc.assert(
      fc.property(
        arbitraryHistory,
        fc.array(fc.tuple(month, month), { minLength: 1, maxLength: 4 }),
        (history, asked) => {
          const open = openTimeline(history)
          for (const [first, last] of asked)
            expect(text(open.read(first, last).months)).toBe(text(timeline(history, first, last).months))
        },
      ),
      runs(40),
    )
  })

  it('takes in partners nobody named before, and begins again for those that pledges name', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.nat(8), month, (history, index, asked) => {
        const late = history.organisations[index]
        const open = openTimeline({ ...history, organisations: history.organisations.filter((one) => one !== late) })
        open.read(from, asked)
        open.learn({ added: { organisations: late === undefined ? [] : [late] } })
        expect(text(open.read(from, to).months)).toBe(text(timeline(history, from, to).months))
      }),
      runs(40),
    )
  })
})

describe('a month alone', () => {
  it('is the month of the timeline, bit for bit', () => {
    fc.assert(
      fc.property(arbitraryHistory, month, fc.nat(6), (history, asked, before) => {
        const start = monthFromIndex(monthIndex(asked) - before)
        expect(text(evaluate(history, asked))).toBe(text(timeline(history, start, asked).months.at(-1)))
      }),
      runs(60),
    )
  })
})
