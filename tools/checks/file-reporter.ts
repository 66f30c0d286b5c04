import { writeSync } from 'node:fs'
import path from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'
import { repository } from '../settings.ts'

/** One line for each finished test file on descriptor 3, which the runner connects to the terminal. */
export default class FileReporter implements Reporter {
  onTestModuleEnd(module: TestModule): void {
    const tests = [...module.children.allTests()]
    const failed = tests.filter((test) => test.result().state === 'failed').length
    const isBroken = failed > 0 || module.state() === 'failed'
    const seconds = (module.diagnostic().duration / 1000).toFixed(1)
    const counts = isBroken ? `FAILED ${failed} of ${tests.length}` : `${tests.length}`.padStart(4)
    say(`${seconds.padStart(14)} s ${counts}  ${path.relative(repository, module.moduleId)}\n`)
  }
}

function say(line: string): void {
  try {
    writeSync(3, line)
  } catch {
    // Nobody listens (vitest was started by hand), or the listener is slow: the line is only for watching.
  }
}
