import { fork, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '../../../apps/api/src/database/migrate.ts'
import { freePort } from '../../free-port.ts'
import { serverAccount } from '../../postgres/account.ts'
import { ensureDatabase, takeLease } from '../../postgres/lease.ts'
import { placeAt, scratchRoot } from '../../postgres/place.ts'
import { agreement } from './agreement.ts'
import { cases, SECRET, tokenOf, type Case } from './cases.ts'
import { evenness } from './evenness.ts'
import { generate, sizes, tenantsOf, type Tenant } from './generate.ts'
import { ask, CONNECTIONS, medianOf } from './load.ts'
import { plansOf } from './plans.ts'

const ROUNDS = 3

/** `pnpm bench api [small]`: shares of a hand-tuned floor, measured side by side in one run. */
export async function benchApi(sizeName: string): Promise<boolean> {
  const size = sizes[sizeName as keyof typeof sizes] ?? sizes.full
  const seconds = sizeName === 'small' ? 2 : 4
  const account = serverAccount()
  const home = mkdtempSync(path.join(scratchRoot(tmpdir(), account), 'commonweal-bench-'))
  chmodSync(home, 0o755)
  const lease = await takeLease(placeAt(home, account), { isDurable: true, isTemporary: true })
  const children: ChildProcess[] = []
  try {
    await ensureDatabase(lease.server, 'bench')
    const databaseUrl = lease.server.urlOf('bench')
    await migrate(databaseUrl)
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    console.log(
      `Data: ${size.communities} communities, ${size.initiatives} initiatives, ${size.participations + size.bookings + size.pledges} participations, bookings and pledges`,
    )
    await generate(client, size, console.log)
    const tenants = await tenantsOf(client)

    const [productPort, floorPort] = [await freePort(), await freePort()]
    children.push(await started('../../../apps/api/bench/product.ts', [databaseUrl, SECRET, String(productPort)]))
    children.push(await started('../../../apps/api/bench/floor.ts', [databaseUrl, SECRET, String(floorPort)]))
    const product = `http://127.0.0.1:${productPort}`
    const floor = `http://127.0.0.1:${floorPort}`

    await lookAtPartners(product, [...tenants.many, tenants.largest, tenants.median])
    // As the server does by itself within a minute: plans made for a table all but empty stay until then.
    await client.query('vacuum analyze engagements, engagement_days, engagement_marks')
    await client.end()

    const asked = cases()
    const verdicts = [
      ...(await agreement(product, floor, [tenants.largest, tenants.median], asked)),
      ...(await shares(product, floor, tenants.many, seconds, asked)),
      ...(await evenness(product, tenants, seconds)),
      ...(await plansOf(databaseUrl, tenants.largest)),
    ]
    for (const { text, isMet } of verdicts) console.log(`${isMet ? 'met   ' : 'MISSED'}  ${text}`)
    return verdicts.every(({ isMet }) => isMet)
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await lease.release()
  }
}

/** What the list of partners says is worked out when it is first looked at on a day, and kept. */
async function lookAtPartners(product: string, tenants: readonly Tenant[]): Promise<void> {
  for (const tenant of tenants) {
    const answer = await fetch(`${product}/api/v1/communities/${tenant.communityId}/partners`, {
      headers: { authorization: `Bearer ${tokenOf(tenant)}` },
    })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`the list of partners answered ${answer.status}`)
  }
}

export interface Verdict {
  readonly text: string
  readonly isMet: boolean
}

async function shares(
  product: string,
  floor: string,
  tenants: readonly Tenant[],
  seconds: number,
  asked: readonly Case[],
): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const each of asked) {
    const rates: { product: number[]; floor: number[]; failed: number } = { product: [], floor: [], failed: 0 }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const side of round % 2 === 0 ? (['floor', 'product'] as const) : (['product', 'floor'] as const)) {
        let turn = 0
        const rate = await ask(side === 'floor' ? floor : product, seconds, CONNECTIONS, () => {
          const tenant = tenants[(turn += 1) % tenants.length] ?? tenants[0]
          if (!tenant) throw new Error('no tenant')
          return each[side](tenant)
        })
        rates[side].push(rate.perSecond)
        rates.failed += rate.failed
      }
    }
    const [ours, theirs] = [medianOf(rates.product), medianOf(rates.floor)]
    const share = ours / theirs
    verdicts.push({
      text: `${each.name}: ${share.toFixed(2)} of the floor (${ours.toFixed(0)}/s of ${theirs.toFixed(0)}/s), at least ${each.least}; ${rates.failed} failed`,
      isMet: share >= each.least && rates.failed === 0,
    })
  }
  return verdicts
}

/** A server in a process of its own, ready to be asked. */
function started(module: string, args: string[]): Promise<ChildProcess> {
  const child = fork(new URL(module, import.meta.url), args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child))
    child.once('exit', (code) => reject(new Error(`${module} ended with ${code}`)))
  })
}
