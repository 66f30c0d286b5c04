import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runModule } from '../bench/run-module.ts'
import { type Part, parts } from './parts.ts'

const root = path.resolve(import.meta.dirname, '../..')
const ENGINE = 'packages/domain/src/risks'
const LEAST_SCORE = 85

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>
}

/**
 * `pnpm bench mutation [part[/file]]`: changes the engine a little, again and again, and asks whether its tests notice; part by part, for
 * it takes long. What the last run of a part told is asked again only where the engine or its tests are other than then; take
 * .cache/mutation away to ask everything. Reports are there, too.
 */
export async function mutation(asked: string): Promise<boolean> {
  const [askedPart, askedFile] = asked.split('/')
  const names = Object.keys(parts).filter((name) => asked === 'full' || name === askedPart)
  if (names.length === 0) throw new Error(`There is no part ${askedPart}: say ${Object.keys(parts).join(', ')}`)
  let isMet = true
  for (const name of names) isMet = (await judge(name, parts[name] as Part, askedFile)) && isMet
  return isMet
}

async function judge(name: string, { of, only, tests, runs }: Part, file: string | undefined): Promise<boolean> {
  const files = readdirSync(path.join(root, ENGINE, of)).filter(
    (one) => only.test(one) && !one.endsWith('.test.ts') && (file === undefined || one === `${file}.ts`),
  )
  const called = file === undefined ? name : `${name}-${file}`
  const report = `.cache/mutation/${called}.json`
  const config = path.join(root, `.cache/mutation/${called}.config.json`)
  mkdirSync(path.join(root, '.cache/mutation'), { recursive: true })
  const settings = JSON.parse(readFileSync(path.join(root, 'tools/mutation/stryker.config.json'), 'utf8')) as object
  const own = {
    mutate: files.map((one) => path.posix.join(ENGINE, of, one)),
    tempDirName: `.cache/mutation/${called}`,
    jsonReporter: { fileName: report },
  }
  writeFileSync(config, JSON.stringify({ ...settings, ...own }))
  await runModule('node_modules/@stryker-mutator/core/bin/stryker.js', ['run', config], {
    COMMONWEAL_MUTATION_TESTS: tests.join(','),
    COMMONWEAL_PROPERTY_RUNS: String(runs),
  })
  const { noticed, timeouts, judged, ignored } = countsOf(
    JSON.parse(readFileSync(path.join(root, report), 'utf8')) as Report,
  )
  const share = judged === 0 ? 0 : (100 * noticed) / judged
  console.log(
    `${share >= LEAST_SCORE ? 'met   ' : 'MISSED'}  ${called}: ${noticed} of ${judged} mutants are noticed, ${share.toFixed(1)} %, at least ` +
      `${LEAST_SCORE} %; ${timeouts} of them by running out of time; ${ignored} beside these not tried`,
  )
  return share >= LEAST_SCORE
}

function countsOf({ files }: Report) {
  const statuses = Object.values(files).flatMap((file) => file.mutants.map((mutant) => mutant.status))
  const count = (...names: string[]) => statuses.filter((status) => names.includes(status)).length
  return {
    noticed: count('Killed', 'Timeout'),
    timeouts: count('Timeout'),
    judged: count('Killed', 'Timeout', 'Survived', 'NoCoverage'),
    ignored: count('Ignored', 'CompileError', 'RuntimeError'),
  }
}
