import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const NOT_OURS = ['**/node_modules/**', '**/dist/**', '**/.cache/**', '**/.data/**']

interface Project {
  readonly folder: string
  readonly files?: readonly string[]
  readonly include?: readonly string[]
  readonly exclude?: readonly string[]
  readonly references?: readonly { readonly path: string }[]
}

/** The projects that `tsc -b` checks where it is asked for these. */
function projectsOf(asked: readonly string[]): Project[] {
  const seen = new Set(asked.map((one) => path.join(root, one)))
  return [...walk()]

  function* walk(): Generator<Project> {
    for (const place of seen) {
      const file = existsSync(place) && statSync(place).isDirectory() ? path.join(place, 'tsconfig.json') : place
      const project = { ...(JSON.parse(readFileSync(file, 'utf8')) as object), folder: path.dirname(file) } as Project
      for (const one of project.references ?? []) seen.add(path.resolve(project.folder, one.path))
      yield project
    }
  }
}

function checks({ folder, files, include = [], exclude = [] }: Project, source: string): boolean {
  const place = path.relative(folder, path.join(root, source))
  const isIn = (pattern: string) =>
    pattern === '.' || place === pattern || place.startsWith(`${pattern}/`) || path.matchesGlob(place, pattern)
  if (place.startsWith('..')) return false
  return (files ?? []).includes(place) || (include.some(isIn) && !exclude.some(isIn))
}

it('every source is in a project that the check of types asks', () => {
  const projects = projectsOf(['tools', 'e2e'])
  const sources = globSync('{apps,packages,e2e,tools}/**/*.{ts,tsx,mjs,cjs}', { cwd: root, exclude: NOT_OURS })
  expect(sources.length).toBeGreaterThan(1000)
  expect(sources.filter((source) => !projects.some((one) => checks(one, source)))).toEqual([])
})
