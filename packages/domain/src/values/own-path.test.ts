import { expect, test } from 'vitest'
import { isOwnPath, ownPathMost } from './own-path.ts'

test.for([
  '/',
  '/c/lindenmark/partners?state=active&q=b%26b#row-3',
  "/c/lindenmark/bookings/week/2026-W22?space=1,2&name=O'Brien",
  '/%2F%2Felsewhere.example',
])('leads to %s', (path) => {
  expect(isOwnPath(path)).toBe(true)
})

test.for([
  '',
  'c/lindenmark',
  'https://elsewhere.example/',
  'javascript:alert(1)',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/c\\lindenmark',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '/c/lindenmark\n',
  '/a b',
  '/ä',
  '/<b>',
  '/"',
  null,
  undefined,
  7,
])('does not lead to %j', (path) => {
  expect(isOwnPath(path)).toBe(false)
})

test('leads to no address that is endless', () => {
  expect(isOwnPath('/'.padEnd(ownPathMost, 'x'))).toBe(true)
  expect(isOwnPath('/'.padEnd(ownPathMost + 1, 'x'))).toBe(false)
})
