import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { startReaper } from './checks/reaper.ts'
import { openDatabase } from './database.ts'
import { failureSentence } from './failure-sentence.ts'
import { launchChain, watchChain } from './launch-chain.ts'
import { progressOn, surviveClosedOutput } from './progress.ts'
import { readSettings, repository } from './settings.ts'

const pagesAddress = 'http://127.0.0.1:4311'

/** Runs the server under Node's watch mode and Vite's development server beside it, until told to stop. */
export async function develop(): Promise<void> {
  surviveClosedOutput()
  const progress = progressOn(process.stdout)
  const reaper = startReaper()
  try {
    const settings = readSettings(process.env)
    const database = await progress.step(
      'Database: starting',
      () => openDatabase(settings),
      ({ description }) => `Database: ${description}`,
    )
    const environment = {
      ...process.env,
      PORT: String(settings.port),
      COMMONWEAL_DATA_DIR: settings.dataDir,
      COMMONWEAL_PUBLIC_URL: settings.publicUrl ?? pagesAddress,
      DATABASE_URL: database.databaseUrl,
      ...(database.isEmbedded ? { COMMONWEAL_DEMO: '1' } : {}),
    }
    const server = ['--watch', '--watch-preserve-output', path.join(import.meta.dirname, 'development-server.ts')]
    const pages = [
      path.join(repository, 'apps/web/node_modules/vite/bin/vite.js'),
      '--host',
      '127.0.0.1',
      '--strictPort',
    ]
    const children = [run(server, repository), run(pages, path.join(repository, 'apps/web'))]

    const isTold = new Promise<string>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
        process.once(signal, () => resolve(`${signal} received.`))
      watchChain(launchChain(), () => resolve('The command that started this is gone.'))
      for (const child of children) child.once('exit', () => resolve('One of the servers ended.'))
    })
    progress.say(`\nPages: ${pagesAddress}   Server: http://127.0.0.1:${settings.port}/api/v1   Ctrl-C stops both.\n`)
    progress.say(`\n${await isTold} Stopping …`)
    await Promise.all(children.map(end))
    await database.close()

    function run(words: string[], folder: string): ChildProcess {
      const child = spawn(process.execPath, words, {
        cwd: folder,
        env: environment,
        detached: true,
        stdio: ['ignore', 'inherit', 'inherit'],
      })
      if (child.pid !== undefined) reaper.watch(child.pid)
      return child
    }
  } catch (error) {
    console.error(failureSentence(error))
    process.exitCode = 1
  }
  reaper.end()
  process.exit()
}

/** The whole group: watch mode has a child of its own. */
async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  process.kill(-child.pid, 'SIGTERM')
  await exited
}
