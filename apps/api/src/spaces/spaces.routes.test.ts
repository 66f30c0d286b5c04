import type { Space, SpaceRow } from '@commonweal/contracts/spaces'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'

let test: TestApp
let cast: Cast
let base: string

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  base = `/communities/${cast.here.communityId}/spaces`
})
afterAll(() => test.close())

const hall = () => ({
  hostId: cast.here.organisations.library,
  name: 'Hall',
  kind: 'physical',
  address: 'Market 1',
  capacity: 40,
})
const offer = (body: object, token = cast.here.steward.token) =>
  ask(test.app, { method: 'POST', url: base, token, body })
const offered = async (body: object) => (await offer({ ...hall(), ...body })).json<Space>()
const edit = (id: string, revision: number, body: object, token = cast.here.steward.token) =>
  ask(test.app, { method: 'PUT', url: `${base}/${id}`, token, body, headers: { 'if-match': `"${revision}"` } })
const withdraw = (id: string, body: object, token = cast.here.steward.token) =>
  ask(test.app, { method: 'POST', url: `${base}/${id}/withdraw`, token, body })
const book = (id: string, startsAt: string, endsAt: string) =>
  ask(test.app, {
    method: 'POST',
    url: `${base}/${id}/bookings`,
    token: cast.here.steward.token,
    body: { organisationId: cast.here.organisations.school, startsAt, endsAt },
  })

describe('offerSpace', () => {
  it('takes what the host says and fills in sensible rules', async () => {
    const answer = await offer(
      { ...hall(), accessibility: ['quiet-room', 'hearing-loop'], isStepFree: true },
      cast.here.librarian.token,
    )
    expect(answer.statusCode).toBe(201)
    expect(answer.json<Space>()).toMatchObject({
      host: { name: 'Town Library' },
      timezone: 'Europe/Copenhagen',
      accessibility: ['hearing-loop', 'quiet-room'],
      openings: null,
      needsApproval: true,
      shortestMinutes: 15,
      longestMinutes: 720,
      aheadDays: 183,
      from: '2026-05-15',
      to: null,
    })
  })

  it('keeps opening hours by weekday, and a limit taken away stays away', async () => {
    const openings = [
      { weekday: 6, opensAt: '10:00', closesAt: '24:00' },
      { weekday: 1, opensAt: '09:00', closesAt: '12:00' },
    ]
    const space = await offered({ openings, longestMinutes: null })
    expect(space).toMatchObject({ openings: [openings[1], openings[0]], longestMinutes: null })
    const kept = await test.pool.query('select opening_hours from spaces where id = $1', [space.id])
    expect(kept.rows).toEqual([{ opening_hours: 'Mo 09:00-12:00; Sa 10:00-24:00' }])
  })

  it.each([
    ['space-needs-address', () => ({ address: null })],
    ['space-needs-url', () => ({ kind: 'digital' })],
    ['shared-space-not-digital', () => ({ isShared: true })],
    ['shortest-above-longest', () => ({ shortestMinutes: 60, longestMinutes: 30 })],
    ['opening-hours-not-possible', () => ({ openings: [{ weekday: 1, opensAt: '12:00', closesAt: '09:00' }] })],
    ['timezone-unknown', () => ({ timezone: 'Middle/Earth' })],
    ['organisation-unknown', () => ({ hostId: cast.elsewhere.organisations.library })],
    ['dates-in-wrong-order', () => ({ from: '2026-06-01', to: '2026-05-01' })],
    ['request-not-valid', () => ({ accessibility: ['golden-taps'] })],
  ])('%s is refused', async (code, change) => {
    expect((await offer({ ...hall(), ...change() })).json()).toMatchObject({ code })
  })

  it('a member offers for their own organisation and for no other', async () => {
    expect((await offer(hall(), cast.here.member.token)).json()).toMatchObject({
      status: 403,
      code: 'not-your-organisation',
    })
  })
})

describe('editSpace', () => {
  it('changes what it names, leaves the rest, and counts the revision', async () => {
    const space = await offered({ name: 'Attic', shortestMinutes: 30 })
    const answer = await edit(space.id, 1, { name: 'Attic room', kind: 'physical', bufferAfterMinutes: 15 })
    expect(answer.json<Space>()).toMatchObject({
      name: 'Attic room',
      address: 'Market 1',
      shortestMinutes: 30,
      bufferAfterMinutes: 15,
      revision: 2,
    })
    const trace = await ask(test.app, {
      url: `/communities/${cast.here.communityId}/activity?objectId=${space.id}`,
      token: cast.here.viewer.token,
    })
    expect(trace.json().items[0]).toMatchObject({
      verb: 'editSpace',
      facts: { changed: ['bufferAfterMinutes', 'name'] },
    })
  })

  it.each([
    ['space-needs-address', { address: null }],
    ['space-needs-url', { kind: 'hybrid' }],
    ['shared-space-not-digital', { isShared: true }],
    ['shortest-above-longest', { shortestMinutes: 60, longestMinutes: 30 }],
    ['opening-hours-not-possible', { openings: [{ weekday: 1, opensAt: '12:00', closesAt: '09:00' }] }],
    ['timezone-unknown', { timezone: 'Middle/Earth' }],
  ])('%s is refused', async (code, change) => {
    const { id } = await offered({})
    expect((await edit(id, 1, { name: 'Hall', kind: 'physical', ...change })).json()).toMatchObject({ code })
  })

  it('needs the revision last seen', async () => {
    const { id } = await offered({})
    const body = { name: 'Hall', kind: 'physical' }
    expect((await edit(id, 7, body)).json()).toMatchObject({ status: 412, code: 'changed-meanwhile' })
    expect(
      (await ask(test.app, { method: 'PUT', url: `${base}/${id}`, token: cast.here.steward.token, body })).json(),
    ).toMatchObject({ code: 'revision-missing' })
  })

  it('a shared space with overlapping bookings cannot become one for one at a time', async () => {
    const meeting = await offered({
      kind: 'digital',
      url: 'https://meet.example',
      isShared: true,
      needsApproval: false,
    })
    for (const _ of [1, 2])
      expect((await book(meeting.id, '2026-06-01T10:00:00Z', '2026-06-01T11:00:00Z')).statusCode).toBe(201)
    const answer = await edit(meeting.id, 1, { name: 'Meeting', kind: 'digital', isShared: false })
    expect(answer.json()).toMatchObject({ status: 409, code: 'space-already-booked' })
  })
})

describe('withdrawSpace', () => {
  it('ends the offer on a day, with the reason; nobody can book it then', async () => {
    const { id } = await offered({})
    const answer = await withdraw(id, { on: '2026-06-01', reason: 'Roof works' }, cast.here.librarian.token)
    expect(answer.json<Space>()).toMatchObject({ to: '2026-06-01', withdrawalReason: 'Roof works' })
    expect((await book(id, '2026-06-01T10:00:00Z', '2026-06-01T11:00:00Z')).json()).toMatchObject({
      code: 'space-not-offered',
    })
    expect((await book(id, '2026-05-31T20:00:00Z', '2026-05-31T22:00:00Z')).statusCode).toBe(201)
  })

  it('is refused while somebody counts on the space after that day, and names the bookings', async () => {
    const { id } = await offered({})
    const booking = (await book(id, '2026-06-01T20:00:00Z', '2026-06-01T22:30:00Z')).json<{ id: string }>()
    const answer = await withdraw(id, { on: '2026-06-02', reason: 'Roof works' })
    expect(answer.json()).toMatchObject({ status: 409, code: 'space-still-booked', facts: { bookings: [booking.id] } })
    expect((await withdraw(id, { on: '2026-06-03', reason: 'Roof works' })).statusCode).toBe(200)
  })

  it.each([
    ['reason-missing', { on: '2026-06-01', reason: ' ' }],
    ['dates-in-wrong-order', { on: '2026-05-01', reason: 'Roof works' }],
  ])('%s', async (code, body) => {
    const { id } = await offered({})
    expect((await withdraw(id, body)).json()).toMatchObject({ status: 422, code })
  })

  it('what has been withdrawn stays so', async () => {
    const { id } = await offered({})
    await withdraw(id, { on: '2026-05-15', reason: 'Roof works' })
    expect((await withdraw(id, { on: '2026-06-15', reason: 'Roof works' })).json()).toMatchObject({
      status: 409,
      code: 'space-already-withdrawn',
    })
  })
})

describe('listSpaces', () => {
  it.each([
    ['?feature=captions', ['Studio']],
    ['?isOffered=false', 2],
    ['?kind=digital&isOffered=true&q=meet', ['Meeting']],
  ])('%s keeps what was asked for', async (query, expected) => {
    if (query.includes('captions')) await offered({ name: 'Studio', accessibility: ['captions'], from: '2026-06-01' })
    if (query.includes('digital')) await offered({ name: 'Meeting', kind: 'digital', url: 'https://meet.example' })
    const page = (await ask(test.app, { url: `${base}${query}`, token: cast.here.viewer.token })).json<{
      items: SpaceRow[]
    }>()
    const names = page.items.map((item) => item.name)
    if (typeof expected === 'number') expect(names).toHaveLength(expected)
    else expect([...new Set(names)]).toEqual(expected)
  })
})
