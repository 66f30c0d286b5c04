import type { CommunitySettings } from '@commonweal/contracts/communities'
import type { Mandate } from '@commonweal/contracts/mandates'
import type { Partner } from '@commonweal/contracts/partners'
import type { TimelineInForce } from '@commonweal/domain/risks/timeline-in-force'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, type Cast } from '../../test/cast.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'
import { loadHistory } from '../risks/history.store.ts'

let test: TestApp
let cast: Cast
let base: string

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  base = `/communities/${cast.here.communityId}`
})
afterAll(() => test.close())

const send = (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object, revision?: number) =>
  ask(test.app, {
    method,
    url: `${base}${path}`,
    token: cast.here.steward.token,
    ...(body ? { body } : {}),
    ...(revision ? { headers: { 'if-match': `"${revision}"` } } : {}),
  })
const read = async <Answer>(path: string) =>
  (await ask(test.app, { url: `${base}${path}`, token: cast.here.viewer.token })).json<Answer>()
const history = async () => (await loadHistory(test.pool, cast.here.communityId))?.history
const mandatesOf = (id: string) => `/partners/${id}/mandates`
const { stringify } = JSON

describe('mandates', () => {
  it('are put down for public bodies, stand in the order of their days, and reach the engine', async () => {
    const { council } = cast.here.organisations
    expect((await history())?.mandates).toBeNull()
    const election = await send('POST', mandatesOf(council), { endsOn: '2027-03-14', label: ' Council election ' })
    expect(election.json<Mandate>()).toMatchObject({ organisationId: council, label: 'Council election', revision: 1 })
    await send('POST', mandatesOf(council), { endsOn: '2026-09-30', label: 'Term of the mayor' })
    const page = await read<{ items: Mandate[] }>('/mandates')
    expect(page.items.map(({ endsOn }) => endsOn)).toEqual(['2026-09-30', '2027-03-14'])
    expect((await read<{ items: Mandate[] }>('/mandates?from=2027-01-01')).items).toHaveLength(1)
    expect((await read<Partner>(`/partners/${council}`)).mandates.map(({ label }) => label)).toEqual([
      'Term of the mayor',
      'Council election',
    ])
    expect((await history())?.mandates).toEqual([
      { organisationId: council, endsOn: '2026-09-30', label: 'Term of the mayor' },
      { organisationId: council, endsOn: '2027-03-14', label: 'Council election' },
    ])
    const { id } = (
      await send('POST', '/partners', { name: 'Rowing', sector: 'sport', legalStatus: 'civic' })
    ).json<Partner>()
    expect((await send('POST', mandatesOf(id), { endsOn: '2027-01-01', label: 'Election' })).json()).toMatchObject({
      status: 422,
      code: 'mandate-needs-public-body',
    })
  })

  it('are moved by who has seen them last, and taken back; the history of the body tells', async () => {
    const { council } = cast.here.organisations
    const { id } = (await send('POST', mandatesOf(council), { endsOn: '2028-01-01', label: 'Vote' })).json<Mandate>()
    const edit = (revision: number) => send('PUT', `/mandates/${id}`, { endsOn: '2028-02-01', label: 'Vote' }, revision)
    expect((await edit(1)).json()).toMatchObject({ endsOn: '2028-02-01', revision: 2 })
    expect((await edit(1)).json()).toMatchObject({ status: 412, code: 'changed-meanwhile' })
    expect((await send('DELETE', `/mandates/${id}`)).statusCode).toBe(204)
    expect((await send('DELETE', `/mandates/${id}`)).statusCode).toBe(404)
    const { items } = await read<{ items: { verb: string; facts: Record<string, unknown> }[] }>(
      `/activity?objectId=${council}`,
    )
    expect(items.filter(({ facts }) => facts['mandateId'] === id).map(({ verb }) => verb)).toEqual([
      'removeMandate',
      'editMandate',
      'addMandate',
    ])
  })

  it('are the stewards’ to keep', async () => {
    const { council } = cast.here.organisations
    for (const who of [cast.here.coordinator, cast.here.member, cast.here.viewer]) {
      const refused = await ask(test.app, {
        method: 'POST',
        url: `${base}${mandatesOf(council)}`,
        token: who.token,
        body: { endsOn: '2027-03-14', label: 'Election' },
      })
      expect(refused.statusCode, stringify(refused.json())).toBe(403)
    }
  })
})

describe('what a community wants', () => {
  it('is not said at first; once said it reaches the engine in the order of the closed list', async () => {
    const before = await read<CommunitySettings>('/settings')
    expect(before).toMatchObject({ coreSectors: null, wantsIndependence: null })
    const edit = { coreSectors: ['sport', 'culture'], wantsIndependence: false }
    const after = (await send('PUT', '/settings', edit, before.revision)).json<CommunitySettings>()
    expect(after).toEqual({
      coreSectors: ['culture', 'sport'],
      wantsIndependence: false,
      dataCompleteThrough: null,
      closingSince: null,
      closingReason: null,
      revision: before.revision + 1,
    })
    expect(await history()).toMatchObject({ coreSectors: ['culture', 'sport'], wantsIndependence: false })
    expect((await send('PUT', '/settings', edit, before.revision)).json()).toMatchObject({ code: 'changed-meanwhile' })
    expect(
      (await send('PUT', '/settings', { coreSectors: ['magic'], wantsIndependence: null }, after.revision)).statusCode,
    ).toBe(400)
  })

  it('says how far its records go: later months are not known, and no day to come', async () => {
    const timeline = async () =>
      (await read<TimelineInForce>('/risks/timeline?from=2026-03&to=2026-05')).months.map(({ stagnation }) => [
        stagnation.reason ?? null,
        stagnation.dataCompleteThrough,
      ])
    const before = await read<CommunitySettings>('/settings')
    const wants = { coreSectors: null, wantsIndependence: null }
    const open = await timeline()
    expect(open.map(([, through]) => through)).toEqual([null, null, null])
    const through = { ...wants, dataCompleteThrough: '2026-03-31' }
    const ended = (await send('PUT', '/settings', through, before.revision)).json<CommunitySettings>()
    expect(ended.dataCompleteThrough).toBe('2026-03-31')
    const unknown = (await timeline()).map(([reason]) => reason === 'incomplete-after:2026-03-31')
    expect(unknown).toEqual([false, false, true])
    // Who changes something else leaves it.
    const kept = (await send('PUT', '/settings', wants, ended.revision)).json<CommunitySettings>()
    expect(kept.dataCompleteThrough).toBe('2026-03-31')
    const ahead = await send('PUT', '/settings', { ...wants, dataCompleteThrough: '2099-01-01' }, kept.revision)
    expect([ahead.statusCode, ahead.json<{ code: string }>().code]).toEqual([422, 'step-in-future'])
    await send('PUT', '/settings', { ...wants, dataCompleteThrough: null }, kept.revision)
    expect(await timeline()).toEqual(open)
  })

  it('says since when and why it closes; from the next month on stagnation only informs', async () => {
    const timeline = async () =>
      (await read<TimelineInForce>('/risks/timeline?from=2026-03&to=2026-05')).months.map(({ stagnation }) => [
        stagnation.lifeStage,
        stagnation.isInformationOnly,
      ])
    const before = await read<CommunitySettings>('/settings')
    const wants = { coreSectors: null, wantsIndependence: null }
    const open = await timeline()
    expect(open.map(([, isInformation]) => isInformation)).toEqual([false, false, false])
    const closing = { ...wants, closingSince: '2026-03-31', closingReason: ' Its work is done ' }
    const closed = (await send('PUT', '/settings', closing, before.revision)).json<CommunitySettings>()
    expect(closed).toMatchObject({ closingSince: '2026-03-31', closingReason: 'Its work is done' })
    expect(await timeline()).toEqual([open[0], ['closing', true], ['closing', true]])
    // Who changes something else leaves it; taking the day back takes the reason along.
    const kept = (await send('PUT', '/settings', wants, closed.revision)).json<CommunitySettings>()
    expect(kept).toMatchObject({ closingSince: '2026-03-31', closingReason: 'Its work is done' })
    const again = { ...wants, closingSince: null, closingReason: 'Its work is done' }
    const reopened = (await send('PUT', '/settings', again, kept.revision)).json<CommunitySettings>()
    expect([reopened.closingSince, reopened.closingReason]).toEqual([null, null])
    expect(await timeline()).toEqual(open)
  })

  it('names who hands on the money of others', async () => {
    const { library } = cast.here.organisations
    const { revision, name, sector, legalStatus, isPassThrough } = await read<Partner>(`/partners/${library}`)
    expect(isPassThrough).toBe(false)
    await send('PUT', `/partners/${library}`, { name, sector, legalStatus, isPassThrough: true }, revision)
    expect((await history())?.organisations.find(({ id }) => id === library)?.isPassThrough).toBe(true)
  })
})
