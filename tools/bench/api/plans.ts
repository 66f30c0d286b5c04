import type { RouteSpec } from '../../../packages/contracts/src/route.ts'
import type pg from 'pg'
import { buildApp } from '../../../apps/api/src/app.ts'
import { configFrom } from '../../../apps/api/src/config.ts'
import { connect } from '../../../apps/api/src/database/connect.ts'
import { SECRET, tokenOf } from './cases.ts'
import type { Tenant } from './generate.ts'
import type { Verdict } from './main.ts'

/** Tables that hold every community's rows: a plan must not read one from end to end, nor sort what it read of one. */
const large = [
  'organisations',
  'memberships',
  'engagements',
  'initiatives',
  'participations',
  'milestones',
  'updates',
  'bookings',
  'pledges',
  'spaces',
  'mandates',
  'costs',
  'activity',
  'notices',
  'risk_assessments',
  'flag_handlings',
]

const lists = [
  'partners',
  'partners?sort=-name',
  'partners?sector=ngo',
  'partners?state=active',
  'partners?engagement=silent',
  'partners?sort=joined',
  'partners?sort=-initiatives',
  'partners?sort=last-act',
  'partners?sort=-last-act',
  'partners?engagement=dormant&sort=last-act',
  'initiatives',
  'initiatives?sort=started',
  'initiatives?sort=title',
  'initiatives?sort=-title',
  'initiatives?sort=planned-end',
  'initiatives?state=active&kind=joint',
  'initiatives?state=living',
  'initiatives?isReviewDue=true',
  'mandates',
  'mandates?from=2026-01-01',
  'mandates?sort=-ends',
  'milestones',
  'milestones?sort=-due',
  'milestones?sort=title',
  'milestones?sort=-title',
  'updates',
  'updates?sort=posted',
  'updates?sort=title',
  'updates?sort=-title',
  'milestones?standing=overdue',
  'milestones?standing=open',
  'spaces',
  'spaces?sort=-name',
  'bookings',
  'bookings?sort=-starts',
  'bookings?hasCancelled=true',
  'bookings?status=confirmed',
  'pledges',
  'pledges?sort=from',
  'pledges?sort=amount',
  'pledges?sort=-amount',
  'pledges?status=confirmed',
  'people',
  'people?sort=-name',
  'people?role=steward',
  'invitations',
  'invitations?sort=sent',
  'invitations?sort=name',
  'invitations?sort=-name',
  'invitations?state=open',
  'activity',
  'activity?objectKind=booking&from=2024-03-01',
  'activity?sort=at',
  'activity?q=hall',
  'costs',
  'costs?sort=due',
  'costs?sort=amount',
  'costs?sort=-amount',
  'costs?from=2024-01-01&to=2024-12-31',
  'reserves',
  'reserves?sort=on',
  'reserves?sort=amount',
  'reserves?sort=-amount',
  'reserves?from=2024-01-01&to=2024-12-31',
  'notices',
  'notices?sort=at',
  'notices?q=hall',
  'risks/assessments',
  'risks/assessments?sort=month',
  'risks/assessments?from=2024-01&to=2024-12',
  'risks/thresholds',
  'risks/handlings',
  'risks/handlings?sort=at',
  'risks/handlings?flag=funding',
]

/** Lists whose order no index holds, or whose span of days leaves few rows to sort. They may sort, not read a whole table. */
const sortedLists = [
  'spaces?sort=capacity',
  'people?sort=organisation',
  'people?sort=-since',
  'bookings?from=2024-03-01&to=2024-03-07',
  'what-is-on?from=2024-03-01&to=2024-03-07',
  'partners/:partnerId/acts',
]

interface Plan {
  readonly 'Node Type': string
  readonly 'Parent Relationship'?: string
  readonly 'Relation Name'?: string
  readonly Plans?: readonly Plan[]
}

/**
 * Asks every list once over one connection and looks at the plans of the statements it prepared: the one plan for all
 * tenants that the product uses, and the one PostgreSQL would make for the largest alone.
 */
export async function plansOf(databaseUrl: string, tenant: Tenant): Promise<Verdict[]> {
  const pool = connect({ databaseUrl, maxConnections: 1 })
  const config = configFrom({ DATABASE_URL: databaseUrl, COMMONWEAL_SECRET: SECRET, COMMONWEAL_LOG: 'quiet' })
  const asked: { text: string; values: readonly unknown[] }[] = []
  pool.on('connect', (client) => listen(client, asked))
  const { app, house } = await buildApp({ config, pool, clock: () => new Date() })
  const verdicts = unseen(house.specs)
  try {
    for (const list of [...lists, ...sortedLists]) {
      const answer = await app.inject({
        url: `/api/v1/communities/${tenant.communityId}/${list.replace(':partnerId', tenant.organisationId)}`,
        headers: { authorization: `Bearer ${tokenOf(tenant)}` },
      })
      if (answer.statusCode !== 200) throw new Error(`${list}: ${answer.body}`)
      const statement = asked.at(-1)
      if (!statement) throw new Error(`${list} asked the database nothing`)
      const maySort = sortedLists.includes(list)
      const faults = new Set<string>()
      for (const mode of ['force_generic_plan', 'force_custom_plan'])
        for (const fault of faultsOf(await planOf(pool, mode, statement), maySort)) faults.add(fault)
      verdicts.push({
        text: `plan of ${list}: ${faults.size > 0 ? [...faults].join(', ') : maySort ? 'reads by index, sorts' : 'by index'}`,
        isMet: faults.size === 0,
      })
    }
  } finally {
    await app.close()
    await pool.end()
  }
  return verdicts
}

/** Routes that answer page by page and have no line above. */
function unseen(specs: readonly RouteSpec[]): Verdict[] {
  const looked = new Set([...lists, ...sortedLists].map((list) => `/communities/:communityId/${list.split('?')[0]}`))
  return specs
    .filter(({ method, url, query }) => method === 'GET' && isPaged(query) && !looked.has(url))
    .map(({ operation, url }) => ({
      text: `plan of ${url}: nobody looks at it; ${operation} needs a line in plans.ts`,
      isMet: false,
    }))
}

function isPaged(query: RouteSpec['query']): boolean {
  return query !== undefined && 'properties' in query && 'cursor' in (query.properties as object)
}

/** Notes what the product asks, with its values: `explain` needs both. */
function listen(client: pg.PoolClient, asked: { text: string; values: readonly unknown[] }[]): void {
  const query = client.query.bind(client) as (...parts: unknown[]) => unknown
  const listening = (...parts: unknown[]) => {
    const [config] = parts
    if (isNamed(config)) asked.push({ text: config.text, values: config.values })
    return query(...parts)
  }
  client.query = listening as typeof client.query
}

function isNamed(config: unknown): config is { name: string; text: string; values: unknown[] } {
  return typeof config === 'object' && config !== null && 'name' in config && 'values' in config
}

async function planOf(
  pool: pg.Pool,
  mode: string,
  { text, values }: { text: string; values: readonly unknown[] },
): Promise<Plan> {
  const client = await pool.connect()
  try {
    await client.query(`set plan_cache_mode = ${mode}`)
    await client.query(`prepare looked_at as ${text}`)
    const literals = values.map((value) => (value === null ? 'null' : client.escapeLiteral(textOf(value))))
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (format json) execute looked_at(${literals.join(', ')})`,
    )
    const plan = rows[0]?.['QUERY PLAN'][0].Plan
    if (!plan) throw new Error('the database explained nothing')
    return plan
  } finally {
    await client.query('deallocate looked_at; reset plan_cache_mode')
    client.release()
  }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map(textOf).join(',')}}`
  return value instanceof Date ? value.toISOString() : String(value)
}

function faultsOf(plan: Plan, maySort: boolean): string[] {
  const own =
    plan['Node Type'] === 'Seq Scan' && large.includes(plan['Relation Name'] ?? '')
      ? [`reads all of ${plan['Relation Name']}`]
      : []
  if (!maySort && plan['Node Type'].endsWith('Sort'))
    own.push(...scannedBelow(plan).map((table) => `sorts what it reads of ${table}`))
  return [...own, ...(plan.Plans ?? []).flatMap((part) => faultsOf(part, maySort || isPerRow(plan, part)))]
}

/** What is done for one row of the page at a time sorts a handful. */
function isPerRow(plan: Plan, part: Plan): boolean {
  const relationship = part['Parent Relationship']
  return relationship === 'SubPlan' || (plan['Node Type'] === 'Nested Loop' && relationship === 'Inner')
}

function scannedBelow(plan: Plan): string[] {
  const own = large.includes(plan['Relation Name'] ?? '') ? [plan['Relation Name'] ?? ''] : []
  return [...own, ...(plan.Plans ?? []).flatMap(scannedBelow)]
}
