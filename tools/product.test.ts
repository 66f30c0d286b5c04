import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import path from 'node:path'
import { expect, test } from 'vitest'
import { withoutSettings } from './settings.ts'

function start(env: Record<string, string>) {
  const script = path.join(import.meta.dirname, 'start.mjs')
  return spawnSync(process.execPath, [script], { env: { ...withoutSettings(process.env), ...env }, encoding: 'utf8' })
}

test('a setting that cannot be is refused with a sentence', () => {
  const { status, stderr } = start({ PORT: 'abc' })
  expect(status).toBe(1)
  expect(stderr.trim()).toBe('PORT is "abc", but a port is a number from 0 to 65535.')
})

test('a port that another program uses is refused before anything is started', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { status, stderr, stdout } = start({ PORT: String(port) })
  other.close()
  expect(status).toBe(1)
  expect(stderr).toContain(`Port ${port} is already in use by another program.`)
  expect(stdout).toBe('')
})
