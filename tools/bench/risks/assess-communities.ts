// node assess-communities.ts <databaseUrl> <of> <index>: reads and assesses its share of the communities, and tells its parent.
import { connect } from '../../../apps/api/src/database/connect.ts'
import { loadHistory } from '../../../apps/api/src/risks/history.store.ts'
import { evaluateInForce } from '../../../packages/domain/src/risks/timeline-in-force.ts'
import { LAST_READING } from './generate-network.ts'

const [databaseUrl = '', of = '1', index = '0'] = process.argv.slice(2)
/** One history is read while the one before it is assessed. */
const AHEAD = 2

const pool = connect({ databaseUrl, maxConnections: AHEAD })
const { rows } = await pool.query<{ id: string }>('select id from communities order by slug')
const mine = rows.filter((_, position) => position % Number(of) === Number(index))
const loading: ReturnType<typeof loadHistory>[] = []
let next = 0
const load = () => {
  const community = mine[next]
  next += 1
  if (community !== undefined) loading.push(loadHistory(pool, community.id))
}
for (let ahead = 0; ahead < AHEAD; ahead += 1) load()
let communities = 0
for (let waiting = loading.shift(); waiting !== undefined; waiting = loading.shift()) {
  const loaded = await waiting
  load()
  if (loaded === null) throw new Error('a community is gone')
  const reading = evaluateInForce(loaded.history, LAST_READING, loaded.thresholds)
  if (reading.stagnation.score === null || reading.funding.score === null)
    throw new Error(`${loaded.slug} was not read`)
  communities += 1
}
await pool.end()
const { user, system } = process.cpuUsage()
process.send?.({ communities, cpuSeconds: (user + system) / 1e6, maxRssMb: process.resourceUsage().maxRSS / 1024 })
