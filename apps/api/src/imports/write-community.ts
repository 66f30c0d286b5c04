import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { communityFile, type CommunityRecord } from './community-record.ts'
import { addIssue, type IssueList } from './issues.ts'
import { mergeRow, nextBase, type Said } from './merge-row.ts'
import type { ImportTarget } from './import-report.ts'

export interface CommunityHere {
  readonly id: string
  readonly timezone: string
  readonly isNew: boolean
}

interface CommunityRow {
  id: string
  slug: string
  name: string
  country: string
  timezone: string
  currency: string
  languages: string[]
  data_complete_through: string | null
  note: string | null
  core_sectors: string[] | null
  wants_independence: boolean | null
  closing_since: string | null
  closing_reason: string | null
  keeps: string[]
  base: Said | null
}

/** What a later package may change of a community; zone and currency are what all its days and amounts mean. */
const mergedFields = [
  'name',
  'country',
  'languages',
  'data_complete_through',
  'note',
  'core_sectors',
  'wants_independence',
  'closing_since',
  'closing_reason',
] as const satisfies readonly (keyof CommunityRecord)[]

interface Context {
  readonly client: pg.ClientBase
  readonly now: Date
  readonly faults: IssueList
  readonly warnings: IssueList
  readonly conflicts: IssueList
}

/**
 * Finds the community a package goes into, or founds it; null with a fault where it cannot. A community the caller named
 * takes the rows of a package of another slug, but not its description.
 */
export async function settleCommunity(
  context: Context,
  target: ImportTarget,
  record: CommunityRecord,
  kinds: readonly string[],
): Promise<CommunityHere | null> {
  const here = await findCommunity(context.client, target, record.slug)
  if (!here) {
    if (target.kind === 'by-slug') return foundCommunity(context, record, kinds)
    addIssue(context.faults, { file: communityFile, code: 'community-unknown' })
    return null
  }
  for (const field of ['currency', 'timezone'] as const) {
    if (here[field] !== record[field])
      addIssue(context.faults, { file: communityFile, column: field, code: `${field}-differs`, value: record[field] })
  }
  if (here.slug !== record.slug)
    addIssue(context.warnings, {
      file: communityFile,
      column: 'slug',
      code: 'description-not-applied',
      value: record.slug,
    })
  else await mergeCommunity(context, here, record)
  await keepKinds(context.client, here, kinds)
  return { id: here.id, timezone: here.timezone, isNew: false }
}

async function findCommunity(client: pg.ClientBase, target: ImportTarget, slug: string): Promise<CommunityRow | null> {
  const [column, key] = target.kind === 'into' ? ['id', target.communityId] : ['slug', slug]
  const found = await client.query<CommunityRow>(
    `select c.id, c.slug, c.name, c.country, c.timezone, c.currency, c.languages, c.data_complete_through::text, c.note, c.core_sectors, c.wants_independence, c.closing_since::text, c.closing_reason,
       c.keeps, o.base
     from communities c left join origins o on o.community_id = c.id and o.file = 'community' and o.row_id = c.id
     where c.${column} = $1 for no key update of c`,
    [key],
  )
  return found.rows[0] ?? null
}

async function foundCommunity(
  { client, now }: Context,
  record: CommunityRecord,
  kinds: readonly string[],
): Promise<CommunityHere> {
  const taken =
    record.id === null || (await client.query('select 1 from communities where id = $1', [record.id])).rowCount !== 0
  const id = taken || record.id === null ? uuidv7() : record.id
  await client.query(
    `insert into communities (id, slug, name, country, timezone, currency, languages, data_complete_through, source, note, core_sectors, wants_independence,
       closing_since, closing_reason, keeps, created_at, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      id,
      record.slug,
      record.name,
      record.country,
      record.timezone,
      record.currency,
      record.languages ?? [],
      record.data_complete_through,
      record.source,
      record.note,
      record.core_sectors,
      record.wants_independence,
      record.closing_since,
      record.closing_reason,
      kinds.toSorted(),
      record.created_at ?? now.toISOString(),
      record.recorded_at ?? now.toISOString(),
    ],
  )
  await keepBase(client, id, record.source, record.slug, nextBase(mergedFields, null, said(record)))
  return { id, timezone: record.timezone, isNew: true }
}

async function mergeCommunity(
  { client, now, conflicts }: Context,
  here: CommunityRow,
  record: CommunityRecord,
): Promise<void> {
  const theirs = said(record)
  const columns = mergedFields.filter((field) => record[field] !== null)
  const merge = mergeRow(columns, here.base, theirs, said(here))
  if (merge.outcome === 'conflict') {
    for (const column of merge.columns)
      addIssue(conflicts, { file: communityFile, column, code: 'changed-on-both-sides', value: theirs[column] ?? '' })
    return
  }
  if (merge.outcome === 'changed') {
    const next = {
      ...here,
      ...Object.fromEntries(merge.columns.map((column) => [column, record[column as keyof CommunityRecord]])),
    }
    await client.query(
      `update communities set name = $2, country = $3, languages = $4, data_complete_through = $5, note = $6,
         core_sectors = $7, wants_independence = $8, closing_since = $9, closing_reason = $10,
         recorded_at = greatest($11::timestamptz, recorded_at), revision = revision + 1 where id = $1`,
      [
        here.id,
        next.name,
        next.country,
        next.languages,
        next.data_complete_through,
        next.note,
        next.core_sectors,
        next.wants_independence,
        next.closing_since,
        next.closing_reason,
        now.toISOString(),
      ],
    )
  }
  if (here.base !== null || merge.outcome === 'changed')
    await keepBase(client, here.id, record.source, record.slug, nextBase(columns, here.base, theirs))
}

/** The described fields as text, a list as JSON, so that they merge like the cells of a row. */
function said(record: Pick<CommunityRecord, (typeof mergedFields)[number]>): Record<string, string> {
  return Object.fromEntries(
    mergedFields.map((field) => {
      const value = record[field]
      return [
        field,
        value === null || value === undefined || (field === 'languages' && record.languages?.length === 0)
          ? ''
          : typeof value === 'string'
            ? value
            : JSON.stringify(value),
      ]
    }),
  )
}

async function keepBase(client: pg.ClientBase, id: string, source: string, ref: string, base: Said): Promise<void> {
  await client.query(
    `insert into origins (community_id, file, row_id, source, ref, base) values ($1, 'community', $1, $2, $3, $4)
     on conflict (community_id, file, row_id) do update set base = excluded.base`,
    [id, source, ref, JSON.stringify(base)],
  )
}

async function keepKinds(client: pg.ClientBase, here: CommunityRow, kinds: readonly string[]): Promise<void> {
  const keeps = [...new Set([...here.keeps, ...kinds])].sort()
  if (keeps.length > here.keeps.length)
    await client.query('update communities set keeps = $2 where id = $1', [here.id, keeps])
}
