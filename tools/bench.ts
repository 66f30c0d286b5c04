// pnpm bench api [small]: how near the product comes to a hand-tuned floor, measured side by side in one run.
import { benchApi } from './bench/api/main.ts'

const [what, size = 'full'] = process.argv.slice(2)
if (what !== 'api') {
  console.error('Say what to measure: pnpm bench api [small]')
  process.exit(2)
}
process.exitCode = (await benchApi(size)) ? 0 : 1
