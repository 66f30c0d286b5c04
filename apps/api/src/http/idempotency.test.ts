import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestFor } from '../../test/requests.ts'
import { castOf, type Cast } from '../../test/cast.ts'
import { thingsOf, type Things } from '../../test/given.ts'
import { monthlyStarts } from '../../test/monthly-starts.ts'
import { ask, startTestApp, type TestApp } from '../../test/test-app.ts'
import { isRepeatable } from './idempotency.ts'

let test: TestApp
let cast: Cast
let things: Things

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  things = await thingsOf(test, cast.here)
  await monthlyStarts(test, cast.here, { from: '2022-01', to: '2025-03' })
})
afterAll(() => test.close())

describe('a repeated request', () => {
  it('every creating route answers five parallel repeats with one effect and one answer', async () => {
    const creating = test.house.specs.filter(isRepeatable)
    expect(creating.length).toBeGreaterThan(2)
    for (const spec of creating) {
      const { url, body, headers } = requestFor(spec, things)
      // A file that was sent leaves no trace before it is part of an update.
      const effects = spec.operation === 'uploadFile' ? 'uploads' : 'activity'
      const count = () =>
        test.pool.query<{ n: number }>(`select count(*) as n from ${effects}`).then(({ rows }) => rows[0]?.n ?? 0)
      const before = await count()
      const repeats = await Promise.all(
        Array.from({ length: 5 }, () =>
          ask(test.app, {
            method: 'POST',
            url,
            body,
            token: cast.here.steward.token,
            headers: { ...headers, 'idempotency-key': `five-${spec.operation}` },
          }),
        ),
      )
      expect([spec.operation, ...repeats.map((answer) => answer.statusCode)]).toEqual([
        spec.operation,
        201,
        201,
        201,
        201,
        201,
      ])
      expect(new Set(repeats.map((answer) => answer.body)).size).toBe(1)
      expect([spec.operation, (await count()) - before]).toEqual([spec.operation, 1])
    }
  })

  it('another body under the same key is refused', async () => {
    const add = (name: string) =>
      ask(test.app, {
        method: 'POST',
        url: `/communities/${things.communityId}/partners`,
        token: cast.here.steward.token,
        body: { name, sector: 'ngo', legalStatus: 'civic' },
        headers: { 'idempotency-key': 'same' },
      })
    expect((await add('One')).statusCode).toBe(201)
    expect((await add('Two')).json()).toMatchObject({ status: 422, code: 'idempotency-key-reused' })
  })

  it('a refused request may be tried again under its key', async () => {
    const add = (joinedOn: string) =>
      ask(test.app, {
        method: 'POST',
        url: `/communities/${things.communityId}/partners`,
        token: cast.here.steward.token,
        body: { name: 'Again', sector: 'ngo', legalStatus: 'civic', joinedOn },
        headers: { 'idempotency-key': 'again' },
      })
    expect((await add('2099-01-01')).statusCode).toBe(422)
    expect((await add('2026-01-01')).statusCode).toBe(201)
  })
})
