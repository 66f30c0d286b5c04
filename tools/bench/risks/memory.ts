import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Verdict } from '../api/main.ts'

const MEGABYTE_IN_KILOBYTES = 1024

/** The most memory a process of its own takes to hold a network's facts and read its 60 months; stated, not judged. */
export async function memory(partners: number): Promise<Verdict[]> {
  const read = async (what: string) => {
    const script = new URL('memory-of.ts', import.meta.url).pathname
    const { stdout } = await promisify(execFile)(process.execPath, [script, String(partners), what])
    return Number(stdout) / MEGABYTE_IN_KILOBYTES
  }
  const [facts, timeline, open] = [await read('facts'), await read('timeline'), await read('open')]
  return [
    {
      text: `${partners} partners: at most ${timeline.toFixed(0)} MB for a timeline and ${open.toFixed(0)} MB for one that stays open, of which ${facts.toFixed(0)} MB are the process and the facts`,
      isMet: true,
    },
  ]
}
