// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { lighterLibraries, withOneStroke } from '../build/lighter-libraries.ts'

const icons = path.resolve(import.meta.dirname, '../node_modules/@tabler/icons-react/dist/esm/icons')
const codeOf = (nodes: string) => `const __iconNode = [${nodes}];\nexport default __iconNode;`

describe('a sign', () => {
  test('of several strokes is one stroke, each of which begins where it did', () => {
    const drawn = withOneStroke(
      codeOf(
        '["path", { "d": "M5 21v-7", "key": "svg-0" }], ["path", { "d": "m1 2l3 4", "key": "svg-1" }], ' +
          '["path", { "d": "m-1.5-2 3 4", "key": "svg-2" }]',
      ),
    )
    expect(drawn).toContain('["path", { "d": "M5 21v-7M1 2l3 4M-1.5 -2l3 4", "key": "svg-0" }]')
  })

  test('of anything else stays as it is', () => {
    for (const nodes of [
      '["path", { "d": "M5 21v-7", "key": "svg-0" }]',
      '["path", { "d": "M5 21v-7", "key": "svg-0" }], ["circle", { "cx": "1", "key": "svg-1" }]',
      '["path", { "d": "M5 21v-7", "key": "svg-0" }], ["path", { "d": "M1 1", "fill": "red", "key": "svg-1" }]',
    ])
      expect(withOneStroke(codeOf(nodes))).toBe(codeOf(nodes))
  })

  test('of the library in use is written as expected', () => {
    const codes = readdirSync(icons)
      .filter((name) => /^Icon(Seedling|FlagCheck|Users|Coins)\.mjs$/.test(name))
      .map((name) => readFileSync(path.join(icons, name), 'utf8'))
    expect(codes).toHaveLength(4)
    for (const code of codes) expect(withOneStroke(code).match(/"path"/g)).toHaveLength(1)
  })
})

test('the variables of Mantine are where they are left out', () => {
  const core = path.resolve(import.meta.dirname, '../node_modules/@mantine/core/esm/core/MantineProvider')
  const file = path.join(core, 'MantineCssVariables/MantineCssVariables.mjs')
  expect(readFileSync(file, 'utf8')).toMatch(/export \{ MantineCssVariables \}/)
  const { load } = lighterLibraries() as { load: (id: string) => string | undefined }
  expect(load(file)).toContain('export function MantineCssVariables')
})

test('the identifiers of Mantine are where they are replaced', () => {
  const hooks = path.resolve(import.meta.dirname, '../node_modules/@mantine/hooks')
  const file = path.join(hooks, 'esm/use-id/use-id.mjs')
  expect(readFileSync(file, 'utf8')).toContain('setUuid(randomId())')
  const { load } = lighterLibraries() as { load: (id: string) => string | undefined }
  expect(load(file)).toContain('export function useId')
  expect(load(path.join(hooks, 'esm/use-uuid.mjs'))).toBeUndefined()
})
