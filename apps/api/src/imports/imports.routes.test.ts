import type { Import } from '@commonweal/contracts/imports'
import { buffer } from 'node:stream/consumers'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { castOf, type Cast } from '../../test/cast.ts'
import { exportZip, least, type Texts } from '../../test/packages/package-work.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'

let test: TestApp
let cast: Cast

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
})
afterAll(() => test.close())

async function zipOf(texts: Texts): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(texts)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  return buffer(zip.outputStream)
}

const start = (bytes: Buffer | string, query = '') =>
  ask(test.app, {
    method: 'POST',
    url: `/communities/${cast.here.communityId}/imports${query}`,
    token: cast.here.steward.token,
    body: bytes,
    headers: { 'content-type': 'application/zip' },
  })
const read = async (id: string): Promise<Import> =>
  (
    await ask(test.app, { url: `/communities/${cast.here.communityId}/imports/${id}`, token: cast.here.steward.token })
  ).json()

async function finished(id: string): Promise<Import> {
  for (let tries = 0; tries < 200; tries += 1) {
    const told = await read(id)
    if (told.status !== 'running') return told
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('the import did not end')
}

describe('startImport', () => {
  it('brings a package in, tells how it went, and leaves its trace', async () => {
    const answer = await start(await zipOf(least))
    expect([answer.statusCode, answer.json<Import>().status]).toEqual([202, 'running'])
    const told = await finished(answer.json<Import>().id)
    expect(told).toMatchObject({
      status: 'done',
      phase: 'finished',
      rowsDone: 4,
      rowsTotal: 4,
      source: 'least',
      faultsTotal: 0,
      isDryRun: false,
    })
    expect(told.counts.find(({ file }) => file === 'organisations.csv')).toMatchObject({ rows: 2, added: 2 })
    const { rows } = await test.pool.query(
      `select person_id, object_id, facts from activity where verb = 'startImport'`,
    )
    expect(rows).toEqual([
      { person_id: cast.here.steward.personId, object_id: told.id, facts: { source: 'least', added: 4, changed: 0 } },
    ])
  })

  it('a refused package and a dry run change nothing and leave no trace', async () => {
    const bad = { ...least, 'costs.csv': 'due_on,amount_minor,currency,label\nnever,1,EUR,Tea\n' }
    const refused = await finished((await start(await zipOf(bad))).json<Import>().id)
    expect(refused).toMatchObject({
      status: 'refused',
      faultsTotal: 1,
      faults: [{ file: 'costs.csv', line: 2, column: 'due_on', code: 'not-a-day', value: 'never' }],
    })
    const fine = { ...least, 'costs.csv': 'due_on,amount_minor,currency,label\n2026-01-01,1,EUR,Tea\n' }
    const dry = await finished((await start(await zipOf(fine), '?isDryRun=true')).json<Import>().id)
    expect(dry).toMatchObject({ status: 'done', isDryRun: true })
    expect(dry.counts.find(({ file }) => file === 'costs.csv')).toMatchObject({ added: 1 })
    const { rows } = await test.pool.query(
      `select (select count(*)::int from costs) as costs, (select count(*)::int from activity) as acts`,
    )
    expect(rows).toEqual([{ costs: 0, acts: 1 }])
  })

  it('lenient is asked for', async () => {
    const zip = await zipOf({ ...least, 'extra.csv': 'x\n' })
    expect((await finished((await start(zip)).json<Import>().id)).status).toBe('refused')
    expect(await finished((await start(zip, '?isLenient=true')).json<Import>().id)).toMatchObject({
      status: 'done',
      warnings: [{ code: 'description-not-applied' }, { code: 'unknown-file' }],
    })
  })

  it('package-not-readable', async () => {
    for (const bytes of ['not a zip', await zipOf({ 'letter.txt': 'hello' })]) {
      const answer = await start(bytes)
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, 'package-not-readable'])
    }
  })

  it('import-running, until the one before falls silent', async () => {
    const insert = (beatAt: Date) =>
      test.pool.query(
        `insert into imports (community_id, id, status, phase, is_dry_run, started_at, beat_at) values ($1, $2, 'running', 'writing', false, $3, $3) returning id`,
        [cast.here.communityId, uuidv7(), beatAt],
      )
    const alive = await insert(test.clock.now)
    const answer = await start(await zipOf(least))
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([409, 'import-running'])
    await test.pool.query("update imports set beat_at = beat_at - interval '61 seconds' where id = $1", [
      alive.rows[0]?.id,
    ])
    expect((await read(alive.rows[0]?.id)).status).toBe('interrupted')
    expect((await finished((await start(await zipOf(least))).json<Import>().id)).status).toBe('done')
    expect((await read(alive.rows[0]?.id)).status).toBe('interrupted')
  })
})

describe('exportCommunity', () => {
  it('streams the package under a name of its own', async () => {
    const answer = await ask(test.app, {
      url: `/communities/${cast.here.communityId}/export`,
      token: cast.here.steward.token,
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="lindenmark-2026-05-15.zip"',
      'cache-control': 'no-store',
    })
    expect(answer.rawPayload).toEqual(await exportZip(test.pool, cast.here.communityId))
  })
})
