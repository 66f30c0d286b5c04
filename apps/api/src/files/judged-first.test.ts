import type { Initiative } from '@commonweal/contracts/initiatives'
import { MAX_FILE_BYTES } from '@commonweal/domain/files/media-types'
import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'

const QUOTA = 30_000_000
let test: TestApp
let cast: Cast
let base: string
let initiativeId: string

beforeAll(async () => {
  test = await startTestApp({ fileQuotaBytes: QUOTA })
  cast = await castOf(test)
  base = `/communities/${cast.here.communityId}`
  const answer = await ask(test.app, {
    method: 'POST',
    url: `${base}/initiatives`,
    token: cast.here.steward.token,
    body: {
      title: 'Repair café',
      kind: 'joint',
      startedOn: '2026-01-10',
      participations: [{ organisationId: cast.here.organisations.school, role: 'lead' }],
    },
  })
  initiativeId = answer.json<Initiative>().id
  await test.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => test.close())

async function send(name: string, body: Buffer): Promise<number> {
  const answer = await ask(test.app, {
    method: 'POST',
    url: `${base}/initiatives/${initiativeId}/uploads?name=${name}`,
    token: cast.here.member.token,
    body,
    headers: { 'content-type': 'application/octet-stream' },
  })
  return answer.statusCode
}

// Of each request only the first piece ever comes.
it.each([
  ['whoever takes no part', 403, () => ({ token: cast.here.librarian.token })],
  ['nobody’s initiative', 404, () => ({ initiative: '00000000-0000-7000-8000-000000000000' })],
  ['more than there is room for', 409, () => ({ length: QUOTA + 1 - 10_000_000, room: 10_000_000 })],
  ['more than a file may have', 413, () => ({ length: MAX_FILE_BYTES + 1 })],
])('%s is answered %i without waiting for the rest', async (_, status, asked) => {
  const { room = 0, ...begun }: Begun & { room?: number } = asked()
  const filling = Buffer.alloc(room, 0x63)
  if (room > 0) expect(await send('filling.txt', filling)).toBe(201)
  expect(await begin(begun)).toBe(status)
  expect(await readdir(path.join(test.house.config.fileDir, 'incoming')).catch(() => [])).toEqual([])
  await test.pool.query(`delete from uploads where name = 'filling.txt'`)
})

interface Begun {
  readonly token?: string
  readonly initiative?: string
  readonly length?: number
}

/** Sends the head of a request and one piece of its body, and waits for the answer. */
function begin({
  token = cast.here.member.token,
  initiative = initiativeId,
  length = 1_000_000,
}: Begun): Promise<number | null> {
  const { port } = test.app.server.address() as AddressInfo
  return new Promise((resolve) => {
    const sending = request(
      {
        port,
        method: 'POST',
        path: `/api/v1${base}/initiatives/${initiative}/uploads?name=piece.txt`,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/octet-stream',
          'content-length': length,
        },
      },
      (answer) => {
        answer.resume()
        answer.on('end', () => sending.destroy())
        resolve(answer.statusCode ?? null)
      },
    )
    sending.on('error', () => resolve(null))
    sending.write(Buffer.alloc(1_000, 0x61))
  })
}
