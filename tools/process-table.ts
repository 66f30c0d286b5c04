import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { platform } from 'node:process'

const isLinux = platform === 'linux'

/**
 * Identity of a living process: differs when the pid is given to another process or after a reboot. Null when there is
 * no such process, or only a zombie nobody has collected yet.
 */
export function stampOf(pid: number): string | null {
  if (!isLinux) return stampFromPs(pid)
  const fields = linuxStat(pid)
  if (fields === null || fields.state === 'Z' || fields.state === 'X') return null
  return `${bootId()}:${fields.startTicks}`
}

export function isAlive(pid: number): boolean {
  return stampOf(pid) !== null
}

/** The parent's pid, or null when the process is gone. */
export function parentOf(pid: number): number | null {
  if (isLinux) return linuxStat(pid)?.parent ?? null
  const answer = Number.parseInt(ps(pid, 'ppid='), 10)
  return Number.isNaN(answer) ? null : answer
}

/** The command line with spaces between its words, or '' when it cannot be read. */
export function commandOf(pid: number): string {
  if (!isLinux) return ps(pid, 'command=')
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return ''
  }
}

function linuxStat(pid: number): { state: string; parent: number; startTicks: string } | null {
  let text: string
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return null
  }
  // The second field is the program's name in brackets and may itself contain spaces and brackets.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return { state: fields[0] ?? 'X', parent: Number(fields[1]), startTicks: fields[19] ?? '' }
}

let knownBootId: string | undefined
function bootId(): string {
  knownBootId ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return knownBootId
}

function stampFromPs(pid: number): string | null {
  const answer = ps(pid, 'stat=,lstart=')
  return answer === '' || answer.startsWith('Z') ? null : answer.replace(/^\S+\s+/, '')
}

function ps(pid: number, columns: string): string {
  return spawnSync('ps', ['-o', columns, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
}
