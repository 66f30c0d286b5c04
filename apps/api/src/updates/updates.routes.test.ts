import type { Upload } from '@commonweal/contracts/files'
import type { Initiative } from '@commonweal/contracts/initiatives'
import type { Update } from '@commonweal/contracts/updates'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { samplePdf, samplePng } from '../../../../tools/testing/sample-files.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'

let test: TestApp
let cast: Cast
let base: string
let initiativeId: string

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  base = `/communities/${cast.here.communityId}`
  const started = await ask(test.app, {
    method: 'POST',
    url: `${base}/initiatives`,
    token: cast.here.steward.token,
    body: {
      title: 'Repair café',
      kind: 'joint',
      startedOn: '2026-01-10',
      participations: [
        { organisationId: cast.here.organisations.library, role: 'lead' },
        { organisationId: cast.here.organisations.school, role: 'supporter' },
      ],
    },
  })
  initiativeId = started.json<Initiative>().id
})
afterAll(() => test.close())

const upload = async (name: string, body: Buffer, token = cast.here.member.token) =>
  (
    await ask(test.app, {
      method: 'POST',
      url: `${base}/initiatives/${initiativeId}/uploads?name=${name}`,
      token,
      body,
      headers: { 'content-type': 'application/octet-stream' },
    })
  ).json<Upload>()
const post = (body: object, token = cast.here.member.token) =>
  ask(test.app, { method: 'POST', url: `${base}/initiatives/${initiativeId}/updates`, token, body })
const edit = (id: string, revision: number, body: object, token = cast.here.member.token) =>
  ask(test.app, {
    method: 'PUT',
    url: `${base}/updates/${id}`,
    token,
    body,
    headers: { 'if-match': `"${revision}"` },
  })
const list = async (query: string, token = cast.here.viewer.token) =>
  (await ask(test.app, { url: `${base}/updates?${query}`, token })).json<{
    items: Update[]
    nextCursor: string | null
  }>()

describe('updates', () => {
  it('somebody who takes part tells, for their organisation, with files in the order chosen', async () => {
    const pdf = await upload('plan.pdf', samplePdf)
    const png = await upload('hall.png', samplePng())
    const answer = await post({
      title: 'The hall is ours',
      text: 'From **June** on.\n',
      files: [{ id: png.id, alt: ' A hall with forty chairs ' }, { id: pdf.id }],
    })
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({
      title: 'The hall is ours',
      text: 'From **June** on.',
      person: cast.here.member.email,
      organisation: 'Hill School',
      postedAt: '2026-05-15T10:00:00.000Z',
      files: [
        { id: png.id, name: 'hall.png', alt: 'A hall with forty chairs' },
        { id: pdf.id, name: 'plan.pdf', alt: null },
      ],
    })
    const [seen] = (await list(`initiativeId=${initiativeId}`)).items
    expect(seen).toMatchObject({ title: 'The hall is ours', person: null, organisation: 'Hill School' })
  })

  it('a picture without words for those who do not see it is refused, and nothing is posted', async () => {
    const png = await upload('hall.png', samplePng(7))
    const before = (await list('')).items.length
    for (const alt of [undefined, null])
      expect((await post({ title: 'A', text: 'b', files: [{ id: png.id, alt }] })).json()).toMatchObject({
        status: 422,
        code: 'alt-text-missing',
        facts: { name: 'hall.png' },
      })
    expect((await list('')).items).toHaveLength(before)
    expect((await post({ title: 'A', text: 'b', files: [{ id: png.id, alt: 'A hall' }] })).statusCode).toBe(201)
  })

  it.each([
    ['sent by somebody else', async () => (await upload('a.pdf', samplePdf, cast.here.librarian.token)).id],
    ['of another update', async () => (await list('')).items.flatMap(({ files }) => files)[0]?.id],
  ])('a file %s is not known', async (_, idOf) => {
    const id = await idOf()
    expect((await post({ title: 'A', text: 'b', files: [{ id, alt: 'x' }] })).json()).toMatchObject({
      status: 422,
      code: 'file-unknown',
    })
  })

  it('a file named twice is refused', async () => {
    const { id } = await upload('a.pdf', samplePdf)
    expect((await post({ title: 'A', text: 'b', files: [{ id }, { id }] })).json()).toMatchObject({
      code: 'file-unknown',
    })
  })

  it('one is put right by its organisation and by those who lead, on the revision they saw', async () => {
    const png = await upload('hall.png', samplePng(8))
    const { id, revision } = (await post({ title: 'A', text: 'b', files: [{ id: png.id, alt: 'Old' }] })).json<Update>()
    const pdf = await upload('plan.pdf', samplePdf)
    const put = await edit(id, revision, {
      title: 'B',
      text: 'c',
      files: [{ id: pdf.id }, { id: png.id, alt: 'A hall, empty' }],
    })
    expect(put.json()).toMatchObject({
      title: 'B',
      revision: 2,
      files: [{ id: pdf.id }, { id: png.id, alt: 'A hall, empty' }],
    })
    expect((await edit(id, revision, { title: 'C', text: 'c' })).json()).toMatchObject({ code: 'changed-meanwhile' })
    const byLead = await edit(id, 2, { title: 'D', text: 'd', files: [{ id: pdf.id }] }, cast.here.librarian.token)
    expect(byLead.json()).toMatchObject({ title: 'D', files: [{ id: pdf.id }] })
    expect(await test.house.files.has(cast.here.communityId, png.sha256)).toBe(false)
  })

  it('whoever takes no part posts nothing; the member of a supporter does not change what the lead said', async () => {
    const { id } = (await post({ title: 'Lead', text: 'says' }, cast.here.librarian.token)).json<Update>()
    expect((await edit(id, 1, { title: 'x', text: 'x' })).json()).toMatchObject({ code: 'not-your-organisation' })
    const lone = (
      await ask(test.app, {
        method: 'POST',
        url: `${base}/initiatives`,
        token: cast.here.steward.token,
        body: {
          title: 'Lone',
          kind: 'micro',
          participations: [{ organisationId: cast.here.organisations.library, role: 'lead' }],
        },
      })
    ).json<Initiative>()
    const answer = await ask(test.app, {
      method: 'POST',
      url: `${base}/initiatives/${lone.id}/updates`,
      token: cast.here.member.token,
      body: { title: 'x', text: 'x' },
    })
    expect(answer.json()).toMatchObject({ code: 'not-your-organisation' })
  })

  it('each comes once, the latest first, page by page; words in title and text are found', async () => {
    const seen: Update[] = []
    let cursor = ''
    do {
      const page = await list(`limit=2${cursor ? `&cursor=${cursor}` : ''}`)
      seen.push(...page.items)
      cursor = page.nextCursor ?? ''
    } while (cursor)
    const { rows } = await test.pool.query('select count(*) as n from updates')
    expect([new Set(seen.map(({ id }) => id)).size, seen.length]).toEqual([rows[0].n, rows[0].n])
    expect((await list('q=june')).items.map(({ title }) => title)).toEqual(['The hall is ours'])
  })
})
