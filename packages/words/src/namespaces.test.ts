import { expect, test } from 'vitest'
import { english } from './english.ts'
import { namespaces } from './namespaces.ts'

test('the names of the parts are those of the catalogue', () => {
  expect([...namespaces].toSorted()).toEqual(Object.keys(english).toSorted())
})
