import pg from 'pg'
import { buildApp } from '../../../apps/api/src/app.ts'
import { configFrom } from '../../../apps/api/src/config.ts'
import { connect } from '../../../apps/api/src/database/connect.ts'
import type { Tenant } from './generate.ts'
import type { Verdict } from './main.ts'

/** Tables a plan must never read from end to end: those that hold every community's rows. */
const large = ['organisations', 'memberships', 'initiatives', 'participations', 'bookings', 'pledges', 'spaces']

const lists = [
  'partners',
  'partners?sort=-name',
  'partners?sector=ngo',
  'partners?state=active',
  'initiatives',
  'initiatives?sort=title',
  'initiatives?sort=-title',
  'initiatives?sort=planned-end',
  'initiatives?state=active&kind=joint',
  'spaces',
  'bookings',
  'bookings?sort=-starts',
  'bookings?from=2024-03-01&to=2024-03-07',
  'pledges',
  'pledges?sort=amount',
  'pledges?sort=-amount',
  'people',
  'activity',
  'costs',
  'reserves',
  'notices',
]

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly Plans?: readonly Plan[]
}

/** Asks every list once over one connection and looks at the plans of the statements it prepared. */
export async function plansOf(
  databaseUrl: string,
  secret: string,
  tenant: Tenant,
  tokenOf: (tenant: Tenant) => string,
): Promise<Verdict[]> {
  const pool = connect({ databaseUrl, maxConnections: 1 })
  const config = configFrom({ DATABASE_URL: databaseUrl, COMMONWEAL_SECRET: secret, COMMONWEAL_LOG: 'quiet' })
  const { app } = await buildApp({ config, pool, clock: () => new Date() })
  const verdicts: Verdict[] = []
  try {
    for (const list of lists) {
      const answer = await app.inject({
        url: `/api/v1/communities/${tenant.communityId}/${list}`,
        headers: { authorization: `Bearer ${tokenOf(tenant)}` },
      })
      if (answer.statusCode !== 200) throw new Error(`${list}: ${answer.body}`)
      const { rows } = await pool.query<{ statement: string }>(
        'select statement from pg_prepared_statements order by prepare_time desc limit 1',
      )
      const scanned = await scannedWhole(pool, rows[0]?.statement ?? '')
      verdicts.push({
        text: `plan of ${list}: ${scanned.length === 0 ? 'by index' : `reads all of ${scanned.join(', ')}`}`,
        isMet: scanned.length === 0,
      })
    }
  } finally {
    await app.close()
    await pool.end()
  }
  return verdicts
}

async function scannedWhole(pool: pg.Pool, statement: string): Promise<string[]> {
  const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `explain (generic_plan, format json) ${statement}`,
  )
  const plan = rows[0]?.['QUERY PLAN'][0].Plan
  return plan ? seqScans(plan) : []
}

function seqScans(plan: Plan): string[] {
  const own =
    plan['Node Type'] === 'Seq Scan' && large.includes(plan['Relation Name'] ?? '') ? [plan['Relation Name'] ?? ''] : []
  return [...own, ...(plan.Plans ?? []).flatMap(seqScans)]
}
