// Test layers. Run one of them, or one file, from the root of the repository:
//
//   node_modules/.bin/vitest run -c tools/vitest.config.ts --project api
//   node_modules/.bin/vitest run -c tools/vitest.config.ts --project unit packages/domain/src/risks
//
// unit  packages/*/src, packages/*/test, tools, apps/api/demo: no database
// api   apps/api/src and apps/api/test: one PostgreSQL cluster for the run, one database for each test file:
//         import { createTestDatabase } from '../../../tools/testing/test-database.ts'
//         const database = await createTestDatabase()      // { databaseUrl, drop() }, migrated, empty
//         afterAll(() => database.drop())
//       The template is made once by `migrate(databaseUrl)` of apps/api/src/database/migrate.ts. For the types, the
//       tsconfig of apps/api needs { "path": "../../tools/testing" } in its references and
//       "rewriteRelativeImportExtensions": false (nothing is emitted here, and it forbids imports across projects).
// web   apps/web/src in jsdom; apps/web/test/setup.ts runs before each file when it exists
// e2e   e2e: the product as `start` runs it, in a browser:
//         import '../tools/testing/provided.ts'            // types of what is provided
//         inject('baseUrl'), inject('browserPath'), inject('browserArgs'), inject('signIns')
//         chromium.launch({ executablePath: inject('browserPath'), args: inject('browserArgs') })
//       e2e/tsconfig.json needs the same reference and setting as apps/api, seen from there: "../tools/testing".
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')
const webSetup = path.join(root, 'apps/web/test/setup.ts')

export default defineConfig({
  root,
  test: {
    pool: 'forks',
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        test: {
          name: 'unit',
          root,
          include: ['packages/*/{src,test}/**/*.test.ts', 'tools/**/*.test.ts', 'apps/api/demo/**/*.test.ts'],
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'api',
          root,
          include: ['apps/api/{src,test}/**/*.test.ts'],
          globalSetup: ['tools/testing/database-setup.ts'],
          // Each file has its own database; loading the whole app again for each would double the time.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'web',
          root: path.join(root, 'apps/web'),
          include: ['{src,test}/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: existsSync(webSetup) ? [webSetup] : [],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          root,
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['tools/testing/product-setup.ts'],
          // One browser and one server share two cores: files one after another.
          fileParallelism: false,
          maxConcurrency: 2,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
})
