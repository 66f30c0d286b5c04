import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withLock } from './postgres/lock.ts'
import { Refusal } from './refusal.ts'
import { repository } from './settings.ts'

const web = path.join(repository, 'apps/web')
const cache = path.join(repository, '.cache')

/** Folder that the server hands out. */
export const webDir = path.join(web, 'dist')

/** Builds the pages when something they are made of has changed since the last build. Says whether it built. */
export async function buildWebWhenStale(): Promise<boolean> {
  mkdirSync(cache, { recursive: true })
  return withLock(path.join(cache, 'web-build.lock'), async () => {
    const inputs = digestOfInputs()
    const stamp = path.join(cache, 'web-build.sha256')
    const isFresh =
      existsSync(path.join(webDir, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs
    if (isFresh) return false
    await build()
    writeFileSync(stamp, inputs)
    return true
  })
}

async function build(): Promise<void> {
  const logFile = path.join(cache, 'web-build.log')
  const log = openSync(logFile, 'w')
  const vite = path.join(web, 'node_modules/vite/bin/vite.js')
  const child = spawn(process.execPath, [vite, 'build'], {
    cwd: web,
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  const stop = () => child.kill()
  process.once('exit', stop)
  const [status] = (await once(child, 'exit')) as [number | null]
  process.off('exit', stop)
  if (status !== 0) throw new Refusal(`The pages could not be built:\n${readFileSync(logFile, 'utf8').trim()}`)
}

/** Names and contents of everything the pages are made of. Tests and generated files are not: the build makes the latter. */
export function digestOfInputs(): string {
  const hash = createHash('sha256')
  const files = [
    ...filesBelow(web),
    ...filesBelow(path.join(repository, 'packages')),
    path.join(repository, 'pnpm-lock.yaml'),
  ]
  for (const file of files.toSorted()) {
    hash.update(path.relative(repository, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) {
      const isInput = !entry.name.startsWith('.') && !['node_modules', 'dist', 'test', 'fixtures'].includes(entry.name)
      return isInput ? filesBelow(full) : []
    }
    return entry.isFile() && !/\.test\.tsx?$|\.gen\.ts$|\.tsbuildinfo$/.test(entry.name) ? [full] : []
  })
}
