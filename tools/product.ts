import { createServer } from 'node:net'
import type { OpenDatabase } from './database.ts'
import { openDatabase } from './database.ts'
import { failureSentence } from './failure-sentence.ts'
import { launchChain, watchChain } from './launch-chain.ts'
import { progressOn, secondsSince, surviveClosedOutput } from './progress.ts'
import type { Settings } from './settings.ts'
import { Refusal } from './refusal.ts'
import { readSettings } from './settings.ts'
import { buildWebWhenStale, webDir } from './web-build.ts'

type Running = Awaited<ReturnType<(typeof import('../apps/api/src/main.ts'))['run']>>

/** How long the server may take to finish its requests before the database is stopped under it. */
const patienceMs = 5_000

/** Starts everything, says where it is, and stays until it is told to stop or whoever started it is gone. */
export async function start(): Promise<void> {
  surviveClosedOutput()
  const began = performance.now()
  const progress = progressOn(process.stdout)
  const parts: { database?: OpenDatabase; running?: Running } = {}
  let stopping: Promise<never> | null = null

  const stop = (reason: string | null, status = 0): Promise<never> => {
    stopping ??= (async () => {
      if (reason !== null) progress.say(`\n${reason} Stopping …`)
      const isClosed = parts.running?.close().catch((error: unknown) => {
        status = 1
        console.error(error)
      })
      await Promise.race([isClosed, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())])
      await parts.database?.close()
      if (reason !== null) progress.say('Stopped. Your data are kept for the next start.')
      process.exit(status)
    })()
    return stopping
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void stop(`${signal} received.`))
  process.once('disconnect', () => void stop('The process that started this one is gone.'))
  watchChain(launchChain(), () => void stop('The command that started this is gone.'))

  try {
    const settings = readSettings(process.env)
    await checkPort(settings)
    const [{ run }, database] = await Promise.all([
      // Loading the code takes longer than anything else of a warm start.
      import('../apps/api/src/main.ts'),
      progress
        .step(
          'Database: starting',
          () => openDatabase(settings),
          ({ description }) => `Database: ${description}`,
        )
        .then((opened) => {
          parts.database = opened
          return opened
        }),
      progress.step('Pages: building (only after a change)', buildWebWhenStale, (isBuilt) =>
        isBuilt ? 'Pages: built' : 'Pages: unchanged',
      ),
    ])
    if (stopping) return
    const running = await progress.step(
      'Server: bringing the database up to date',
      () =>
        run({
          ...optionsOf(settings),
          env: process.env,
          databaseUrl: database.databaseUrl,
          isEmbedded: database.isEmbedded,
        }),
      () => 'Server: listening',
    )
    parts.running = running
    if (stopping) return await running.close()
    announce(running, secondsSince(began))
    process.send?.({ address: running.address, signIns: running.signIns })
  } catch (error) {
    if (stopping) return
    console.error(`\n${failureSentence(error)}`)
    await stop(null, 1)
  }

  function announce({ address, signIns }: Running, seconds: string): void {
    progress.say(`\nCommonweal is ready after ${seconds} s:  ${address}\n`)
    if (signIns.length > 0) {
      progress.say('Sign in as one of the people of the demo community:')
      const width = Math.max(...signIns.map(({ email }) => email.length))
      for (const { role, email, password, name } of signIns) {
        progress.say(`  ${role.padEnd(12)} ${email.padEnd(width)}  ${password}  ${name}`)
      }
      progress.say('')
    }
    progress.say('Ctrl-C stops it. Your data stay.')
  }
}

function optionsOf({ host, port, dataDir, publicUrl }: Settings) {
  return { host, port, dataDir, webDir, ...(publicUrl === null ? {} : { publicUrl }) }
}

/** Asks before anything is started, so that a second start says at once that the first is there. */
async function checkPort({ host, port }: Settings): Promise<void> {
  if (port === 0) return
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(port, host, resolve))
  } catch (error) {
    throw new Refusal(await portProblem(host, port, (error as NodeJS.ErrnoException).code ?? String(error)))
  }
  await new Promise((resolve) => probe.close(resolve))
}

async function portProblem(host: string, port: number, code: string): Promise<string> {
  const another = `PORT=${port > 1023 ? port + 10 : 4310} npx -y pnpm@12.21.0 start`
  if (code === 'EACCES') return `This account may not use port ${port}. Choose one above 1023:  ${another}`
  if (code !== 'EADDRINUSE')
    return `This machine cannot listen on ${host}, port ${port} (${code}). Check HOST and PORT.`
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const isCommonweal = await fetch(`${address}/api/v1/livez`, { signal: AbortSignal.timeout(1_000) }).then(
    (answer) => answer.ok,
    () => false,
  )
  return isCommonweal
    ? `Commonweal is already running at ${address}. Use that one, or start a second one with its own data folder:  COMMONWEAL_DATA_DIR=… ${another}`
    : `Port ${port} is already in use by another program. Stop that program, or choose another port:  ${another}`
}
