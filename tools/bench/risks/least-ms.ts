/** The least of several tries in milliseconds of the processor: other work on the machine is not ours to measure. */
export function leastMs(tries: number, work: () => unknown): number {
  return Math.min(...Array.from({ length: tries }, () => ms(work)))
}

/** Milliseconds of the processor that some work takes. */
export function ms(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
