// npx -y pnpm@12.21.0 commonweal <command> …: the command line of an installation. See tools/command-line.ts.
import { preflight } from './preflight.mjs'

preflight({ needsPostgres: !process.env['DATABASE_URL'] })
const { commandLine } = await import('./command-line.ts')
await commandLine(process.argv.slice(2))
