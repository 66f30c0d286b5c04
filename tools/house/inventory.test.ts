import { expect, test } from 'vitest'
import { documentsOn, permissionRows, takeInventory } from './inventory.ts'
import { mapPage } from './map-page.ts'

const nouns = await takeInventory()

test('a noun is found in its four homes, with its routes, tables and permissions', () => {
  const partners = nouns.find(({ name }) => name === 'partners')
  expect(partners?.files['packages/contracts/src']).toEqual(['packages/contracts/src/partners.ts'])
  expect(partners?.files['apps/api/src']).toContain('apps/api/src/partners/partners.table.ts')
  expect(partners?.routes.map(({ operation }) => operation)).toContain('addPartner')
  expect(partners?.tables).toContain('organisations')
  expect(partners?.permissions).toContain('partners:read')
})

test('what all nouns stand on is no noun', () => {
  expect(nouns.map(({ name }) => name)).not.toEqual(
    expect.arrayContaining(['ui', 'http', 'database', 'route', 'problems']),
  )
})

test('a permission row has one cell for each role', () => {
  expect(permissionRows()).toContainEqual({ permission: 'partners:add', cells: ['', '', 'always', 'always'] })
})

test('the map names every route once', () => {
  const page = mapPage(nouns)
  for (const { operation } of nouns.flatMap(({ routes }) => routes))
    expect(page.split(`| ${operation} |`)).toHaveLength(2)
})

test('documents are found by the plural and by the singular', () => {
  expect(documentsOn('partners').map(({ file }) => file)).toContain('docs/words.md')
})
