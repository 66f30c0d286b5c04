// What the tests of the engine import as 'vitest' while mutants are judged: tests are gathered once and asked as often as wanted.
export { expect } from 'vitest'

export interface GatheredTest {
  readonly id: string
  readonly name: string
  readonly file: string
  readonly run: () => unknown
}

export const gathered: GatheredTest[] = []
const names: string[] = []
let gatheringOf = ''

/** Reads a file of tests; what it describes is in `gathered` then. */
export async function gather(file: string, url: string): Promise<void> {
  gatheringOf = file
  await import(url)
}

export function describe(name: string, define: () => void): void {
  names.push(name)
  define()
  names.pop()
}

export function it(title: string, run: () => unknown): void {
  const name = [...names, title].join(' ')
  const others = gathered.filter((one) => one.file === gatheringOf && one.name === name).length
  gathered.push({ id: `${gatheringOf}#${name}#${others}`, name, file: gatheringOf, run })
}

it.each =
  (cases: readonly unknown[]) =>
  (title: string, run: (...values: unknown[]) => unknown): void => {
    for (const one of cases) it(title, () => (Array.isArray(one) ? run(...(one as unknown[])) : run(one)))
  }
