import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyDatabase, type TestDatabase } from '../../../tools/testing/test-database.ts'
import { folderOf, least } from '../test/packages/package-work.ts'
import { willowbrook } from '../test/packages/willowbrook.ts'
import { isPassword } from './access/password.ts'
import { runCommand } from './cli.ts'

let database: TestDatabase
let dataDir: string

beforeAll(async () => {
  database = await createEmptyDatabase()
  dataDir = await mkdtemp(path.join(tmpdir(), 'commonweal-cli-data-'))
})
afterAll(() => database.drop())

async function run(words: string[], more: { cwd?: string; databaseUrl?: string; isEmbedded?: boolean } = {}) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const status = await runCommand(words, {
    databaseUrl: database.databaseUrl,
    isEmbedded: false,
    dataDir,
    stdout,
    stderr,
    ...more,
  })
  const text = (stream: PassThrough) => (stream.read() as Buffer | null)?.toString() ?? ''
  return { status, out: text(stdout), err: text(stderr) }
}

async function query(text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.databaseUrl })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

describe('the command line', () => {
  it('says what it knows, and what it does not', async () => {
    expect(await run(['help'])).toMatchObject({ status: 0, out: expect.stringContaining('import <folder|zip>') })
    expect(await run([])).toMatchObject({ status: 2, out: '' })
    expect(await run(['conjure'])).toMatchObject({ status: 2, err: expect.stringContaining('"conjure"') })
    expect(await run(['export', 'least'])).toMatchObject({ status: 2, err: expect.stringContaining('2 names') })
    expect(await run(['import', 'x', '--fast'])).toMatchObject({ status: 2, err: expect.stringContaining('--fast') })
  })

  it('imports into a fresh database, and shows a new steward their password once', async () => {
    const folder = await folderOf(willowbrook)
    const first = await run(['import', path.basename(folder), '--steward', 'Ada@willow.example'], {
      cwd: path.dirname(folder),
    })
    expect([first.status, first.err]).toEqual([0, expect.stringContaining('One-time password')])
    expect(first.out).toMatch(/bookings\.csv +4 +4 +0 +0 +0 +0\n/)
    const password = /only now: (\S+)/.exec(first.err)?.[1] ?? ''
    const [account] = await query(
      'select a.password_hash, p.display_name from accounts a join people p on p.account_id = a.id',
    )
    expect(account?.['display_name']).toBe('Ada Reed')
    expect(await isPassword(String(account?.['password_hash']), password)).toBe(true)
    const again = await run(['import', folder, '--steward', 'ada@willow.example'])
    expect([again.status, again.err]).toEqual([0, expect.not.stringContaining('password')])
    expect(await query(`select count(*)::int as n from roles where role = 'steward'`)).toEqual([{ n: 1 }])
    expect(await query(`select status, started_by from imports`)).toEqual([
      { status: 'done', started_by: null },
      { status: 'done', started_by: null },
    ])
  })

  it('names a steward the package does not know', async () => {
    const done = await run(['import', await folderOf(least), '--steward', 'eve@least.example'])
    expect([done.status, done.err]).toEqual([0, expect.stringContaining('One-time password')])
    expect(
      await query(
        `select p.display_name, r.role from people p join roles r on r.person_id = p.id where p.email = 'eve@least.example'`,
      ),
    ).toEqual([{ display_name: 'eve', role: 'steward' }])
  })

  it('lists every bad row of a refused package and ends with 1', async () => {
    const bad = await folderOf({
      ...least,
      'costs.csv': 'due_on,amount_minor,currency,label\nnever,1,EUR,Tea\n2026-01-01,x,EUR,Tea\n',
    })
    const refused = await run(['import', bad])
    expect([refused.status, refused.out]).toEqual([
      1,
      expect.stringContaining(
        'Faults (2):\n  costs.csv:2 due_on: not-a-day "never"\n  costs.csv:3 amount_minor: not-an-integer "x"\n',
      ),
    ])
    expect(refused.err).toContain('nothing was changed')
    const json = await run(['import', bad, '--json'])
    expect([json.status, (JSON.parse(json.out) as { faultsTotal: number }).faultsTotal]).toEqual([1, 2])
    expect((await run(['import', 'nowhere'])).status).toBe(1)
  })

  it('exports to a folder and to a zip, and not among other files', async () => {
    const cwd = await mkdtemp(path.join(tmpdir(), 'commonweal-cli-'))
    expect((await run(['export', 'willowbrook', 'out'], { cwd })).status).toBe(0)
    expect((await run(['export', 'willowbrook', 'out'], { cwd })).status).toBe(0)
    expect((await readdir(path.join(cwd, 'out'))).length).toBe(29)
    expect((await run(['export', 'willowbrook', 'out.zip'], { cwd })).status).toBe(0)
    expect((await run(['import', 'out.zip', '--dry-run'], { cwd })).out).toContain('Would be imported: willowbrook')
    await writeFile(path.join(cwd, 'out', 'letter.txt'), 'mine')
    expect(await run(['export', 'willowbrook', 'out'], { cwd })).toMatchObject({
      status: 1,
      err: expect.stringContaining('other files'),
    })
    expect(await run(['export', 'atlantis', 'out'], { cwd })).toMatchObject({
      status: 1,
      err: expect.stringContaining('"atlantis"'),
    })
  })

  it('answers readings as one object, or as a table', async () => {
    const json = await run(['risks', 'willowbrook', '--from', '2021-06', '--to', '2021-08', '--json'])
    const answer = JSON.parse(json.out) as { community: string; engine: string; months: { month: string }[] }
    expect([answer.community, answer.months.map(({ month }) => month)]).toEqual([
      'willowbrook',
      ['2021-06', '2021-07', '2021-08'],
    ])
    expect(Object.keys(answer)).toEqual(['community', 'engine', 'months'])
    expect((await run(['risks', 'willowbrook', '--from', '2021-06', '--to', '2021-08'])).out.split('\n')).toHaveLength(
      5,
    )
    expect((await run(['risks', 'willowbrook', '--from', '2021-13'])).status).toBe(2)
    expect((await run(['risks', 'willowbrook', '--from', '2022-01', '--to', '2021-01'])).status).toBe(2)
    expect((await run(['risks', 'atlantis'])).status).toBe(1)
    const past = await run(['risks', 'willowbrook', '--known-on', '2021-08-31', '--json'])
    const said = JSON.parse(past.out) as { known: { on: string; assumedFacts: number }; months: { month: string }[] }
    expect([said.known.on, said.known.assumedFacts > 0, said.months.at(-1)?.month]).toEqual([
      '2021-08-31',
      true,
      '2021-08',
    ])
    expect((await run(['risks', 'willowbrook', '--known-on', '2021-02-30'])).status).toBe(2)
  })

  it('lists the communities', async () => {
    const { out } = await run(['communities'])
    expect(out.split('\n').map((row) => row.split(' ')[0])).toEqual(['community', 'least', 'willowbrook', ''])
  })

  it('leaves a database of another version alone', async () => {
    await query(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 99999999999999)`)
    expect(await run(['communities'])).toMatchObject({ status: 1, err: expect.stringContaining('newer version') })
    await query(
      `delete from drizzle.__drizzle_migrations where created_at >= (select max(created_at) from drizzle.__drizzle_migrations where hash <> 'later')`,
    )
    expect(await run(['communities'])).toMatchObject({ status: 1, err: expect.stringContaining('older version') })
  })
})
