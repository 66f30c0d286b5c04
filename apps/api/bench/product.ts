import { buildApp } from '../src/app.ts'
import { configFrom } from '../src/config.ts'
import { connect } from '../src/database/connect.ts'

/** The product alone, over a database that is there, for the benchmark: `node product.ts <databaseUrl> <secret> <port>`. */
const [databaseUrl = '', secret = '', port = '0'] = process.argv.slice(2)
const config = configFrom({ DATABASE_URL: databaseUrl, COMMONWEAL_SECRET: secret, PORT: port, COMMONWEAL_LOG: 'quiet' })
const { app } = await buildApp({ config, pool: connect({ databaseUrl, maxConnections: 10 }), clock: () => new Date() })
await app.listen({ host: '127.0.0.1', port: Number(port) })
process.send?.({ ready: true })
process.on('disconnect', () => process.exit(0))
