import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withoutSettings } from './settings.ts'

let dataDir: string
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'commonweal-cli-'))
  chmodSync(dataDir, 0o755)
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

function commonweal(...words: string[]) {
  const script = path.join(import.meta.dirname, 'commonweal.mjs')
  const env = { ...withoutSettings(process.env), COMMONWEAL_DATA_DIR: dataDir }
  return spawnSync(process.execPath, [script, ...words], { env, encoding: 'utf8' })
}

test('on a new installation a command makes the database it needs, answers in JSON alone, and leaves nothing running', () => {
  const { stdout, status, stderr } = commonweal('communities', '--json')
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toEqual([])
  expect(readdirSync(path.join(dataDir, 'postgres/leases'))).toEqual([])
  expect(readdirSync(path.join(dataDir, 'postgres/run'))).toEqual([])
})

test('a command that is not understood fails and says so on the error output', () => {
  const { stdout, status, stderr } = commonweal('inport')
  expect(status).not.toBe(0)
  expect(stdout).toBe('')
  expect(stderr).toContain('inport')
})
