import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readLayer } from './layer-report.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'commonweal-report-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const layer = { name: 'api', lives: 'apps/api' }

function outcomeOf(report: object, status: number) {
  const file = path.join(folder, 'report.json')
  writeFileSync(file, JSON.stringify({ numPassedTests: 0, numFailedTests: 0, testResults: [], ...report }))
  const { passed, failed } = readLayer(layer, file, status)
  return { passed, failed }
}

test.each([
  ['all is well', { numPassedTests: 7 }, 0, { passed: 7, failed: 0 }],
  ['tests fail', { numPassedTests: 5, numFailedTests: 2 }, 1, { passed: 5, failed: 2 }],
  ['there is no test', {}, 0, { passed: 0, failed: 1 }],
  ['every test is skipped', { numPendingTests: 4 }, 0, { passed: 0, failed: 1 }],
  ['an error happens outside of the tests', { numPassedTests: 7 }, 1, { passed: 7, failed: 1 }],
  [
    'a file does not load',
    { numPassedTests: 7, testResults: [{ name: 'x.test.ts', status: 'failed', assertionResults: [] }] },
    1,
    { passed: 7, failed: 1 },
  ],
])('counts when %s', (_title, report, status, expected) => {
  expect(outcomeOf(report, status)).toEqual(expected)
})

test('a layer without a report has failed', () => {
  expect(readLayer(layer, path.join(folder, 'none.json'), 0)).toMatchObject({ passed: 0, failed: 1 })
})
