import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { findBrowser } from '../browser.ts'
import { freePort } from '../free-port.ts'
import { repository, withoutSettings } from '../settings.ts'
import type { SignIn } from './provided.ts'

const patienceMs = 180_000

/**
 * Global setup of the e2e project: finds a browser and runs `start` itself, as a person would, with a data folder and a
 * port of its own. What `start` prints stands in .cache/checks/product.log.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await findBrowser()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'commonweal-e2e-'))
  chmodSync(dataDir, 0o755)
  const logFile = path.join(repository, '.cache/checks/product.log')
  mkdirSync(path.dirname(logFile), { recursive: true })
  const log = openSync(logFile, 'w')
  const product = fork(path.join(repository, 'tools/start.mjs'), {
    env: {
      ...withoutSettings(process.env),
      COMMONWEAL_JOBS: '0',
      COMMONWEAL_DATA_DIR: dataDir,
      PORT: String(await freePort()),
    },
    stdio: ['ignore', log, log, 'ipc'],
  })
  closeSync(log)

  const stop = async (): Promise<void> => {
    if (product.exitCode === null && product.signalCode === null) {
      const exited = once(product, 'exit')
      product.kill('SIGTERM')
      await exited
    }
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const { address, signIns } = await ready(product, logFile)
    project.provide('baseUrl', address.replace(/\/$/, ''))
    project.provide('signIns', signIns)
    project.provide('outbox', path.join(dataDir, 'outbox'))
    project.provide('browserPath', browser.path)
    project.provide('browserArgs', browser.args)
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

async function ready(
  product: ReturnType<typeof fork>,
  logFile: string,
): Promise<{ address: string; signIns: SignIn[] }> {
  const told = once(product, 'message', { signal: AbortSignal.timeout(patienceMs) }).then(
    ([message]) => message as { address: string; signIns: SignIn[] },
  )
  const ended = once(product, 'exit').then(() => {
    throw new Error(`The product did not start:\n${readFileSync(logFile, 'utf8')}`)
  })
  return Promise.race([told, ended])
}
