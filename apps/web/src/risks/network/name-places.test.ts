import { expect, test } from 'vitest'
import { namePlaces } from './name-places.ts'

const places = () => namePlaces(() => ({ width: 400, height: 200 }))

test('a name stands after its partner, or before it where the picture ends', () => {
  const { take } = places()
  expect(take({ x: 100, y: 50, away: 10 }, 80, 16, false)).toEqual({ x: 110, y: 50 })
  expect(take({ x: 390, y: 50, away: 10 }, 80, 16, false)).toEqual({ x: 300, y: 50 })
})

test('a name never lies on another: it moves below or above, or is left out', () => {
  const { take } = places()
  const point = { x: 200, y: 100, away: 10 }
  expect(take(point, 80, 16, false)).toEqual({ x: 210, y: 100 })
  expect(take(point, 80, 16, false)).toEqual({ x: 110, y: 100 })
  expect(take(point, 80, 16, false)).toEqual({ x: 160, y: 118 })
  expect(take(point, 80, 16, false)).toEqual({ x: 160, y: 82 })
  expect(take(point, 80, 16, false)).toBeNull()
  expect(take(point, 80, 16, true)).toEqual({ x: 210, y: 100 })
})

test('a picture begins with nothing written', () => {
  const { take, begin } = places()
  take({ x: 100, y: 50, away: 10 }, 80, 16, false)
  begin(() => [])
  expect(take({ x: 100, y: 50, away: 10 }, 80, 16, false)).toEqual({ x: 110, y: 50 })
})

test('no name lies on a partner', () => {
  const { take, begin } = places()
  begin(() => [
    { x: 100, y: 50, away: 8 },
    { x: 150, y: 50, away: 8 },
  ])
  expect(take({ x: 100, y: 50, away: 12 }, 80, 16, false)).toEqual({ x: 8, y: 50 })
})
