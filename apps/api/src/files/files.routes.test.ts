import type { Upload } from '@commonweal/contracts/files'
import type { Initiative } from '@commonweal/contracts/initiatives'
import type { Update } from '@commonweal/contracts/updates'
import { MAX_FILE_BYTES } from '@commonweal/domain/files/media-types'
import { tiffOf } from '@commonweal/domain/files/orientation'
import { createHash } from 'node:crypto'
import { readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { samplePdf, samplePng } from '../../../../tools/testing/sample-files.ts'
import { cameraTiff, exifSegment, sampleJpeg, withSegments } from '../../../../tools/testing/sample-pictures.ts'
import { sampleZip } from '../../test/sample-zip.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'
import { collectFiles } from './collect-files.ts'

let test: TestApp
let cast: Cast
let base: string
let initiativeId: string

const QUOTA = 30_000_000

beforeAll(async () => {
  test = await startTestApp({ fileQuotaBytes: QUOTA })
  cast = await castOf(test)
  base = `/communities/${cast.here.communityId}`
  initiativeId = (
    await ask(test.app, {
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
  ).json<Initiative>().id
  await test.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => test.close())

interface Sending {
  readonly token?: string
  readonly key?: string
  readonly type?: string
}

const send = (name: string, body: Buffer, { token = cast.here.member.token, key, type }: Sending = {}) =>
  ask(test.app, {
    method: 'POST',
    url: `${base}/initiatives/${initiativeId}/uploads?name=${encodeURIComponent(name)}`,
    token,
    body,
    headers: { 'content-type': type ?? 'application/octet-stream', ...(key ? { 'idempotency-key': key } : {}) },
  })
const post = (files: object[], token = cast.here.member.token) =>
  ask(test.app, {
    method: 'POST',
    url: `${base}/initiatives/${initiativeId}/updates`,
    token,
    body: { title: 'Open again', text: 'With cake.', files },
  })
const fetchFile = (id: string, token = cast.here.viewer.token) => ask(test.app, { url: `${base}/files/${id}`, token })
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const isKept = (bytes: Buffer) => test.house.files.has(cast.here.communityId, sha256(bytes))
const staged = () => readdir(path.join(test.house.config.fileDir, 'incoming')).catch(() => [])

describe('uploadFile', () => {
  it('a picture, a document and a text are known by their bytes, whatever they are called', async () => {
    const odt = await sampleZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' })
    const docx = await sampleZip({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' })
    const sent: [string, Buffer, string, string][] = [
      ['Täglich.PNG', samplePng(), 'image/png', 'Täglich.png'],
      ['plan.png', samplePdf, 'application/pdf', 'plan.png.pdf'],
      ['../../letter', odt, 'application/vnd.oasis.opendocument.text', 'letter.odt'],
      ['notes.docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'notes.docx'],
      ['who.csv', Buffer.from('name\nAda\n'), 'text/csv', 'who.csv'],
    ]
    for (const [name, bytes, mediaType, safe] of sent) {
      const answer = await send(name, bytes)
      expect([answer.statusCode, answer.json()]).toEqual([
        201,
        { id: expect.any(String), name: safe, mediaType, sizeBytes: bytes.length, sha256: sha256(bytes) },
      ])
      expect(await isKept(bytes)).toBe(true)
    }
    expect(await staged()).toEqual([])
  })

  it.each([
    ['a program', 'setup.pdf', Buffer.from('MZ\x90\x00', 'latin1')],
    ['a page', 'page.html', Buffer.from('<script>alert(1)</script>')],
    ['a drawing that runs', 'drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['nothing', 'empty.txt', Buffer.alloc(0)],
    ['text that is none', 'notes.txt', Buffer.from([0x61, 0x00, 0xff])],
    ['half a zip', 'half.docx', Buffer.from('PK\x03\x04 and no more', 'latin1')],
  ])('%s is refused and leaves nothing', async (_, name, bytes) => {
    expect((await send(name, bytes)).json()).toMatchObject({ status: 422, code: 'file-type-not-allowed' })
    expect(await isKept(bytes)).toBe(false)
    expect(await staged()).toEqual([])
  })

  it('JSON instead of bytes is refused, and so are bytes where JSON belongs', async () => {
    expect((await send('a.txt', Buffer.from('{}'), { type: 'application/json' })).json()).toMatchObject({
      code: 'media-type-not-supported',
    })
    const bytes = await ask(test.app, {
      method: 'POST',
      url: `${base}/partners`,
      token: cast.here.steward.token,
      body: Buffer.from('x'),
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(bytes.json()).toMatchObject({ status: 415, code: 'media-type-not-supported' })
  })

  it('of a photograph place and camera are left out before it is kept, and how it is to be turned stays', async () => {
    const taken = withSegments(sampleJpeg, exifSegment(cameraTiff(6)))
    const { id, sha256: hash, sizeBytes } = (await send('home.jpg', taken)).json<Upload>()
    expect((await post([{ id, alt: 'A house' }])).statusCode).toBe(201)
    const kept = (await fetchFile(id)).rawPayload
    expect(kept.equals(withSegments(sampleJpeg, exifSegment(Buffer.from(tiffOf(6)))))).toBe(true)
    expect([hash, sizeBytes]).toEqual([sha256(kept), kept.length])
    expect([await isKept(taken), await staged()]).toEqual([false, []])
  })

  it('more than a file may have is refused, said before or not, and leaves nothing', async () => {
    const large = Buffer.alloc(MAX_FILE_BYTES + 1, 0x61)
    expect((await send('large.txt', large)).json()).toMatchObject({ status: 413, code: 'file-too-large' })
    expect(await sendInPieces(large, large.length)).toBe(413)
    expect(await staged()).toEqual([])
  })

  it('whoever breaks off leaves nothing', async () => {
    await sendInPieces(Buffer.alloc(300_000, 0x61), null)
    for (let tries = 0; tries < 50 && (await staged()).length > 0; tries += 1) await pause(20)
    expect(await staged()).toEqual([])
    const { rows } = await test.pool.query(`select 1 from uploads where name = 'piece.txt'`)
    expect(rows).toEqual([])
  })

  it('repeated under one key, at once or later, it is received once; other bytes under it are refused', async () => {
    const bytes = Buffer.from('Bring cups.')
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send('cups.txt', bytes, { key: 'cups' })))
    const ids = new Set(
      [...answers, await send('cups.txt', bytes, { key: 'cups' })].map((one) => one.json<Upload>().id),
    )
    expect(ids.size).toBe(1)
    expect((await send('cups.txt', Buffer.from('Bring plates.'), { key: 'cups' })).json()).toMatchObject({
      code: 'idempotency-key-reused',
    })
    expect(await isKept(Buffer.from('Bring plates.'))).toBe(false)
    expect(await isKept(bytes)).toBe(true)
  })

  it('whoever takes no part sends nothing, and a community takes only the room it has', async () => {
    expect((await send('a.txt', Buffer.from('a'), { token: cast.here.librarian.token })).json()).toMatchObject({
      status: 403,
      code: 'not-your-organisation',
    })
    const half = Buffer.alloc(16_000_000, 0x61)
    expect((await send('half.txt', half)).statusCode).toBe(201)
    const answer = await send('other.txt', Buffer.alloc(16_000_000, 0x62))
    expect(answer.json()).toMatchObject({ status: 409, code: 'file-quota-reached', facts: { quotaBytes: QUOTA } })
    expect(await isKept(Buffer.alloc(16_000_000, 0x62))).toBe(false)
    await test.pool.query(`delete from uploads where name = 'half.txt'`)
  })
})

describe('readFile', () => {
  it('gives the very bytes, to be saved and not to be run', async () => {
    const bytes = samplePng(3)
    const { id } = (await send('the "roof" ä.png', bytes)).json<Upload>()
    expect((await fetchFile(id)).statusCode).toBe(404)
    expect((await post([{ id, alt: 'A roof' }])).statusCode).toBe(201)
    const answer = await fetchFile(id)
    expect(answer.rawPayload.equals(bytes)).toBe(true)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `attachment; filename="the -roof- _.png"; filename*=UTF-8''the%20-roof-%20%C3%A4.png`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    })
    const foreign = await ask(test.app, {
      url: `/communities/${cast.elsewhere.communityId}/files/${id}`,
      token: cast.elsewhere.steward.token,
    })
    expect(foreign.statusCode).toBe(404)
  })
})

describe('what nobody needs', () => {
  it('goes with the last update that had it, and not before', async () => {
    const bytes = samplePng(4)
    const first = (await send('a.png', bytes)).json<Upload>()
    const second = (await send('b.png', bytes)).json<Upload>()
    const one = (await post([{ id: first.id, alt: 'A' }])).json<Update>()
    const other = (await post([{ id: second.id, alt: 'B' }])).json<Update>()
    const remove = (id: string) =>
      ask(test.app, { method: 'DELETE', url: `${base}/updates/${id}`, token: cast.here.member.token })
    expect((await remove(one.id)).statusCode).toBe(204)
    expect(await isKept(bytes)).toBe(true)
    expect((await fetchFile(second.id)).statusCode).toBe(200)
    await remove(other.id)
    expect(await isKept(bytes)).toBe(false)
    expect((await fetchFile(second.id)).statusCode).toBe(404)
  })

  it('is collected after a day: uploads without an update, bytes without a row, halves of what broke off', async () => {
    const waiting = samplePng(5)
    await send('waiting.png', waiting)
    const kept = samplePng(6)
    const { id } = (await send('kept.png', kept)).json<Upload>()
    await post([{ id, alt: 'Kept' }])
    const orphan = await test.house.files.stage(sourceOf('nobody names this'), 100)
    await test.house.files.keep(cast.here.communityId, orphan)
    const half = path.join(test.house.config.fileDir, 'incoming', 'half')
    await writeFile(half, 'ha')
    await utimes(half, new Date('2020-01-01'), new Date('2020-01-01'))
    await collectFiles(test.pool, test.house.files, test.clock.now)
    expect([await isKept(waiting), await isKept(kept)]).toEqual([true, true])
    expect(await test.house.files.has(cast.here.communityId, orphan.sha256)).toBe(false)
    expect(await staged()).toEqual([])
    await collectFiles(test.pool, test.house.files, new Date(test.clock.now.getTime() + 25 * 3_600_000))
    expect([await isKept(waiting), await isKept(kept)]).toEqual([false, true])
    await rm(half, { force: true })
  })
})

async function* sourceOf(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}

/** Over a real connection, without saying how much comes; breaks off after the first piece where no length is given. */
function sendInPieces(bytes: Buffer, all: number | null): Promise<number | null> {
  const { port } = test.app.server.address() as AddressInfo
  return new Promise((resolve) => {
    const sending = request(
      {
        port,
        method: 'POST',
        path: `/api/v1${base}/initiatives/${initiativeId}/uploads?name=piece.txt`,
        headers: {
          authorization: `Bearer ${cast.here.member.token}`,
          'content-type': 'application/octet-stream',
          'transfer-encoding': 'chunked',
        },
      },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? null)
      },
    )
    sending.on('error', () => resolve(null))
    if (all !== null) return sending.end(bytes)
    sending.write(bytes, () => setTimeout(() => sending.destroy(), 50))
  })
}
