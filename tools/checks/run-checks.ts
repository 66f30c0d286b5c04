import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { launchChain, watchChain } from '../launch-chain.ts'
import { progressOn, secondsSince, surviveClosedOutput } from '../progress.ts'
import { Refusal } from '../refusal.ts'
import { repository, withoutSettings } from '../settings.ts'
import { buildWebWhenStale } from '../web-build.ts'
import type { Check, Layer, Outcome } from './check.ts'
import { fastChecks, fastLayers, layers, staticChecks } from './check.ts'
import { readLayer } from './layer-report.ts'
import { startReaper } from './reaper.ts'
import { runStep } from './step-process.ts'

const logs = path.join(repository, '.cache/checks')
const tailLines = 80

/** Runs the checks, says how it goes, ends with one line `N passed, N failed`. Gives the exit status. */
export async function runChecks({ isFast }: { isFast: boolean }): Promise<number> {
  surviveClosedOutput()
  rmSync(logs, { recursive: true, force: true })
  mkdirSync(logs, { recursive: true })
  const temporary = mkdtempSync(path.join(tmpdir(), 'commonweal-run-'))
  // The database server of root's tests runs under another account and must be able to pass.
  chmodSync(temporary, 0o755)
  const reaper = startReaper(temporary)
  const progress = progressOn(process.stdout)
  const outcomes: Outcome[] = []

  const interrupt = (reason: string): void => {
    progress.say(`\n${reason} The checks are stopped.`)
    reaper.end()
    process.exit(1)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => interrupt(`${signal} received.`))
  watchChain(launchChain(), () => interrupt('The command that started this is gone.'))

  const environment = environmentOf(temporary)

  const record = (name: string, began: number, outcome: Outcome): void => {
    outcomes.push(outcome)
    const verdict = `${outcome.passed} passed${outcome.failed > 0 ? `, ${outcome.failed} FAILED` : ''}`
    progress.say(`${secondsSince(began).padStart(6)} s  ${name.padEnd(10)} ${verdict}`)
  }

  const runStatic = async ({ name, command, advice }: Check): Promise<void> => {
    const began = performance.now()
    const logFile = logOf(name)
    const status = await runStep({ command, logFile, environment, isTalking: false }, reaper)
    record(name, began, verdict(status === 0, `${name}: ${advice}\n${tailOf(logFile)}`))
  }

  const buildPages = async (): Promise<void> => {
    const began = performance.now()
    const problem = await buildWebWhenStale().then(
      () => '',
      (error: unknown) => (error instanceof Refusal ? error.message : String(error)),
    )
    record('pages', began, verdict(problem === '', problem))
  }

  const runLayer = async (layer: Layer): Promise<void> => {
    const began = performance.now()
    const [logFile, reportFile] = [logOf(layer.name), path.join(logs, `${layer.name}.json`)]
    const command = ['vitest', 'run', '-c', 'tools/vitest.config.ts', '--project', layer.name]
    const reporters = [
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
      '--reporter=tools/checks/file-reporter.ts',
    ]
    const status = await runStep({ command: [...command, ...reporters], logFile, environment, isTalking: true }, reaper)
    const outcome = readLayer(layer, reportFile, status)
    if (outcome.failed > 0) outcome.problems.push(tailOf(logFile))
    record(layer.name, began, outcome)
  }

  const began = performance.now()
  const chosen = isFast ? staticChecks.filter(({ name }) => fastChecks.includes(name)) : staticChecks
  const quiet = [...chosen.map((check) => () => runStatic(check)), ...(isFast ? [] : [buildPages])]
  await inTurns(quiet, 2)
  for (const layer of layers) if (!isFast || fastLayers.includes(layer.name)) await runLayer(layer)

  for (const problem of outcomes.flatMap(({ problems }) => problems)) progress.say(`\n${problem}`)
  const total = (count: 'passed' | 'failed'): number => outcomes.reduce((sum, outcome) => sum + outcome[count], 0)
  progress.say(
    `\nThe logs are in ${path.relative(process.cwd(), logs) || '.'}; all of it took ${secondsSince(began)} s.`,
  )
  progress.say(`${total('passed')} passed, ${total('failed')} failed`)
  reaper.end()
  return total('failed') === 0 && total('passed') > 0 ? 0 : 1
}

function verdict(isGood: boolean, problem: string): Outcome {
  return isGood ? { passed: 1, failed: 0, problems: [] } : { passed: 0, failed: 1, problems: [problem] }
}

function environmentOf(temporary: string): Record<string, string> {
  const programs = [
    path.dirname(process.execPath),
    path.join(repository, 'node_modules/.bin'),
    process.env['PATH'] ?? '',
  ]
  return {
    ...withoutSettings(process.env),
    PATH: programs.join(path.delimiter),
    TMPDIR: temporary,
    NO_COLOR: '1',
    TZ: 'UTC',
  }
}

function logOf(name: string): string {
  return path.join(logs, `${name.replaceAll(' ', '-')}.log`)
}

function tailOf(logFile: string): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-tailLines).join('\n')
}

async function inTurns(tasks: (() => Promise<void>)[], lanes: number): Promise<void> {
  const waiting = tasks.values()
  const lane = async (): Promise<void> => {
    for (const task of waiting) await task()
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
