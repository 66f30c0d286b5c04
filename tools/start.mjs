// npx -y pnpm@12.21.0 start: the whole product on this machine. See tools/product.ts.
import { preflight } from './preflight.mjs'

preflight({ needsPostgres: !process.env['DATABASE_URL'] })
const { start } = await import('./product.ts')
await start()
