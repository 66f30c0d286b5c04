/** What one check found. A static check counts as one test; a layer of tests brings its own numbers. */
export interface Outcome {
  passed: number
  failed: number
  /** Why it failed, in words; the log has the details. */
  problems: string[]
}

export interface Check {
  name: string
  /** Program of node_modules/.bin, or a script of ours that Node runs, with its arguments. */
  command: string[]
  /** What to do when it fails. */
  advice: string
}

/** A layer of tests: a project of tools/vitest.config.ts. */
export interface Layer {
  name: string
  /** Folders without which the layer makes no sense, for the sentence when it finds no test. */
  lives: string
}

export const staticChecks: Check[] = [
  {
    name: 'types',
    command: ['tsc', '-b', 'tools', 'e2e'],
    advice: 'npx -y pnpm@12.21.0 exec tsc -b tools e2e',
  },
  {
    name: 'lint',
    command: ['oxlint', '--type-aware', '--deny-warnings'],
    advice: 'npx -y pnpm@12.21.0 exec oxlint --type-aware --fix repairs some of it',
  },
  { name: 'format', command: ['oxfmt', '--check', '.'], advice: 'npx -y pnpm@12.21.0 format repairs it' },
  { name: 'dead code', command: ['knip', '-c', 'tools/knip.json'], advice: 'remove what nobody uses, or use it' },
  {
    name: 'layers',
    command: ['depcruise', '-c', 'tools/dependency-rules.cjs', 'apps', 'packages', 'tools', 'e2e'],
    advice: 'each rule says why it is there: tools/dependency-rules.cjs',
  },
  { name: 'map', command: ['tools/map.ts', '--check'], advice: 'npx -y pnpm@12.21.0 map writes docs/map.md again' },
]

export const fastChecks = ['types', 'lint']

export const layers: Layer[] = [
  { name: 'unit', lives: 'packages, tools' },
  { name: 'api', lives: 'apps/api' },
  { name: 'web', lives: 'apps/web' },
  { name: 'e2e', lives: 'e2e' },
]

export const fastLayers = ['unit']
