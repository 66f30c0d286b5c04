// The tests that judge a mutant of the risk engine. COMMONWEAL_MUTATION_TESTS names them, so that each folder is judged by what reads it.
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '../..')
const everything = 'packages/domain/src/risks/**/*.test.ts,packages/domain/test/**/*.test.ts'

export default defineConfig({
  root,
  test: {
    name: 'mutation',
    include: (process.env['COMMONWEAL_MUTATION_TESTS'] ?? everything).split(','),
    isolate: false,
    testTimeout: 60_000,
    env: { COMMONWEAL_PROPERTY_RUNS: process.env['COMMONWEAL_PROPERTY_RUNS'] ?? '5' },
  },
})
