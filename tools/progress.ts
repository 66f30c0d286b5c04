/** Says what happens: one line when a long step begins, one with its seconds when it is done. */
export interface Progress {
  say(line: string): void
  step<T>(doing: string, work: () => Promise<T>, done?: (result: T) => string): Promise<T>
}

export function progressOn(stream: NodeJS.WriteStream): Progress {
  const say = (line: string) => void stream.write(`${line}\n`)
  return {
    say,
    step: async (doing, work, done) => {
      const began = performance.now()
      // A step that takes no time needs no announcement.
      const announcement = setTimeout(() => say(`   …    ${doing}`), 400)
      try {
        const result = await work()
        say(`${secondsSince(began).padStart(6)} s  ${done?.(result) ?? doing}`)
        return result
      } finally {
        clearTimeout(announcement)
      }
    },
  }
}

export function secondsSince(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1)
}

/** A reader that goes away (`| head`, a closed terminal) is no reason to fall over before everything is stopped. */
export function surviveClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error
    })
  }
}
