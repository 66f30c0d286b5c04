import { Problem } from '@commonweal/contracts/problem'
import { problems } from '@commonweal/contracts/problems'
import type { RouteSpec } from '@commonweal/contracts/route'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { LightMyRequestResponse } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemsOf } from '../src/http/openapi.ts'
import { plainSchema } from '../src/http/schema.ts'
import { castOf, type Cast } from './cast.ts'
import { thingsOf, type Things } from './given.ts'
import { samplePdf, samplePng } from '../../../tools/testing/sample-files.ts'
import { nastyTexts, oneOf, sampleOf, seededRandom, spoiled, type Random } from './schema-samples.ts'
import { ask, startTestApp, type TestApp } from './test-app.ts'

const BAD_REQUESTS = 10_000
const VALID_REQUESTS = 2_000
const SEED = 20_261_122

/** Words that only the inside of the product uses. */
const inside =
  /node_modules|\.ts:\d|at async|drizzle|postgres|pg_|select |insert into|relation "|column "|syntax error|stack/i

const someBytes = [Buffer.from('PK\u0003\u0004'), samplePdf, samplePng(), Buffer.alloc(0), Buffer.from('\ud800\u0000')]

let test: TestApp
let cast: Cast
let ids: string[]
let here: Things
let elsewhere: Things
let specs: RouteSpec[]

beforeAll(async () => {
  test = await startTestApp()
  cast = await castOf(test)
  here = await thingsOf(test, cast.here)
  elsewhere = await thingsOf(test, cast.elsewhere)
  ids = [
    ...Object.values(here),
    ...Object.values(here),
    ...Object.values(cast.here.organisations),
    ...Object.values(elsewhere),
    uuidv7(),
  ]
  // Hashing passwords is slow on purpose; the shapes of those requests are met by the other tests.
  specs = test.house.specs.filter(
    (spec) =>
      !['signUp', 'signIn', 'acceptInvitationAsNew', 'resetPassword', 'changePassword'].includes(spec.operation),
  )
})
afterAll(() => test.close())

const partOf = (schema: object | undefined, random: Random) =>
  schema ? sampleOf(plainSchema(schema), random, ids) : undefined
const tokens = () => [
  cast.here.steward.token,
  cast.here.member.token,
  cast.elsewhere.steward.token,
  cast.stranger.token,
]

function urlOf(spec: RouteSpec, params: Record<string, unknown>, query: Record<string, unknown>): string {
  const path = spec.url.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name]).toWellFormed()),
  )
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== null)
    .map(
      ([name, value]) =>
        `${encodeURIComponent(name.toWellFormed())}=${encodeURIComponent(String(value).toWellFormed())}`,
    )
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path
}

describe('generated requests', () => {
  it(
    `${BAD_REQUESTS} bad ones: never a 5xx, never a word from the inside, always a problem`,
    { timeout: 180_000 },
    async () => {
      const random = seededRandom(SEED)
      const faults: string[] = []
      let refused = 0
      for (let index = 0; index < BAD_REQUESTS; index += 1) {
        const spec = oneOf(random, specs)
        const answer = await askBadly(spec, random)
        if (answer.statusCode >= 500 || inside.test(answer.statusCode >= 400 ? answer.body : '')) {
          faults.push(`${spec.operation}: ${answer.statusCode} ${answer.body.slice(0, 200)}`)
        }
        if (answer.statusCode >= 400) {
          refused += 1
          const code = answer.json<{ code: keyof typeof problems }>().code
          if (problems[code]?.status !== answer.statusCode)
            faults.push(`${spec.operation}: ${answer.statusCode} is no problem of ours: ${answer.body.slice(0, 200)}`)
        }
      }
      expect(faults).toEqual([])
      // What was spoiled is now and then still allowed (an empty optional text, say); most of it must not be.
      expect(refused / BAD_REQUESTS).toBeGreaterThan(0.75)
    },
  )

  it(
    `${VALID_REQUESTS} valid ones: answered by the schema, or refused with a problem the route declares`,
    { timeout: 120_000 },
    async () => {
      const random = seededRandom(SEED + 1)
      const faults: string[] = []
      let answered = 0
      for (let index = 0; index < VALID_REQUESTS; index += 1) {
        const spec = oneOf(random, specs)
        const params = {
          ...(partOf(spec.params, random) as object | undefined),
          ...(random() < 0.8 ? { communityId: here.communityId } : {}),
        }
        const query = (partOf(spec.query, random) ?? {}) as Record<string, unknown>
        delete query['cursor']
        const answer = await ask(test.app, {
          method: spec.method,
          url: urlOf(spec, params, query),
          token: cast.here.steward.token,
          body: spec.bytes ? oneOf(random, someBytes) : partOf(spec.body, random),
          headers: headersOf(spec, '"1"'),
        })
        const fault = faultOf(spec, answer)
        if (fault) faults.push(`${spec.operation} ${answer.statusCode}: ${fault}`)
        if (answer.statusCode < 300) answered += 1
      }
      expect([...new Set(faults)]).toEqual([])
      expect(answered).toBeGreaterThan(VALID_REQUESTS / 5)
    },
  )
})

function askBadly(spec: RouteSpec, random: Random): Promise<LightMyRequestResponse> {
  const params = (partOf(spec.params, random) ?? {}) as Record<string, unknown>
  const query = (partOf(spec.query, random) ?? {}) as Record<string, unknown>
  if (random() < 0.7) params['communityId'] = here.communityId
  let body: unknown = spec.bytes ? oneOf(random, someBytes) : partOf(spec.body, random)
  let headers = headersOf(spec, '"1"')
  const parts = ['params', 'query', 'headers', 'token', ...(spec.body ? ['body', 'body', 'body', 'type', 'raw'] : [])]
  const part = oneOf(random, parts)
  if (part === 'params')
    params[oneOf(random, [...Object.keys(params), 'x'])] = oneOf(random, [
      ...nastyTexts.map((text) => text.slice(0, 150)),
      uuidv7(),
    ])
  if (part === 'query')
    query[oneOf(random, [...Object.keys(query), 'unknown', 'cursor', 'limit', '__proto__'])] = oneOf(
      random,
      nastyTexts,
    ).slice(0, 3000)
  if (part === 'body') body = spoiled(body, random)
  if (part === 'raw') body = oneOf(random, ['', '{', '[1,', '"\\ud800"', '{"a":1e999}', '\u0000'])
  if (part === 'type')
    headers = {
      ...headers,
      'content-type': oneOf(random, [
        'text/plain',
        'application/xml',
        'application/json; charset=latin1',
        'x',
        'multipart/form-data',
      ]),
    }
  if (part === 'headers') {
    headers = {
      ...headers,
      'if-match': oneOf(random, ['', '*', 'W/"1"', '"x"', '"99999999999999999999"', '1']),
      'on-behalf-of': oneOf(random, ['x', uuidv7(), elsewhere.partnerId]),
      'idempotency-key': oneOf(random, ['a'.repeat(101), 'with space', 'ok']),
    }
  }
  if ((part === 'raw' || part === 'body') && typeof body !== 'object')
    headers = { 'content-type': 'application/json', ...headers }
  const token =
    part === 'token' ? oneOf(random, ['', 'x', '…'.repeat(3), `${cast.here.steward.token}x`]) : oneOf(random, tokens())
  return ask(test.app, {
    method: spec.method,
    url: urlOf(spec, params, query),
    token: token === '' ? undefined : encodeURI(token),
    body: part === 'body' ? (JSON.stringify(body) ?? '') : part === 'type' ? JSON.stringify(body ?? {}) : body,
    headers: part === 'body' ? { 'content-type': 'application/json', ...headers } : headers,
  })
}

function headersOf(spec: RouteSpec, revision: string): Record<string, string> {
  return {
    ...(spec.isConditional ? { 'if-match': revision } : {}),
    ...(spec.bytes ? { 'content-type': spec.bytes } : {}),
  }
}

const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true }))
const compiled = new Map<object, ValidateFunction>()

function validatorOf(schema: object): ValidateFunction {
  const known = compiled.get(schema)
  if (known) return known
  const made = ajv.compile(plainSchema(schema))
  compiled.set(schema, made)
  return made
}

/** What is wrong with an answer, or null. */
function faultOf(spec: RouteSpec, answer: LightMyRequestResponse): string | null {
  if (answer.statusCode < 300) {
    const schema = spec.success[answer.statusCode]
    if (schema === undefined) return 'a status the route does not promise'
    if (schema === null) return null
    const isValid = validatorOf(schema)
    return isValid(answer.json()) ? null : JSON.stringify(isValid.errors)
  }
  const isProblem = validatorOf(Problem)
  const body = answer.json<{ code: string }>()
  if (!isProblem(body)) return `no problem: ${answer.body.slice(0, 200)}`
  const declared: readonly string[] = problemsOf(spec)
  return declared.includes(body.code) ? null : `undeclared problem ${body.code}: ${answer.body.slice(0, 200)}`
}
