import { expect, test } from 'vitest'
import { daysIn, idsIn, monthsIn } from './search-values.ts'

test('an address is asked for days, months and ids; what is none of them is left out', () => {
  const id = '01900000-0000-7000-8000-0000000000c1'
  const raw = { from: '2026-05-01', to: '2026-13-01', organisationId: id, initiativeId: 'drop table', other: id }
  expect(daysIn(raw, ['from', 'to'])).toEqual({ from: '2026-05-01' })
  expect(idsIn(raw, ['organisationId', 'initiativeId'])).toEqual({ organisationId: id })
  expect(monthsIn({ from: '2026-05', to: '2026-13', on: '2026-05-01' }, ['from', 'to', 'on'])).toEqual({
    from: '2026-05',
  })
  expect(daysIn({ from: '0026-05-01', to: ['2026-05-01'] }, ['from', 'to'])).toEqual({})
})
