// The tests that judge a mutant of the risk engine: the unit layer of the domain, without what does not read the engine.
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '../..')

export default defineConfig({
  root,
  test: {
    name: 'mutation',
    include: ['packages/domain/src/risks/**/*.test.ts', 'packages/domain/test/**/*.test.ts'],
    isolate: false,
    testTimeout: 60_000,
    env: { COMMONWEAL_PROPERTY_RUNS: '12' },
  },
})
