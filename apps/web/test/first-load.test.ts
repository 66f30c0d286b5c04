// @vitest-environment node
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { beforeAll, describe, expect, test, vi } from 'vitest'

const limitKb = 200
const web = path.resolve(import.meta.dirname, '..')
/** Pages a person meets first, each with the layouts around it. */
const firstPages = [
  ['sign-in.tsx'],
  ['_in.tsx', '_in/index.tsx'],
  ['_in.tsx', '_in/c/$slug/route.tsx', '_in/c/$slug/partners/index.tsx'],
]

let chunks: Rolldown.OutputChunk[] = []
let assets: Rolldown.OutputAsset[] = []

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const built = await build({ root: web, logLevel: 'error', build: { write: false } })
  const { output } = built as Rolldown.RolldownOutput
  chunks = output.filter((one) => one.type === 'chunk')
  assets = output.filter((one) => one.type === 'asset')
}, 120_000)

describe('the first load', () => {
  test.each(firstPages.map((files) => ({ page: files.at(-1), files })))(
    `of $page stays within ${limitKb} kB of JavaScript`,
    ({ page, files }) => {
      const entry = chunks.filter(({ isEntry }) => isEntry)
      const pages = chunks.filter(({ facadeModuleId }) =>
        files.some((file) => facadeModuleId?.includes(`/src/pages/${file}`)),
      )
      const sizes = [...closureOf([...entry, ...pages])].map(({ code }) => gzipSync(code).byteLength)
      const kb = sizes.reduce((sum, size) => sum + size, 0) / 1000
      expect(kb, page).toBeLessThanOrEqual(limitKb)
    },
  )
})

test('the page holds no inline script and no inline style: its policy allows neither', () => {
  const html = String(assets.find(({ fileName }) => fileName === 'index.html')?.source)
  expect(html).toContain('<script')
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/)
})

/** The chunks and everything they import at once. */
function closureOf(start: readonly Rolldown.OutputChunk[]): Set<Rolldown.OutputChunk> {
  const reached = new Set<Rolldown.OutputChunk>()
  const visit = (chunk: Rolldown.OutputChunk) => {
    if (reached.has(chunk)) return
    reached.add(chunk)
    for (const name of chunk.imports) for (const next of chunks.filter(({ fileName }) => fileName === name)) visit(next)
  }
  start.forEach(visit)
  return reached
}
