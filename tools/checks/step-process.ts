import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import path from 'node:path'
import { repository } from '../settings.ts'
import type { Reaper } from './reaper.ts'

export interface Step {
  command: string[]
  logFile: string
  environment: Record<string, string>
  /** Lets the step write lines for people: its descriptor 3 is our standard output. */
  isTalking: boolean
}

/** Runs one program in a process group of its own, its output in a file; gives its exit status (1 when a signal ended it). */
export async function runStep({ command, logFile, environment, isTalking }: Step, reaper: Reaper): Promise<number> {
  const [program = '', ...words] = command
  const isOurs = /\.(ts|mjs)$/.test(program)
  const log = openSync(logFile, 'w')
  const child = spawn(
    isOurs ? process.execPath : path.join(repository, 'node_modules/.bin', program),
    isOurs ? command : words,
    {
      cwd: repository,
      env: environment,
      detached: true,
      stdio: isTalking ? ['ignore', log, log, 1] : ['ignore', log, log],
    },
  )
  closeSync(log)
  if (child.pid !== undefined) reaper.watch(child.pid)
  const [status] = (await once(child, 'exit')) as [number | null]
  if (child.pid !== undefined) reaper.forget(child.pid)
  return status ?? 1
}
