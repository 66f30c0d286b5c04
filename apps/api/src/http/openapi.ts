import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { Problem } from '@commonweal/contracts/problem'
import { problems, type ProblemCode } from '@commonweal/contracts/problems'
import type { RouteSpec } from '@commonweal/contracts/route'
import type { FastifyInstance } from 'fastify'
import { isRepeatable } from './idempotency.ts'
import { referencedSchema } from './schema.ts'
import { API_ROOT } from './serve.ts'

type Json = Record<string, unknown>

/** OpenAPI 3.1 at `/api/v1/openapi.json` and pages to read at `/api/docs`, made from the routes in service. */
export async function publishOpenApi(app: FastifyInstance, specs: readonly RouteSpec[]): Promise<void> {
  const document = openApiDocument(specs)
  const text = JSON.stringify(document)
  await app.register(swagger, { mode: 'static', specification: { document: document as never } })
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true, uiConfig: { deepLinking: true } })
  app.get(`${API_ROOT}/openapi.json`, async (_request, reply) => reply.type('application/json').send(text))
}

/** The promises of the routes as an OpenAPI 3.1 document. */
export function openApiDocument(specs: readonly RouteSpec[]): Json {
  const components: Record<string, Json> = {}
  const paths: Record<string, Json> = {}
  for (const spec of specs) {
    const path = `${API_ROOT}${spec.url.replaceAll(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [spec.method.toLowerCase()]: operationOf(spec, components) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Commonweal',
      version: '1',
      description: 'The partnership of one place: members, initiatives, spaces, pledges, vital signs.',
    },
    paths,
    components: {
      schemas: components,
      securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}

function operationOf(spec: RouteSpec, components: Record<string, Json>): Json {
  const isCommunityRoute = spec.access !== 'public' && spec.access !== 'signed-in'
  return {
    operationId: spec.operation,
    summary: spec.summary,
    description: isCommunityRoute
      ? `Needs the permission \`${spec.access}\`.`
      : spec.access === 'public'
        ? 'Open to all.'
        : 'Needs a session.',
    tags: [tagOf(spec.url)],
    parameters: [
      ...parametersOf('path', spec.params),
      ...parametersOf('query', spec.query),
      ...(spec.isConditional
        ? [
            {
              name: 'If-Match',
              in: 'header',
              required: true,
              schema: { type: 'string' },
              description: 'The quoted revision last seen',
            },
          ]
        : []),
      ...(spec.isRevalidated
        ? [
            {
              name: 'If-None-Match',
              in: 'header',
              required: false,
              schema: { type: 'string' },
              description: 'The ETag last seen; while the content is the same the answer is 304 and empty',
            },
          ]
        : []),
      ...(isRepeatable(spec)
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: false,
              schema: { type: 'string', maxLength: 100 },
              description: 'A repeat with the same key has no second effect and gets the first answer',
            },
          ]
        : []),
      ...(isCommunityRoute
        ? [
            {
              name: 'On-Behalf-Of',
              in: 'header',
              required: false,
              schema: { type: 'string', format: 'uuid' },
              description: 'The organisation one acts for, where one acts for several',
            },
          ]
        : []),
    ],
    ...requestBodyOf(spec, components),
    responses: { ...successesOf(spec, components), ...refusalsOf(spec, components) },
    ...(spec.access === 'public' ? {} : { security: [{ session: [] }] }),
  }
}

function parametersOf(place: 'path' | 'query', schema: object | undefined): Json[] {
  if (!schema) return []
  const { properties, required = [] } = JSON.parse(JSON.stringify(schema)) as {
    properties: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

function requestBodyOf(spec: RouteSpec, components: Record<string, Json>): Json {
  if (spec.body)
    return {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: referencedSchema(spec.body, components) } },
      },
    }
  if (spec.bytes)
    return {
      requestBody: { required: true, content: { [spec.bytes]: { schema: { type: 'string', format: 'binary' } } } },
    }
  return {}
}

function successesOf(spec: RouteSpec, components: Record<string, Json>): Json {
  return Object.fromEntries(
    Object.entries(spec.success).map(([status, schema]) => {
      if (schema)
        return [
          status,
          {
            description: spec.summary,
            content: { 'application/json': { schema: referencedSchema(schema, components) } },
          },
        ]
      if (spec.stream)
        return [
          status,
          { description: spec.summary, content: { [spec.stream]: { schema: { type: 'string', format: 'binary' } } } },
        ]
      return [status, { description: spec.summary }]
    }),
  )
}

function refusalsOf(spec: RouteSpec, components: Record<string, Json>): Json {
  const byStatus = Map.groupBy(problemsOf(spec), (code) => problems[code].status)
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${problems[code].title}`).join('. '),
        content: { 'application/problem+json': { schema: referencedSchema(Problem, components) } },
      },
    ]),
  )
}

/** The problems a route can answer with: its own, and those of the house that fit its kind. */
export function problemsOf(spec: RouteSpec): ProblemCode[] {
  const codes: ProblemCode[] = [...spec.problems]
  if (spec.params || spec.query || spec.body) codes.push('request-not-valid')
  if (spec.body || spec.bytes) codes.push('media-type-not-supported', 'body-too-large')
  if (isRepeatable(spec)) codes.push('idempotency-key-reused')
  if (spec.access !== 'public') codes.push('not-signed-in')
  if (spec.access !== 'public' && spec.access !== 'signed-in')
    codes.push('forbidden', 'not-found', 'not-your-organisation')
  return [...new Set(codes)]
}

function tagOf(url: string): string {
  const parts = url.split('/').filter((part) => part !== '' && !part.startsWith(':'))
  return (parts[0] === 'communities' ? parts[1] : parts[0]) ?? 'communities'
}
