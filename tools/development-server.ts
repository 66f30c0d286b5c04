// Started by `pnpm dev` under Node's watch mode: the server alone, without pages.
import { run } from '../apps/api/src/main.ts'
import { progressOn } from './progress.ts'

const { env } = process
const progress = progressOn(process.stdout)
const { address, signIns, close } = await run({
  env,
  databaseUrl: env['DATABASE_URL'] ?? '',
  host: '127.0.0.1',
  port: Number(env['PORT']),
  webDir: null,
  dataDir: env['COMMONWEAL_DATA_DIR'] ?? '',
  publicUrl: env['COMMONWEAL_PUBLIC_URL'],
  isEmbedded: false,
})
progress.say(`The server listens at ${address}.`)
for (const { role, email, password } of signIns) progress.say(`  ${role.padEnd(12)} ${email}  ${password}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void close().then(() => process.exit(0)))
