// @vitest-environment node
import { namespaces } from '@commonweal/words/namespaces'
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const source = path.resolve(import.meta.dirname, '../src')
const says = new RegExp(`t\\(\\s*['\`](${namespaces.join('|')}):`, 'g')

/** Files a file brings with it, itself among them. */
function broughtBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen
  seen.add(file)
  for (const [, typeOnly, to] of readFileSync(file, 'utf8').matchAll(/import (type )?[^'"]*['"](\.[^'"]+)['"]/g)) {
    if (!typeOnly && to) broughtBy(path.resolve(path.dirname(file), to), seen)
  }
  return seen
}

test('a file that says words of a noun brings them', () => {
  const missing = globSync('**/*.{ts,tsx}', { cwd: source })
    .filter((name) => !name.includes('.test.') && !name.endsWith('.gen.ts'))
    .flatMap((name) => {
      const file = path.join(source, name)
      const said = new Set([...readFileSync(file, 'utf8').matchAll(says)].map(([, namespace]) => namespace))
      if (said.size === 0) return []
      const brought = new Set(
        [...broughtBy(file)]
          .filter((each) => path.dirname(each).endsWith('words/of'))
          .map((each) => path.basename(each, '.ts')),
      )
      return [...said]
        .filter((namespace) => namespace && !brought.has(namespace))
        .map((namespace) => `${name}: ${namespace}`)
    })
  expect(missing).toEqual([])
})
