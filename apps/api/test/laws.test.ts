import { problems } from '@commonweal/contracts/problems'
import type { RouteSpec } from '@commonweal/contracts/route'
import { permissions, roles, type Permission, type Role } from '@commonweal/domain/access/permissions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { castOf, type Cast, type Place, type Player } from './cast.ts'
import { thingsOf, updateIn, type Things } from './given.ts'
import { requestFor } from './requests.ts'
import { ask, startTestApp, type TestApp } from './test-app.ts'

let test: TestApp
let cast: Cast
let here: Things
let elsewhere: Things
let specs: readonly RouteSpec[]

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  here = await thingsOf(test, cast.here)
  elsewhere = await thingsOf(test, cast.elsewhere)
  specs = test.house.specs
})
afterAll(() => test.close())

const send = (spec: RouteSpec, things: Things, token: string | undefined) => {
  const { url, body, headers } = requestFor(spec, things)
  return ask(test.app, { method: spec.method, url, token, body, headers })
}
const isOfCommunity = (spec: RouteSpec) => spec.access !== 'public' && spec.access !== 'signed-in'

describe('access', () => {
  it('every row of the permission table is used by a route, and every route has its row', () => {
    const used = new Set(specs.filter(isOfCommunity).map((spec) => spec.access))
    expect([...used].toSorted()).toEqual(Object.keys(permissions).toSorted())
  })

  it('every route answers each role as the table says', async () => {
    const surprises: string[] = []
    for (const spec of specs.filter(isOfCommunity)) {
      for (const role of roles) {
        const condition = (permissions[spec.access as Permission] as Partial<Record<Role, string>>)[role]
        const answer = await send(spec, here, cast.here[role].token)
        const { code } = answer.headers['content-type']?.toString().includes('json')
          ? answer.json()
          : { code: undefined }
        const isRefused = answer.statusCode === 403 && (code === 'forbidden' || code === 'not-your-organisation')
        const expected = condition === undefined ? 'refused' : condition === 'always' ? 'admitted' : 'either'
        const outcome = isRefused ? 'refused' : 'admitted'
        if (expected !== 'either' && outcome !== expected)
          surprises.push(`${spec.operation} for ${role}: ${outcome}, ${answer.statusCode} ${code}`)
        if (answer.statusCode >= 500) surprises.push(`${spec.operation} for ${role}: ${answer.statusCode}`)
      }
    }
    expect(surprises).toEqual([])
  })

  it('a conditional cell lets a person act for their own organisation and for no other', async () => {
    // The steward took it back above, as the table allows.
    await updateIn(test, here)
    const surprises: string[] = []
    for (const spec of specs.filter(isOfCommunity)) {
      for (const role of roles) {
        const condition = (permissions[spec.access as Permission] as Partial<Record<Role, string>>)[role]
        if (condition !== 'ownOrganisation') continue
        const foreign = await send(
          spec,
          { ...here, organisationId: cast.here.organisations.library },
          cast.here[role].token,
        )
        if (foreign.json().code !== 'not-your-organisation')
          surprises.push(`${spec.operation} for ${role}: ${foreign.statusCode} ${foreign.body}`)
      }
    }
    expect(surprises).toEqual([])
  })

  it('without a session every route but the public ones answers 401', async () => {
    for (const spec of specs.filter((each) => each.access !== 'public')) {
      const answer = await send(spec, here, undefined)
      expect([spec.operation, answer.statusCode]).toEqual([spec.operation, 401])
    }
  })
})

describe('tenancy', () => {
  it('whoever does not belong to a community gets the same bytes as for one that does not exist', async () => {
    for (const spec of specs.filter(isOfCommunity)) {
      for (const outsider of [cast.stranger, cast.elsewhere.steward]) {
        const real = await send(spec, here, outsider.token)
        const missing = await send(spec, { ...here, communityId: uuidv7() }, outsider.token)
        expect([spec.operation, real.statusCode]).toEqual([spec.operation, 404])
        expect(real.body).toBe(missing.body)
      }
    }
  })

  it('an id of another community answers like a missing one, byte for byte', async () => {
    // A month or the name of a flag is no id: it belongs to every community.
    const namesThing = (spec: RouteSpec) => {
      const { properties = {} } = (spec.params ?? {}) as unknown as { properties?: Record<string, { format?: string }> }
      return Object.values(properties).filter(({ format }) => format === 'uuid').length > 1
    }
    for (const spec of specs.filter(namesThing)) {
      const foreign = await send(
        spec,
        { ...elsewhere, communityId: here.communityId, organisationId: cast.here.organisations.school },
        cast.here.steward.token,
      )
      const missing = await send(spec, thingsThatAreNot(here), cast.here.steward.token)
      expect([spec.operation, foreign.statusCode]).toEqual([spec.operation, 404])
      expect(foreign.body).toBe(missing.body)
    }
  })

  it('lists and answers of one community never mention an id of another', async () => {
    const foreignIds = Object.values(elsewhere).filter((value): value is string => typeof value === 'string')
    for (const spec of specs.filter((each) => isOfCommunity(each) && each.method === 'GET' && !each.stream)) {
      const answer = await send(spec, here, cast.here.steward.token)
      for (const id of foreignIds) expect(answer.body.includes(id), `${spec.operation} mentions ${id}`).toBe(false)
    }
  })

  it('every primary, unique, foreign and exclusion key of a community’s table starts with the community', async () => {
    const { rows } = await test.pool.query<{ name: string }>(`
      select c.conname as name from pg_constraint c
      join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
      join pg_attribute tenant on tenant.attrelid = t.oid and tenant.attname = 'community_id'
      where c.contype in ('p', 'u', 'f', 'x') and c.conkey[1] <> tenant.attnum
      union all
      select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid
      join pg_class t on t.oid = x.indrelid join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
      join pg_attribute tenant on tenant.attrelid = t.oid and tenant.attname = 'community_id'
      where x.indisunique and x.indkey[0] <> tenant.attnum`)
    expect(rows).toEqual([])
  })

  it('every table of a community keeps what its rows said before, or is known not to need it', async () => {
    const { rows } = await test.pool.query<{ table: string }>(`
      select t.relname as table from pg_class t join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = t.oid and a.attname = 'community_id'
      where t.relkind = 'r' and not exists (select 1 from pg_trigger g where g.tgrelid = t.oid and g.tgname = 'keep_versions_of_changes')
      order by 1`)
    // Append-only, letters under way, derived from bookings and other facts, the past itself, and the records of transport.
    expect(rows.map((row) => row.table)).toEqual([
      'activity',
      'engagement_days',
      'engagement_marks',
      'engagements',
      'flag_handlings',
      'imports',
      'invitations',
      'notices',
      'occupancies',
      'origins',
      'risk_assessments',
      'risk_parameters',
      'uploads',
      'versions',
    ])
  })
})

describe('problems', () => {
  it('every refusal is a problem with a known code and the status of its row', async () => {
    const asks = [
      { url: '/nowhere' },
      { url: '/me' },
      { url: '/session', method: 'POST' as const, body: { email: 1 } },
      { url: '/session', method: 'DELETE' as const },
      { url: `/communities/not-an-id/partners`, token: cast.here.steward.token },
      { url: `/communities/${here.communityId}/partners?limit=0`, token: cast.here.steward.token },
      { url: `/communities/${here.communityId}/partners?nonsense=1`, token: cast.here.steward.token },
      {
        url: `/communities/${here.communityId}/partners`,
        method: 'POST' as const,
        token: cast.here.steward.token,
        body: '{',
        headers: { 'content-type': 'application/json' },
      },
      {
        url: `/communities/${here.communityId}/partners`,
        method: 'POST' as const,
        token: cast.here.steward.token,
        body: 'x',
        headers: { 'content-type': 'text/plain' },
      },
    ]
    for (const each of asks) {
      const answer = await ask(test.app, each)
      expect(answer.headers['content-type'], each.url).toContain('application/problem+json')
      const problem = answer.json<{ code: keyof typeof problems; status: number; title: string }>()
      expect(problems[problem.code], problem.code).toMatchObject({ status: answer.statusCode, title: problem.title })
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
      expect(answer.headers, each.url).toMatchObject(protective)
    }
  })

  it('every answer tells browsers what it may not be used for', async () => {
    for (const url of ['/livez', `/communities/${here.communityId}`, '/openapi.json']) {
      const answer = await ask(test.app, { url, token: cast.here.steward.token })
      expect(answer.statusCode, url).toBe(200)
      expect(answer.headers, url).toMatchObject(protective)
      expect(answer.headers, url).not.toHaveProperty('x-powered-by')
    }
  })
})

const protective = {
  'content-security-policy': expect.stringMatching(/^default-src 'none';script-src 'self';.*frame-ancestors 'none'/),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

describe('the published document', () => {
  it('names exactly the routes in service', async () => {
    const document = (await ask(test.app, { url: '/openapi.json' })).json<{
      paths: Record<string, Record<string, { operationId: string }>>
    }>()
    const published = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const registered = test.app
      .printRoutes({ commonPrefix: false, includeHooks: false })
      .split('\n')
      .flatMap((line) => /\(([A-Z, ]+)\)$/.exec(line)?.[1]?.split(', ') ?? []).length
    expect(registered).toBeGreaterThan(new Set(specs.map((spec) => spec.url)).size)
    expect(published.toSorted()).toEqual(
      specs.map((spec) => `${spec.method} /api/v1${spec.url.replaceAll(/:(\w+)/g, '{$1}')}`).toSorted(),
    )
    for (const spec of specs) expect(test.app.hasRoute({ method: spec.method, url: `/api/v1${spec.url}` })).toBe(true)
  })

  it('names every operation once', () => {
    const names = specs.map((spec) => spec.operation)
    expect(new Set(names).size).toBe(names.length)
  })
})

function thingsThatAreNot(things: Things): Things {
  const none = Object.fromEntries(Object.keys(things).map((key) => [key, uuidv7()])) as unknown as Things
  return { ...none, communityId: things.communityId, organisationId: cast.here.organisations.school }
}

export type { Place, Player }
