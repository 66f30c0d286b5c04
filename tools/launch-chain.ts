import { commandOf, parentOf } from './process-table.ts'

interface Link {
  pid: number
  parent: number
}

/**
 * The processes between this one and the npx or pnpm that was typed. npx does not pass signals on: when it is ended
 * alone, the shell and pnpm below it live on, so looking at our own parent is not enough.
 */
export function launchChain(from: number = process.pid): Link[] {
  const links: Link[] = []
  let length = 0
  for (let pid = from; ;) {
    const parent = parentOf(pid)
    if (parent === null || parent <= 1) break
    const command = commandOf(parent)
    const isManager = /(^|[\s/])(npx|npm exec|pnpm)(?=[\s@.]|$)/.test(command)
    if (!isManager && !/^\S*sh -c /.test(command)) break
    links.push({ pid, parent })
    if (isManager) length = links.length
    pid = parent
  }
  return links.slice(0, length)
}

/** Calls `onBroken` once when a process of the chain is gone. Returns how to stop looking. */
export function watchChain(chain: Link[], onBroken: () => void, everyMs = 500): () => void {
  const timer = setInterval(() => {
    if (chain.every(({ pid, parent }) => parentOf(pid) === parent)) return
    clearInterval(timer)
    onBroken()
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
