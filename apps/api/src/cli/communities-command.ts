import { tableText, type Command } from './command.ts'

interface Listed {
  slug: string
  name: string
  source: string
  organisations: number
  initiatives: number
}

/** The communities of this installation: what an operator sees of them. */
export async function listCommunities({ pool, flags, stdout }: Command): Promise<number> {
  const { rows } = await pool.query<Listed>(
    `select c.slug, c.name, c.source,
       (select count(*)::int from organisations o where o.community_id = c.id) as organisations,
       (select count(*)::int from initiatives i where i.community_id = c.id) as initiatives
     from communities c order by c.slug`,
  )
  if (flags['json'] === true) stdout.write(`${JSON.stringify(rows, null, 2)}\n`)
  else
    stdout.write(
      tableText([
        ['community', 'name', 'source', 'organisations', 'initiatives'],
        ...rows.map((row) => [row.slug, row.name, row.source, row.organisations, row.initiatives]),
      ]),
    )
  return 0
}
