import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLock } from './lock.ts'

let folder: string
let lock: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'commonweal-lock-'))
  lock = path.join(folder, 'lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('only one holder works at a time', async () => {
  let inside = 0
  let most = 0
  const work = async () => {
    inside += 1
    most = Math.max(most, inside)
    await wait(5)
    inside -= 1
  }
  await Promise.all(Array.from({ length: 12 }, () => withLock(lock, work)))
  expect(most).toBe(1)
  expect(readdirSync(folder)).toEqual([])
})

test('the lock of a dead process is taken over by exactly one', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(lock, JSON.stringify({ pid, stamp: 'gone', ticket: `${lock}.dead` }))
  let inside = 0
  let most = 0
  const work = async () => {
    inside += 1
    most = Math.max(most, inside)
    await wait(5)
    inside -= 1
  }
  await Promise.all(Array.from({ length: 8 }, () => withLock(lock, work)))
  expect(most).toBe(1)
  expect(readdirSync(folder)).toEqual([])
})

test('waiting for a living holder ends with a sentence', async () => {
  await withLock(lock, async () => {
    await expect(withLock(lock, async () => 1, 60)).rejects.toThrow('Another process has held')
  })
})

test('the lock is free again after work that failed', async () => {
  await expect(withLock(lock, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room')
  expect(await withLock(lock, async () => 'done')).toBe('done')
})
