import { expect, test } from 'vitest'
import { mergeThreeWay } from './three-way.ts'

test('what I typed stays, what only the other changed is taken over, what both changed is asked', () => {
  const base = { name: 'Library', website: '', brings: 'rooms', seeks: 'readers' }
  const mine = { name: 'City Library', website: '', brings: 'rooms', seeks: 'young readers' }
  const theirs = { name: 'Town Library', website: 'https://library.example', brings: 'rooms', seeks: 'young readers' }
  expect(mergeThreeWay(base, mine, theirs)).toEqual({
    values: { name: 'City Library', website: 'https://library.example', brings: 'rooms', seeks: 'young readers' },
    adopted: ['website'],
    conflicts: ['name'],
  })
})
