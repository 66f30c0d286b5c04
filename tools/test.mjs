// npx -y pnpm@12.21.0 test: every check there is. `--fast` leaves out what needs a database or a browser.
import { preflight } from './preflight.mjs'

preflight()
const { runChecks } = await import('./checks/run-checks.ts')
process.exitCode = await runChecks({ isFast: process.argv.includes('--fast') })
