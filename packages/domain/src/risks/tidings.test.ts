import { describe, expect, it } from 'vitest'
import { readTidings, tidingOf, writeTidings } from './tidings.ts'

describe('tidingOf', () => {
  it.each([
    ['none', 'watch', 'open', 'raised'],
    ['watch', 'critical', 'open', 'raised'],
    ['critical', 'warning', 'acknowledged', 'lowered'],
    ['watch', 'none', 'clear', 'cleared'],
    ['watch', 'watch', 'open', 'waiting'],
    ['watch', 'watch', 'accepted', null],
    ['none', 'none', 'clear', null],
    [null, 'watch', 'open', 'raised'],
    [null, 'none', 'clear', null],
  ] as const)('from %s to %s, %s: %s', (before, level, state, kind) => {
    expect(tidingOf('funding', before, level, state)?.kind ?? null).toBe(kind)
  })
})

it('what is written is read again, and nonsense is left out', () => {
  const tidings = [
    { flag: 'stagnation', kind: 'raised', level: 'watch' },
    { flag: 'funding', kind: 'cleared', level: 'none' },
  ] as const
  const line = writeTidings(tidings)
  expect(line).toBe('stagnation:raised:watch funding:cleared:none')
  expect(readTidings(`${line} weather:raised:watch funding:risen:watch x`, ['stagnation', 'funding'])).toEqual(tidings)
})
