import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChain } from './launch-chain.ts'

let folder: string
let script: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'commonweal-chain-'))
  script = path.join(folder, 'watch.ts')
  writeFileSync(
    script,
    `import { launchChain, watchChain } from '${path.join(import.meta.dirname, 'launch-chain.ts')}'
     const chain = launchChain()
     console.log(chain.length)
     const staysAlive = setTimeout(() => undefined, 20_000)
     watchChain(chain, () => { console.log('broken'); clearTimeout(staysAlive) }, 50)`,
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('started from here there is no npx to watch', () => {
  expect(launchChain(1)).toEqual([])
})

test('the chain reaches over a shell up to npx, and its end is noticed even when only npx is killed', async () => {
  // Like "npm exec" → sh → node: the first shell is given that name, and the second does not replace itself.
  const below = `sh -c '"$0" "$1"; true' "$0" "$1"; true`
  const npx = spawn(
    'bash',
    [
      '-c',
      `exec -a 'npm exec pnpm start' bash -c '${below.replaceAll("'", `'\\''`)}' "$0" "$1"`,
      process.execPath,
      script,
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const lines = createInterface({ input: npx.stdout })[Symbol.asyncIterator]()
  expect((await lines.next()).value).toBe('2')
  npx.kill('SIGKILL')
  await once(npx, 'exit')
  expect((await lines.next()).value).toBe('broken')
})
