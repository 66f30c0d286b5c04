import fastifyJwt from '@fastify/jwt'
import Fastify from 'fastify'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import * as bookings from '@commonweal/contracts/bookings'
import * as communities from '@commonweal/contracts/communities'
import * as initiatives from '@commonweal/contracts/initiatives'
import * as spaces from '@commonweal/contracts/spaces'
import type { RouteSpec } from '@commonweal/contracts/route'
import { plainSchema } from '../src/http/schema.ts'
import * as statements from './floor-statements.ts'

/**
 * The floor a benchmark measures against: Fastify and pg alone, statements written by hand and prepared by name, one
 * generic plan each, compiled schemas, the same session look-up and the same answers as the product; no other feature.
 * How it is kept fair: docs/adr/0050. A process of its own: `node floor.ts <databaseUrl> <secret> <port>`.
 */
const [databaseUrl = '', secret = '', port = '0'] = process.argv.slice(2)
const parse = (oid: number) =>
  oid === 1082
    ? (text: string) => text
    : oid === 20
      ? Number
      : (pg.types.getTypeParser(oid) as (text: string) => unknown)
const pool = new pg.Pool({
  connectionString: databaseUrl,
  max: 10,
  types: { getTypeParser: parse as never },
  options: '-c timezone=UTC -c jit=off -c plan_cache_mode=force_generic_plan -c random_page_cost=1.1',
})
const app = Fastify()
await app.register(fastifyJwt, {
  secret,
  verify: {
    algorithms: ['HS256'],
    allowedIss: 'commonweal',
    allowedAud: 'commonweal-api',
    checkTyp: 'at+jwt',
    cache: 1000,
  },
})

interface Seat {
  readonly personId: string
  readonly today: string
  readonly organisationId: string | null
  readonly capacity: string | null
}

async function seatOf(header: string | undefined, communityId: string): Promise<Seat> {
  const claims = app.jwt.verify<{ sub: string; sid: string }>((header ?? '').slice(7))
  const values = [claims.sid, communityId, claims.sub]
  const { rows } = await pool.query<Seat>({ name: 'session', text: statements.session, values })
  if (!rows[0]) throw new Error('no seat')
  return rows[0]
}

function answerOf(spec: RouteSpec): { response: Record<string, unknown> } {
  return {
    response: Object.fromEntries(
      Object.entries(spec.success).map(([status, schema]) => [status, schema ? plainSchema(schema) : {}]),
    ),
  }
}

type Params = Record<'communityId' | 'spaceId', string>

app.get('/list/:communityId', { schema: answerOf(bookings.listBookings) }, async (request) => {
  const { communityId } = request.params as Params
  await seatOf(request.headers.authorization, communityId)
  const { rows } = await pool.query<{ id: string }>({
    name: 'list',
    text: statements.list,
    values: [communityId, new Date()],
  })
  return { items: rows.slice(0, 50), nextCursor: rows.length > 50 ? String(rows[49]?.id) : null }
})

app.get('/point/:communityId/:spaceId', { schema: answerOf(spaces.readSpace) }, async (request) => {
  const { communityId, spaceId } = request.params as Params
  await seatOf(request.headers.authorization, communityId)
  const { rows } = await pool.query({ name: 'point', text: statements.point, values: [communityId, spaceId] })
  return rows[0]
})

app.get('/filter/:communityId', { schema: answerOf(initiatives.listInitiatives) }, async (request) => {
  const { communityId } = request.params as Params
  const { today } = await seatOf(request.headers.authorization, communityId)
  const values = [communityId, 'active', 'joint', today]
  const { rows } = await pool.query<{ id: string }>({ name: 'filter', text: statements.filter, values })
  return { items: rows.slice(0, 20), nextCursor: rows.length > 20 ? String(rows[19]?.id) : null }
})

app.get('/aggregate/:communityId', { schema: answerOf(communities.readCommunity) }, async (request) => {
  const { communityId } = request.params as Params
  await seatOf(request.headers.authorization, communityId)
  const { rows } = await pool.query({ name: 'aggregate', text: statements.aggregate, values: [communityId] })
  return rows[0]
})

app.post(
  '/create/:communityId/:spaceId',
  { schema: { body: plainSchema(bookings.BookingDraft), ...answerOf(bookings.requestBooking) } },
  async (request, reply) => {
    const { communityId, spaceId } = request.params as Params
    const seat = await seatOf(request.headers.authorization, communityId)
    const body = request.body as { organisationId: string; startsAt: string; endsAt: string }
    const { rows } = await pool.query({
      name: 'create',
      text: statements.create,
      values: [
        communityId,
        uuidv7(),
        spaceId,
        body.organisationId,
        body.startsAt,
        body.endsAt,
        seat.personId,
        uuidv7(),
        seat.organisationId,
        seat.capacity,
      ],
    })
    return reply.code(201).send({ ...rows[0], isExpired: false, possibleVerbs: ['cancel'] })
  },
)

app.setErrorHandler((error: Error & { constraint?: string }, _request, reply) =>
  reply.code(error.constraint ? 409 : 500).send({ code: error.message }),
)
await app.listen({ host: '127.0.0.1', port: Number(port) })
process.send?.({ ready: true })
process.on('disconnect', () => process.exit(0))
