import { describe, expect, it } from 'vitest'
import { firstDayNumber } from '../../values/month.ts'
import { crewKey, crewKeyParts, crews } from './crews.ts'
import { presence } from './presence.ts'
import { runningTies } from './running-ties.ts'
import { levelOf, share, unread, worst } from './signal.ts'
import { slidingSums } from './sliding-sums.ts'

const middleOf = (month: number) => firstDayNumber(month) + 14

describe('sums over the last months', () => {
  it('take in the month that closes and let go of the one before the window', () => {
    const sums = slidingSums(3)
    sums.add('b', 5)
    sums.add('b', 2)
    sums.add('a', 1)
    expect([sums.of('b'), sums.has('b')]).toEqual([0, false])
    sums.slideTo(10)
    expect(sums.entries()).toEqual([
      ['a', 1],
      ['b', 7],
    ])
    sums.add('b', -7)
    sums.slideTo(11)
    expect([sums.of('b'), sums.has('b'), sums.of('a')]).toEqual([0, true, 1])
    sums.slideTo(12)
    expect(sums.entries()).toHaveLength(2)
    sums.slideTo(13)
    expect(sums.entries()).toEqual([['b', -7]])
    sums.slideTo(14)
    expect([sums.entries(), sums.of('b'), sums.has('b')]).toEqual([[], 0, false])
  })

  it('of an earlier window see what lies before the later one', () => {
    const before = slidingSums(2, 2)
    before.add('a', 4)
    const seen = [10, 11, 12, 13, 14].map((month) => {
      before.slideTo(month)
      return before.of('a')
    })
    expect(seen).toEqual([0, 0, 4, 4, 0])
  })
})

describe('who was there in the last months', () => {
  it('is there from a touch to the end of the window, whoever touches twice the longer', () => {
    const told: string[] = []
    const there = presence(3, (key, isIn) => told.push(`${key} ${isIn}`))
    there.touch('a', 9)
    there.touch('b', 9)
    there.touch('b', 10)
    const seen = [10, 11, 12, 13, 14].map((month) => {
      there.slideTo(month)
      return there.keys().join('')
    })
    expect(seen).toEqual(['ab', 'ab', 'ab', 'b', ''])
    expect(told).toEqual(['a true', 'b true', 'a false', 'b false'])
    expect([there.has('a'), there.size()]).toEqual([false, 0])
  })

  it('is there while it goes on and for the window after, twice begun until twice ended', () => {
    const there = presence(2)
    there.begin('a')
    there.begin('a')
    for (let month = 1; month <= 9; month += 1) there.slideTo(month)
    expect(there.has('a')).toBe(true)
    there.end('a', 9)
    for (let month = 10; month <= 13; month += 1) there.slideTo(month)
    expect([there.has('a'), there.size()]).toEqual([true, 1])
    there.end('a', 13)
    there.slideTo(14)
    there.slideTo(15)
    expect(there.has('a')).toBe(true)
    there.slideTo(16)
    expect(there.has('a')).toBe(false)
  })

  it('stays where it begins again before it has left', () => {
    const there = presence(2)
    there.begin('a')
    there.end('a', 9)
    there.begin('a')
    for (let month = 10; month <= 20; month += 1) there.slideTo(month)
    expect(there.keys()).toEqual(['a'])
    there.end('a', 20)
    there.touch('a', 19)
    for (let month = 21; month <= 22; month += 1) there.slideTo(month)
    expect(there.has('a')).toBe(true)
    there.slideTo(23)
    expect(there.has('a')).toBe(false)
  })
})

describe('who is in an initiative', () => {
  it('has one key, whatever the two are called', () => {
    expect(crewKeyParts(crewKey('a b', '3 c'))).toEqual({ initiativeId: 'a b', name: '3 c' })
    expect(crewKeyParts(crewKey('', 'x'))).toEqual({ initiativeId: '', name: 'x' })
    expect(crewKey('ab', 'c')).not.toBe(crewKey('a', 'bc'))
  })

  it('works while the initiative runs', () => {
    const told: string[] = []
    const all = (names: ReadonlySet<string>) => [...names].sort().join('')
    const window = presence(2)
    const crew = crews(window, (id, before, after) => told.push(`${id} ${all(before)}>${all(after)}`))
    crew.join('i', 'a')
    crew.join('i', 'b')
    crew.join('i', 'a')
    crew.settle(1)
    crew.setRunning('i', true)
    crew.settle(2)
    crew.leave('i', 'a', middleOf(3))
    crew.settle(3)
    crew.leave('i', 'a', middleOf(4))
    crew.leave('i', 'b', middleOf(4))
    crew.settle(4)
    crew.settle(5)
    crew.join('i', 'c')
    crew.settle(6)
    crew.setRunning('i', false)
    crew.settle(7)
    expect(told).toEqual(['i >', 'i >ab', 'i ab>ab', 'i ab>', 'i >c', 'i c>'])
    expect([crew.membersInMonth('i'), crew.membersInMonth('j')]).toEqual([1, 0])
  })

  it('count who leaves in the month in which they leave, and who comes back once', () => {
    const crew = crews(presence(2))
    for (const name of ['a', 'b', 'c']) crew.join('i', name)
    crew.settle(0)
    crew.leave('i', 'a', middleOf(1))
    crew.leave('i', 'b', middleOf(1))
    crew.join('i', 'b')
    crew.leave('i', 'stranger', middleOf(1))
    crew.settle(1)
    expect(crew.membersInMonth('i')).toBe(3)
    crew.settle(2)
    expect(crew.membersInMonth('i')).toBe(2)
  })

  it('is in the window only where the initiative ran in the month of joining, or runs after it', () => {
    const seen = (begin: (crew: ReturnType<typeof crews>) => void) => {
      const window = presence(2)
      const crew = crews(window)
      begin(crew)
      crew.join('i', 'a')
      crew.settle(1)
      return [window.has(crewKey('i', 'a')), crew.membersInMonth('i')]
    }
    expect(seen(() => {})).toEqual([false, 1])
    expect(seen((crew) => crew.setRunning('i', false))).toEqual([false, 1])
    expect(seen((crew) => crew.start('i'))).toEqual([true, 1])
    expect(seen((crew) => crew.setRunning('i', true))).toEqual([true, 1])
    const ends = (crew: ReturnType<typeof crews>) => [true, false].forEach((is) => crew.setRunning('i', is))
    expect(seen(ends)).toEqual([true, 1])
    const ended = (crew: ReturnType<typeof crews>) => {
      ends(crew)
      crew.settle(0)
    }
    expect(seen(ended)).toEqual([false, 1])
  })

  it('was last there on the day before the first it is no longer', () => {
    // Who leaves with the first day of a month was in it on no day of that month; who leaves with the second was on one.
    const lastSeen = (on: number) => {
      const window = presence(2)
      const crew = crews(window)
      crew.join('i', 'a')
      crew.join('i', 'b')
      crew.setRunning('i', true)
      crew.settle(0)
      crew.leave('i', 'a', on)
      crew.settle(4)
      const members = crew.membersInMonth('i')
      const months = [5, 6, 7].filter((month) => {
        window.slideTo(month)
        return window.has(crewKey('i', 'a'))
      })
      return { members, months }
    }
    expect(lastSeen(firstDayNumber(4))).toEqual({ members: 1, months: [5] })
    expect(lastSeen(firstDayNumber(4) + 1)).toEqual({ members: 2, months: [5, 6] })
  })

  it('is in the window from joining to so many months after it last worked', () => {
    const window = presence(2)
    const crew = crews(window)
    crew.join('i', 'a')
    crew.setRunning('i', true)
    crew.settle(1)
    for (let month = 2; month <= 8; month += 1) window.slideTo(month)
    expect(window.has(crewKey('i', 'a'))).toBe(true)
    crew.setRunning('i', false)
    crew.settle(8)
    const seen = [9, 10, 11].map((month) => {
      window.slideTo(month)
      return window.size()
    })
    expect(seen).toEqual([1, 1, 0])
  })
})

describe('running ties', () => {
  const crew = (...names: string[]) => new Set(names)

  it('stand while an initiative of both runs, beside those of so many months ago', () => {
    const ties = runningTies(2, 3)
    ties.change('i', crew('b', 'a'))
    ties.change('j', crew('a', 'b', 'c'))
    expect([
      ties
        .edges()
        .map((one) => one.join(''))
        .sort(),
      ties.partners(),
    ]).toEqual([['ab', 'ac', 'bc'], 3])
    ties.slideTo(10)
    expect(ties.beside()).toEqual({ common: 0, either: 3 })
    ties.change('j', crew())
    expect(ties.edges()).toEqual([['a', 'b']])
    expect(ties.partners()).toBe(2)
    ties.slideTo(11)
    ties.slideTo(12)
    // Then: the three of two months ago; now: one of them.
    expect(ties.beside()).toEqual({ common: 1, either: 3 })
    ties.change('i', crew())
    expect(ties.beside()).toEqual({ common: 0, either: 3 })
    ties.slideTo(13)
    expect(ties.beside()).toEqual({ common: 0, either: 1 })
    ties.change('k', crew('a', 'b'))
    expect(ties.beside()).toEqual({ common: 1, either: 1 })
    // Two months before the 14th one of them stood, before the 15th none, before the 16th one again.
    const beside = [14, 15, 16].map((month) => {
      ties.slideTo(month)
      return ties.beside()
    })
    expect(beside.map(({ common, either }) => [common, either])).toEqual([
      [1, 1],
      [0, 1],
      [1, 1],
    ])
  })

  it('of a large initiative are none, its partners stand alone', () => {
    const ties = runningTies(2, 3)
    ties.change('fair', crew('a', 'b', 'c', 'd'))
    expect([ties.edges(), ties.partners(), ties.graph().size]).toEqual([[], 4, 4])
    const all = runningTies(2, null)
    all.change('fair', crew('a', 'b', 'c', 'd'))
    expect(all.edges()).toHaveLength(6)
    ties.change('fair', crew('a', 'b', 'c'))
    expect(ties.edges()).toHaveLength(3)
    expect(ties.graph().get('a')).toEqual(new Set(['b', 'c']))
  })

  it('count their changes and partners once for each initiative', () => {
    const ties = runningTies(2, 3)
    const before = ties.version()
    ties.change('i', crew('a'))
    ties.change('j', crew('a'))
    ties.change('i', crew())
    expect([ties.version() - before, ties.partners()]).toEqual([3, 1])
    ties.change('j', crew())
    expect(ties.partners()).toBe(0)
  })
})

describe('a signal', () => {
  it('is the worst of what can be read', () => {
    expect([worst({ a: 1, b: null, c: 3, d: 2 }), worst({ a: 0 }), worst({ a: null }), worst({})]).toEqual([
      3,
      0,
      null,
      null,
    ])
  })

  it('reaches the highest line there is', () => {
    const reached = (value: number) => levelOf([1, null, 5], (line) => value >= line)
    expect([0, 1, 4, 5].map(reached)).toEqual([0, 1, 1, 3])
    expect(levelOf([1, 2], (line) => 9 >= line)).toBe(2)
  })

  it('has no share of nothing', () => {
    expect([share(1, 4), share(0, 4), share(0, 0)]).toEqual([0.25, 0, null])
    expect(unread('too-few', 3, { a: 1 })).toEqual({
      score: null,
      reason: 'too-few',
      value: null,
      interval: null,
      n: 3,
      parts: {},
      contributors: {},
      reported: { a: 1 },
      persons: null,
    })
    expect(unread('too-few')).toMatchObject({ n: 0, reported: {} })
  })
})
