// npx -y pnpm@12.21.0 dev: the server, started again when its code changes, and the pages as they are edited.
import { preflight } from './preflight.mjs'

preflight({ needsPostgres: !process.env['DATABASE_URL'] })
const { develop } = await import('./develop.ts')
await develop()
