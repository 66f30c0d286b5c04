// pnpm backtest <folder>: how the risk engine would have done on the records below a folder, by the protocol of docs/back-test.md.
import path from 'node:path'
import { backTest } from './backtest/main.ts'
import { failureSentence } from './failure-sentence.ts'
import { callerFolder } from './settings.ts'

const folder = process.argv[2]
if (folder === undefined) {
  console.error('Say in which folder the records lie: pnpm backtest <folder>')
  process.exit(2)
}
try {
  const began = performance.now()
  const isMet = await backTest(path.resolve(callerFolder(process.env), folder), console.log)
  console.log(`\n${((performance.now() - began) / 1000).toFixed(1)} s`)
  process.exitCode = isMet ? 0 : 1
} catch (error) {
  console.error(failureSentence(error))
  process.exitCode = 1
}
