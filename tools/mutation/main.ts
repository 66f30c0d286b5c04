import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runModule } from '../bench/run-module.ts'

const root = path.resolve(import.meta.dirname, '../..')
const ENGINE = 'packages/domain/src/risks'
const LEAST_SCORE = 85

/** The tests that judge a folder: those that read it, and quick enough to be asked a thousand times. */
const READ_THE_FLAGS = [
  'packages/domain/test/golden.test.ts',
  'packages/domain/test/worked-examples.test.ts',
  'packages/domain/test/revised-months.test.ts',
  'packages/domain/test/reading-properties.test.ts',
  'packages/domain/src/risks/timeline.test.ts',
  'packages/domain/src/risks/flag-level.test.ts',
  'packages/domain/src/risks/flag-memory.test.ts',
]
const READ_STATISTICS = [
  'packages/domain/test/worked-examples.test.ts',
  'packages/domain/test/oracles.test.ts',
  'packages/domain/test/statistics-properties.test.ts',
  'packages/domain/test/statistics-edges.test.ts',
]
const parts = {
  flags: { of: '.', only: /^(flag-.*|revised-months)\.ts$/, tests: READ_THE_FLAGS, runs: 4 },
  statistics: { of: 'statistics', only: /\.ts$/, tests: READ_STATISTICS, runs: 20 },
  funding: { of: 'funding', only: /\.ts$/, tests: READ_THE_FLAGS, runs: 4 },
  stagnation: { of: 'stagnation', only: /\.ts$/, tests: READ_THE_FLAGS, runs: 4 },
} as const

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>
}

/**
 * `pnpm bench mutation [flags|statistics|funding|stagnation]`: changes the engine a little, again and again, and asks whether its
 * tests notice; part by part, for it takes long. Reports are in .cache/mutation.
 */
export async function mutation(asked: string): Promise<boolean> {
  const names = Object.keys(parts) as (keyof typeof parts)[]
  let isMet = true
  for (const name of names.filter((one) => asked === 'full' || one === asked)) {
    const { of, only, tests, runs } = parts[name]
    const files = readdirSync(path.join(root, ENGINE, of)).filter(
      (file) => only.test(file) && !file.endsWith('.test.ts'),
    )
    const report = `.cache/mutation/${name}.json`
    mkdirSync(path.join(root, '.cache/mutation'), { recursive: true })
    const settings = JSON.parse(readFileSync(path.join(root, 'tools/mutation/stryker.config.json'), 'utf8')) as object
    const config = path.join(root, `.cache/mutation/${name}.config.json`)
    writeFileSync(
      config,
      JSON.stringify({
        ...settings,
        mutate: files.map((file) => path.posix.join(ENGINE, of, file)),
        tempDirName: `.cache/mutation/${name}`,
        jsonReporter: { fileName: report },
      }),
    )
    await runModule('node_modules/@stryker-mutator/core/bin/stryker.js', ['run', config], {
      COMMONWEAL_MUTATION_TESTS: tests.join(','),
      COMMONWEAL_PROPERTY_RUNS: String(runs),
    })
    const score = scoreOf(JSON.parse(readFileSync(path.join(root, report), 'utf8')) as Report)
    console.log(
      `${score >= LEAST_SCORE ? 'met   ' : 'MISSED'}  ${name}: ${score.toFixed(1)} % of the mutants are noticed, at least ${LEAST_SCORE} %`,
    )
    isMet &&= score >= LEAST_SCORE
  }
  return isMet
}

function scoreOf({ files }: Report): number {
  const statuses = Object.values(files).flatMap((file) => file.mutants.map((mutant) => mutant.status))
  const noticed = statuses.filter((status) => status === 'Killed' || status === 'Timeout').length
  const judged = statuses.filter(
    (status) => status !== 'Ignored' && status !== 'CompileError' && status !== 'RuntimeError',
  )
  return judged.length === 0 ? 0 : (100 * noticed) / judged.length
}
