import { describe, expect, it } from 'vitest'
import { copiedLists, count, counters, numbered } from './numbered.ts'

describe('numbers of names', () => {
  it('count from 0 in the order of appearance and stay', () => {
    const names = numbered()
    expect(['b', 'a', 'b', 'c'].map(names.numberOf)).toEqual([0, 1, 0, 2])
    expect([names.size(), names.nameOf(1), names.known('c'), names.known('d')]).toEqual([3, 'a', 2, undefined])
  })
})

describe('counters', () => {
  it('of a list grow with it', () => {
    const list: number[] = []
    expect([count(list, 2, 5), count(list, 2, -1), count(list, 0, 1)]).toEqual([5, 4, 1])
    expect(list).toEqual([1, 0, 4])
  })

  it('side by side are apart, for numbers near and far', () => {
    const both = counters(2)
    for (const number of [0, 1, 63, 64, 200, 100_000]) {
      expect(both.at(number, 1)).toBe(0)
      expect([both.add(number, 0, 3), both.add(number, 1, 1), both.add(number, 0, -1)]).toEqual([3, 1, 2])
    }
    expect([0, 1, 63, 64, 200, 100_000].map((number) => [both.at(number, 0), both.at(number, 1)])).toEqual(
      Array.from({ length: 6 }, () => [2, 1]),
    )
    expect(both.at(65, 0)).toBe(0)
  })

  it('have copies that go their own way', () => {
    const ones = counters(1)
    ones.add(7, 0, 1)
    const copy = ones.copy()
    copy.add(7, 0, 1)
    ones.add(8, 0, 1)
    expect([ones.at(7, 0), copy.at(7, 0), copy.at(8, 0)]).toEqual([1, 2, 0])
  })
})

describe('copied lists', () => {
  it('grow apart', () => {
    const lists = new Map([[24_290, [1, 2]]])
    const copy = copiedLists(lists)
    copy.get(24_290)?.push(3)
    copy.set(24_291, [4])
    expect([...lists]).toEqual([[24_290, [1, 2]]])
    expect(copy.get(24_290)).toEqual([1, 2, 3])
  })
})
