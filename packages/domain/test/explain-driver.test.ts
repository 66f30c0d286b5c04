import { describe, expect, it } from 'vitest'
import { type Candidate, driversOf, type DrivingKind } from '../src/risks/explain/driver.ts'
import type { OneMonth } from '../src/risks/explain/one-month.ts'
import { numberOf } from '../src/risks/explain/value.ts'
import type { History } from '../src/risks/history.ts'
import { nothing } from './given-promises.ts'

/** A reading by what it is graded, how far it has come, and what else is measured of it. */
type Reads = Readonly<Record<string, readonly [grade: number | null, strain: number | null, also?: number | null]>>
type Without = readonly [id: string, then: Reads, kind?: DrivingKind | undefined]

const sum = (grades: readonly number[]) => grades.reduce((all, one) => all + one, 0)
const worst = (grades: readonly number[]) => Math.max(...grades)
const month = (readings: Reads): OneMonth<Reads> => {
  const grades = Object.entries(readings).map(([name, [grade]]) => [name, grade] as const)
  const known = grades.flatMap(([, grade]) => grade ?? [])
  return { score: known.length === 0 ? null : sum(known), grades: Object.fromEntries(grades), readings }
}

/** The drivers of a month that would read as said without each of some facts. */
function drivers(
  now: Reads,
  without: readonly Without[],
  total = sum,
  decides?: readonly string[],
  weights: Readonly<Record<string, number>> = {},
) {
  const then = new Map<History, OneMonth<Reads>>()
  const candidates = without.map(([id, reads, kind = 'partner']): Candidate => {
    const history = { ...nothing }
    then.set(history, month(reads))
    const weight = weights[id]
    const fact = { kind, id, said: { code: 'takes-part', values: {} } } as const
    return { fact, ...(weight === undefined ? {} : { weight }), without: () => history }
  })
  return driversOf(month(now), candidates, 40, {
    read: (history) => then.get(history) as OneMonth<Reads>,
    total,
    strain: (name, readings) => readings[name]?.[1] ?? null,
    measures: (name, readings) => {
      const [, strain = null, also = null] = readings[name] ?? []
      return { also: also === null ? null : numberOf(also), strain: strain === null ? null : numberOf(strain) }
    },
    decides: (grades) => decides ?? Object.keys(grades),
  })
}
const raising = (...given: Parameters<typeof drivers>) => drivers(...given).raising
const holding = (...given: Parameters<typeof drivers>) => drivers(...given).holding
const idsOf = (found: readonly { readonly id: string }[]) => found.map((one) => one.id)

describe('what a fact adds', () => {
  it('is the score with it less the score without it', () => {
    expect(raising({ a: [2, 2], b: [1, 1] }, [['x', { a: [1, 1], b: [1, 1] }]])).toEqual([
      {
        kind: 'partner',
        id: 'x',
        said: { code: 'takes-part', values: {} },
        effect: 1,
        scoreWithout: 2,
        unreadableWithout: [],
        moves: { reading: 'a', measure: 'strain', with: numberOf(2), without: numberOf(1) },
      },
    ])
  })

  it('is negative where it holds the flag down', () => {
    expect(holding({ a: [0, 0] }, [['x', { a: [2, 2] }]])).toMatchObject([{ id: 'x', effect: -2, scoreWithout: 2 }])
    expect(raising({ a: [0, 0] }, [['x', { a: [2, 2] }]])).toEqual([])
  })

  it('counts only what can be read with it and without it, and names the rest', () => {
    const [driver] = raising({ a: [1, 1], b: [1, 1], c: [null, null] }, [
      ['x', { a: [0, 0], b: [null, null], c: [2, 2] }],
    ])
    expect(driver).toMatchObject({ effect: 1, scoreWithout: 2, unreadableWithout: ['b'] })
  })

  it('is the whole score where nothing that carries it could be read without it', () => {
    const rests = raising({ a: [2, 2], b: [0, 0] }, [['x', { a: [null, null], b: [0, 0] }]])
    expect(rests).toMatchObject([{ effect: 2, scoreWithout: 0, unreadableWithout: ['a'], moves: null }])
    const alone = raising({ a: [2, 2] }, [['x', { a: [null, null] }]], worst)
    expect(alone).toMatchObject([{ effect: 2, scoreWithout: null, unreadableWithout: ['a'] }])
  })

  it('is the score less what is left where only what decides could not be read without it', () => {
    const found = raising({ a: [3, 3], b: [2, 2] }, [['x', { a: [null, null], b: [1, 1] }]], worst, ['a'])
    expect(found).toMatchObject([{ effect: 2, unreadableWithout: ['a'] }])
    // What else decides can still be read.
    const other = raising({ a: [3, 3], b: [3, 3] }, [['x', { a: [null, null], b: [3, 2] }]], worst, ['a', 'b'])
    expect(other).toMatchObject([{ effect: 0, moves: { reading: 'b' } }])
  })

  it('is nothing where no reading carries anything and none is left', () => {
    const found = drivers({ a: [0, 0] }, [['x', { a: [null, null] }]], worst)
    expect(found).toEqual({ raising: [], holding: [], tried: 1, of: 40 })
  })

  it('is of the worst level where levels are not summed', () => {
    expect(raising({ a: [3, 3], b: [2, 2] }, [['x', { a: [0, 0], b: [2, 2] }]], worst)).toMatchObject([{ effect: 1 }])
  })
})

describe('a fact that moves grades one way and readings the other', () => {
  it('raises or holds down by the grades', () => {
    const up = { a: [1, 1], b: [0, 0] } as const
    const down = { a: [0, 0.8], b: [0, 0.9] } as const
    expect(idsOf(raising(up, [['x', down]]))).toEqual(['x'])
    expect(holding(up, [['x', down]])).toEqual([])
    expect(idsOf(holding(down, [['x', up]]))).toEqual(['x'])
    expect(raising(down, [['x', up]])).toEqual([])
  })
})

describe('a fact that moves no grade', () => {
  it('raises where a reading has come farther with it, and holds down where less far', () => {
    const found = drivers({ a: [1, 1.2] }, [
      ['more', { a: [1, 1.1] }],
      ['less', { a: [1, 1.3] }],
      ['none', { a: [1, 1.2] }],
    ])
    expect(idsOf(found.raising)).toEqual(['more'])
    expect(idsOf(found.holding)).toEqual(['less'])
    expect(found.raising[0]).toMatchObject({ effect: 0, moves: { with: { value: 1.2 }, without: { value: 1.1 } } })
    expect(found.holding[0]).toMatchObject({ effect: 0, moves: { with: { value: 1.2 }, without: { value: 1.3 } } })
    expect(found.tried).toBe(3)
  })

  it('is no driver within a billionth', () => {
    const at = (strain: number) => drivers({ a: [1, 0] }, [['x', { a: [1, strain] }]])
    expect(at(1e-9)).toMatchObject({ raising: [], holding: [] })
    expect(at(-1e-9)).toMatchObject({ raising: [], holding: [] })
    expect(at(2e-9).holding).toHaveLength(1)
    expect(at(-2e-9).raising).toHaveLength(1)
  })

  it('moves a reading however little it moves it', () => {
    expect(raising({ a: [1, 0.00002] }, [['x', { a: [1, 0.00001] }]])).toMatchObject([{ moves: { reading: 'a' } }])
  })

  it('is judged by the readings that decide alone', () => {
    const now = { a: [2, 1], b: [0, 1] } as const
    const found = drivers(now, [['x', { a: [2, 0.9], b: [0, 5] }]], worst, ['a'])
    expect(idsOf(found.raising)).toEqual(['x'])
    expect(found.holding).toEqual([])
  })

  it('has come nowhere in a reading of which that is not known', () => {
    expect(raising({ a: [1, 0.5] }, [['x', { a: [1, null] }]])).toMatchObject([{ effect: 0, moves: null }])
    expect(holding({ a: [1, null] }, [['x', { a: [1, 0.5] }]])).toMatchObject([{ effect: 0, moves: null }])
  })
})

describe('the reading a fact moves', () => {
  const moved = (...given: Parameters<typeof drivers>) => raising(...given)[0]?.moves?.reading

  it('is the one it moves farthest', () => {
    expect(moved({ a: [1, 1], b: [1, 1] }, [['x', { a: [0, 0.8], b: [1, 0.5] }]])).toBe('b')
    expect(moved({ a: [1, 1], b: [1, 1] }, [['x', { a: [0, 0.5], b: [1, 0.8] }]])).toBe('a')
  })

  it('is moved the way the flag is, though another is moved farther the other way', () => {
    expect(moved({ a: [1, 1], b: [0, 0] }, [['x', { a: [0, 0.8], b: [0, 0.9] }]])).toBe('a')
    expect(holding({ a: [0, 0.8], b: [0, 0.9] }, [['x', { a: [1, 1], b: [0, 0] }]])).toMatchObject([
      { effect: -1, moves: { reading: 'a' } },
    ])
  })

  it('is one that decides before any that does not', () => {
    expect(moved({ a: [1, 1], b: [2, 1] }, [['x', { a: [1, 0.1], b: [1, 0.9] }]], worst, ['b'])).toBe('b')
    expect(moved({ a: [2, 1], b: [1, 1] }, [['x', { a: [1, 0.9], b: [1, 0.1] }]], worst, ['a'])).toBe('a')
  })

  it('is told by the first measure of it that differs', () => {
    expect(raising({ a: [1, 1, 7] }, [['x', { a: [0, 0, 4] }]])[0]?.moves).toEqual({
      reading: 'a',
      measure: 'also',
      with: numberOf(7),
      without: numberOf(4),
    })
    expect(raising({ a: [1, 1, 7] }, [['x', { a: [0, 0, 7] }]])[0]?.moves?.measure).toBe('strain')
    expect(raising({ a: [1, 1, 7] }, [['x', { a: [0, 0, null] }]])[0]?.moves?.measure).toBe('strain')
    expect(raising({ a: [1, 1, null] }, [['x', { a: [0, 0, 7] }]])[0]?.moves?.measure).toBe('strain')
  })

  it('is the next where no measure of it differs, and none where none does', () => {
    const found = raising({ a: [1, 1], b: [1, 0.5] }, [['x', { a: [0, null], b: [1, 0.4] }]])
    expect(found).toMatchObject([{ effect: 1, moves: { reading: 'b' } }])
    expect(raising({ a: [1, 1] }, [['x', { a: [0, 1] }]])).toMatchObject([{ effect: 1, moves: null }])
  })
})

describe('the order of drivers', () => {
  it('is by what they add, then by how far they bring the readings', () => {
    const now = { a: [2, 2] } as const
    const found = raising(now, [
      ['little', { a: [1, 1.9] }],
      ['most', { a: [0, 1.95] }],
      ['some', { a: [1, 1.2] }],
      ['none', { a: [2, 0.5] }],
    ])
    expect(idsOf(found)).toEqual(['most', 'some', 'little', 'none'])
  })

  it('of what holds down begins with what holds most', () => {
    const found = holding({ a: [0, 1] }, [
      ['little', { a: [1, 1.1] }],
      ['most', { a: [2, 1.05] }],
      ['some', { a: [1, 1.8] }],
    ])
    expect(idsOf(found)).toEqual(['most', 'some', 'little'])
  })

  it('of what adds the same is by kind and id', () => {
    const now = { a: [1, 1] } as const
    const same: Reads = { a: [0, 0] }
    const given: Without[] = [
      ['c', same, 'partner'],
      ['a', same, 'partner'],
      // A billionth apart is the same.
      ['b', { a: [0, 1e-10] }, 'partner'],
      ['z', same, 'initiative'],
    ]
    expect(idsOf(raising(now, given))).toEqual(['z', 'a', 'b', 'c'])
    expect(idsOf(raising(now, given.toReversed()))).toEqual(['z', 'a', 'b', 'c'])
    const down = (facts: readonly Without[]) =>
      idsOf(
        holding(
          { a: [0, 0] },
          facts.map(([id, , kind]) => [id, { a: [1, 1] }, kind]),
        ),
      )
    expect(down(given.slice(1))).toEqual(['z', 'a', 'b'])
    expect(down(given.slice(1).toReversed())).toEqual(['z', 'a', 'b'])
  })

  it('of what adds the same begins with the heaviest, both ways', () => {
    const weights = { b: 0.5, c: 0.7 }
    const given = (reads: Reads) => ['a', 'b', 'c'].map((id): Without => [id, reads])
    expect(idsOf(raising({ a: [1, 1] }, given({ a: [0, 0] }), sum, undefined, weights))).toEqual(['c', 'b', 'a'])
    expect(idsOf(holding({ a: [0, 0] }, given({ a: [1, 1] }), sum, undefined, weights))).toEqual(['c', 'b', 'a'])
    const first: Without = ['a', { a: [0, 0.5] }]
    expect(idsOf(raising({ a: [1, 1] }, [...given({ a: [0, 0.6] }).slice(1), first], sum, undefined, weights))).toEqual(
      ['a', 'c', 'b'],
    )
  })

  it('names a thing that counts twice once, by the stronger', () => {
    const found = raising({ a: [2, 2] }, [
      ['x', { a: [1, 1] }, 'initiative'],
      ['x', { a: [0, 0] }, 'end'],
      ['y', { a: [1, 1] }, 'initiative'],
    ])
    expect(found.map(({ kind, id, effect }) => [kind, id, effect])).toEqual([
      ['end', 'x', 2],
      ['initiative', 'y', 1],
    ])
  })

  it('lets no end hold a flag down', () => {
    const without: Reads = { a: [1, 1] }
    expect(
      idsOf(
        holding({ a: [0, 0] }, [
          ['x', without, 'end'],
          ['y', without, 'initiative'],
        ]),
      ),
    ).toEqual(['y'])
  })

  it('ends after five that raise and three that hold', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f']
    const found = drivers({ r: [1, 1] }, [
      ...six.map((id): Without => [id, { r: [0, 0] }]),
      ...six.map((id): Without => [`-${id}`, { r: [2, 2] }]),
    ])
    expect(idsOf(found.raising)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(idsOf(found.holding)).toEqual(['-a', '-b', '-c'])
    expect(found).toMatchObject({ tried: 12, of: 40 })
  })
})
