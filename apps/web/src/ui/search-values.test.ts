import { expect, test } from 'vitest'
import { daysIn, idsIn } from './search-values.ts'

test('an address is asked for days and ids; what is neither is left out', () => {
  const id = '01900000-0000-7000-8000-0000000000c1'
  const raw = { from: '2026-05-01', to: '2026-13-01', organisationId: id, initiativeId: 'drop table', other: id }
  expect(daysIn(raw, ['from', 'to'])).toEqual({ from: '2026-05-01' })
  expect(idsIn(raw, ['organisationId', 'initiativeId'])).toEqual({ organisationId: id })
  expect(daysIn({ from: '0026-05-01', to: ['2026-05-01'] }, ['from', 'to'])).toEqual({})
})
