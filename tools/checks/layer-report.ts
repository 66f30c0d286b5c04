import { existsSync, readFileSync } from 'node:fs'
import type { Layer, Outcome } from './check.ts'

interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}

/**
 * Reads what vitest wrote about one layer. A file that could not be loaded, an error outside a test and a layer without
 * a passed test each count as one failure: silence is not success.
 */
export function readLayer({ name, lives }: Layer, reportFile: string, exitStatus: number): Outcome {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, problems: [`${name}: the tests could not run`] }
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report
  const passed = report.numPassedTests
  const problems: string[] = []
  let failed = report.numFailedTests
  for (const file of report.testResults) {
    const broken = file.assertionResults.filter(({ status }) => status === 'failed')
    problems.push(...broken.map(({ fullName }) => `${file.name}: ${fullName}`))
    if (file.status !== 'failed' || broken.length > 0) continue
    failed += 1
    problems.push(`${file.name}: could not be loaded`)
  }
  if (report.numFailedTests > 0) problems.push(`${name}: ${report.numFailedTests} failed`)
  if (passed === 0 && failed === 0) {
    failed += 1
    problems.push(`${name}: found no test that ran (looked in ${lives})`)
  }
  if (exitStatus !== 0 && failed === 0) {
    failed += 1
    problems.push(`${name}: an error outside of the tests`)
  }
  return { passed, failed, problems }
}
