// A runner for Stryker: it reads the tests once and then switches one mutant after the other on in the same process, so that judging one
// takes as long as the tests that meet it and no longer. Source: docs/adr/0113.
import { globSync } from 'node:fs'
import { registerHooks } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import { gather, gathered, type GatheredTest } from './vitest-in-process.ts'

const inProcess = new URL('vitest-in-process.ts', import.meta.url).href

interface Switches {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
  mutantCoverage?: unknown
}

interface MutantRun {
  readonly activeMutant: { readonly id: string }
  readonly mutantActivation: 'runtime' | 'static'
  readonly testFilter?: readonly string[]
  readonly hitLimit?: number
}

/** Stryker calls a mutant endless that is met a hundred times as often as the code it stands for; from so many on ten times will do. */
const ENOUGH_HITS = 100_000
/** A test that has run so long with a mutant, and ends without it in a tenth of that, has met an endless one; a busy machine has not. */
const MOST_MS = 6000
const PASSED = 0
const FAILED = 1

class OneProcess {
  readonly #switches: Switches = ((globalThis as unknown as Record<string, Switches>)['__stryker__'] ??= {})
  #isUntouched = true
  #isSpoilt = false

  capabilities() {
    return { reloadEnvironment: false }
  }

  async dryRun() {
    await this.#gatherAll()
    const tests = []
    for (const test of gathered) {
      this.#switches.currentTestId = test.id
      const startedAt = performance.now()
      const failure = await failureOf(test)
      const { id, name, file: fileName } = test
      const timeSpentMs = performance.now() - startedAt
      tests.push(
        failure === null
          ? { id, name, fileName, timeSpentMs, status: PASSED }
          : { id, name, fileName, timeSpentMs, status: FAILED, failureMessage: failure },
      )
    }
    this.#switches.currentTestId = undefined
    return { status: 'complete', tests, mutantCoverage: this.#switches.mutantCoverage }
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit }: MutantRun) {
    // Stryker answers a throw with a process of its own for the mutant.
    if (this.#isSpoilt) throw new Error('A mutant left something behind in this process')
    const isFirst = this.#isUntouched
    this.#isUntouched = false
    if (mutantActivation === 'static') this.#switches.activeMutant = activeMutant.id
    try {
      await this.#gatherAll()
    } catch (error) {
      return { status: 'killed', failureMessage: messageOf(error), killedBy: [], nrOfTests: 0 }
    }
    const asked = gathered.filter(({ id }) => testFilter === undefined || testFilter.includes(id))
    this.#switches.hitCount = 0
    const mostHits = hitLimit === undefined ? undefined : Math.max(hitLimit / 10, Math.min(hitLimit, ENOUGH_HITS))
    this.#switches.hitLimit = mostHits
    this.#switches.activeMutant = activeMutant.id
    for (const [index, test] of asked.entries()) {
      const failure = await failureOf(test, MOST_MS)
      if (failure === null) continue
      const hits = this.#switches.hitCount
      this.#switches.activeMutant = undefined
      this.#switches.hitLimit = undefined
      if (mostHits !== undefined && hits > mostHits) return { status: 'timeout', reason: `met ${hits} times` }
      // A test that fails without the mutant, too, has failed because of what an earlier one left behind: ask again where none was.
      const startedAt = performance.now()
      this.#isSpoilt = (await failureOf(test, MOST_MS)) !== null
      const usualMs = performance.now() - startedAt
      if (this.#isSpoilt && !isFirst) throw new Error('An earlier mutant left something behind in this process')
      if (failure !== OUT_OF_TIME)
        return { status: 'killed', failureMessage: failure, killedBy: [test.id], nrOfTests: index + 1 }
      if (usualMs > MOST_MS / 10) throw new Error(`The machine is too busy to tell: ${usualMs} ms without the mutant`)
      return { status: 'timeout', reason: `no end in ${MOST_MS} ms; without the mutant it takes ${usualMs} ms` }
    }
    this.#switches.activeMutant = undefined
    return { status: 'survived', nrOfTests: asked.length }
  }

  async #gatherAll() {
    if (gathered.length > 0) return
    registerHooks({
      resolve: (specifier, context, next) =>
        specifier === 'vitest' && context.parentURL !== inProcess
          ? { url: inProcess, shortCircuit: true }
          : next(specifier, context),
    })
    const files = (process.env['COMMONWEAL_MUTATION_TESTS'] ?? '')
      .split(',')
      .flatMap((pattern) => globSync(pattern).sort())
    for (const file of new Set(files)) await gather(file, pathToFileURL(path.resolve(file)).href)
  }
}

const OUT_OF_TIME = 'out of time'
const asking: { run?: () => unknown } = ((globalThis as { asking?: object }).asking ??= {})
const ask = new Script('asking.run()')

async function failureOf({ run }: GatheredTest, mostMs?: number): Promise<string | null> {
  asking.run = run
  try {
    await ask.runInThisContext(mostMs === undefined ? {} : { timeout: mostMs })
    return null
  } catch (error) {
    return (error as { code?: string } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? OUT_OF_TIME : messageOf(error)
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

const oneProcess = Object.assign(() => new OneProcess(), { inject: [] as const })

export const strykerPlugins = [{ kind: 'TestRunner', name: 'one-process', factory: oneProcess }]
