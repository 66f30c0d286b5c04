import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

// Started by startReaper: "+123" puts a process group on the list, "-123" takes it off, the end of stdin ends them all.
const groups = new Set<number>()
for await (const line of createInterface({ input: process.stdin })) {
  const group = Number(line.slice(1))
  if (line.startsWith('+')) groups.add(group)
  else groups.delete(group)
}

for (const group of groups) signal(group, 'SIGTERM')
for (let waited = 0; waited < 10_000 && [...groups].some((group) => signal(group, 0)); waited += 100) await wait(100)
for (const group of groups) signal(group, 'SIGKILL')
if (process.argv[2]) rmSync(process.argv[2], { recursive: true, force: true, maxRetries: 5 })

/** Whether there was anybody left to receive it. */
function signal(group: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, name)
  } catch {
    return false
  }
}
