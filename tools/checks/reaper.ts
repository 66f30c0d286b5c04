import { spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import path from 'node:path'

/** Ends process groups when this process ends, however it ends. */
export interface Reaper {
  watch(group: number): void
  forget(group: number): void
  /** Ends all watched groups now, and removes the temporary folder after them. */
  end(): void
}

/**
 * A helper in its own session that keeps the list of groups: its stdin closes when this process is gone, and then it
 * ends what is still on the list and removes the temporary folder. Groups get TERM, so that they can clean up, and KILL if
 * they do not.
 */
export function startReaper(temporary = ''): Reaper {
  const helper = spawn(process.execPath, [path.join(import.meta.dirname, 'reap.ts'), temporary], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  helper.unref()
  const pipe = helper.stdin as Socket
  pipe.unref()
  pipe.on('error', () => undefined)
  return {
    watch: (group) => void pipe.write(`+${group}\n`),
    forget: (group) => void pipe.write(`-${group}\n`),
    end: () => void pipe.end(),
  }
}
